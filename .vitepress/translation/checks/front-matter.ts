/** Checks that front matter is readable and has the keys of the English page. */
import type { Report } from './finding.ts'
import type { ParsedPage } from './parsed.ts'

/** How wide a description may be in a list of search results, in columns. */
const widest = 250

/** A row whose value readers see. */
const isText = /^(?:title|description):|^titleTemplate: (?!true|false)/

/** Finds problems between the `---` lines at the top of a page. */
export function checkFrontMatter(
  page: ParsedPage,
  english: ParsedPage | undefined,
): Report[] {
  const { file } = page
  const rows = frontMatter(page)
  const tab = rows.findIndex((row) => row.includes('\t'))
  if (tab >= 0) {
    const message =
      'contains a tab, which is not allowed in front matter; type spaces'
    return [{ file, line: tab + 2, message }]
  }
  const wanted = english ? frontMatter(english) : []
  const keys = rows.map(keyOf)
  return wanted.flatMap((row): Report[] => {
    const key = keyOf(row)
    const at = keys.indexOf(key)
    if (at < 0) {
      const message = `front matter lacks "${key}:", which ${english?.file} has; add it between the --- lines`
      return [{ file, line: rows.length + 1, message }]
    }
    const own = rows[at] ?? ''
    const line = at + 2
    if (/^\w+:\s*$/.test(own))
      return [{ file, line, message: `"${key}:" is empty; write it` }]
    if (!isText.test(row) && own !== row) {
      const message = `"${own}" is not shown to readers; write it as ${english?.file} does: ${row}`
      return [{ file, line, message }]
    }
    if (key !== 'description') return []
    const columns = own.length + (own.match(/[\u3000-\uffef]/g)?.length ?? 0)
    if (columns <= widest) return []
    const message = `"${key}:" is too long for a list of search results; shorten it by a third`
    return [{ file, line, message, severity: 'warning' }]
  })
}

const keyOf = (row: string): string => /^(\w+):/.exec(row)?.[1] ?? row.trim()

/** The rows between the `---` lines, which a page has that could be parsed. */
function frontMatter({ text }: ParsedPage): string[] {
  const rows = text.split(/\r?\n/)
  return rows.slice(1, rows.indexOf('---', 1))
}
