/** Checks that front matter is readable and has the keys of the English page. */
import type { Problem } from '../../../src/project/problem.ts'
import type { ParsedPage } from './parsed.ts'

/** Finds problems between the `---` lines at the top of a page. */
export function checkFrontMatter(
  page: ParsedPage,
  english: ParsedPage | undefined,
): Problem[] {
  const { file } = page
  const rows = frontMatter(page)
  if (!rows) return []
  const tab = rows.findIndex((row) => row.includes('\t'))
  if (tab >= 0) {
    const message =
      'contains a tab, which is not allowed in front matter; type spaces'
    return [{ file, line: tab + 2, message }]
  }
  if (page.broken) return []
  const wanted = (english && frontMatter(english)) ?? []
  const keys = rows.map(keyOf)
  return wanted.flatMap((row) => {
    const key = keyOf(row)
    const at = keys.indexOf(key)
    if (at >= 0 && !/^\w+:\s*$/.test(rows[at] ?? '')) return []
    const message =
      at < 0
        ? `front matter lacks "${key}:", which ${english?.file} has; add it between the --- lines`
        : `"${key}:" is empty; write it`
    return [{ file, line: at < 0 ? 1 : at + 2, message }]
  })
}

const keyOf = (row: string): string => /^(\w+):/.exec(row)?.[1] ?? row.trim()

function frontMatter({ text }: ParsedPage): string[] | undefined {
  const rows = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const end = rows.indexOf('---', 1)
  return rows[0] === '---' && end > 0 ? rows.slice(1, end) : undefined
}
