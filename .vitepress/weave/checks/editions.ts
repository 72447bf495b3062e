/** The listing's comments are those of each language's own edition. */
import { chunksOfGo } from '../chunks-of-go.ts'
import { type Comment, commentsIn } from '../comments.ts'
import { textOf } from '../frame.ts'
import { lineAt, parseJson } from '../json.ts'
import { readLocalized } from '../localized.ts'
import type { Problem } from '../problem.ts'
import { type Locale, locales, type Project } from '../project.ts'
import type { Checked } from './checked.ts'

const folder = 'go-reference/editions'
const mendedFile = `${folder}/mended-comments.json`

/** A printed comment that is shown otherwise, and why. */
interface Mended {
  readonly locale: Locale
  readonly key: string
  readonly printed: string
  readonly mended: string
  readonly why: string
}

/** Comments that are neither as printed nor mended on record. */
export function checkEditions({ project }: Checked): Problem[] {
  const problems: Problem[] = []
  const text = project.read(mendedFile)
  const records = parseJson(mendedFile, text) as Mended[]
  const used = new Set<Mended>()
  for (const locale of locales) {
    // The book was not published in every language.
    if (!project.has(`${folder}/${locale}.go.txt`)) continue
    const { file, lines, listing } = readLocalized(project, locale)
    for (const [key, printed] of printedComments(project, locale)) {
      const entry = listing.get(key)
      const record = records.find(
        (each) => each.locale === locale && each.key === key,
      )
      if (record) used.add(record)
      const recorded = record?.printed === printed && record.why !== ''
      const want = recorded ? record.mended : printed
      if (entry?.text === want) continue
      const line = entry?.line ?? lines.listing
      const shown = JSON.stringify(entry?.text ?? '')
      const message = `"${key}" is ${shown}, the edition prints ${JSON.stringify(printed)}; copy that, or record in ${mendedFile} what you mended and why`
      problems.push({ file, line, message })
    }
  }
  const starts = [...text.matchAll(/"locale"/g)]
  for (const [i, record] of records.entries()) {
    if (used.has(record) && record.printed !== record.mended) continue
    const line = lineAt(text, starts[i]?.index ?? 0)
    const message = `mends nothing that the ${record.locale} edition prints at "${record.key}"; correct or delete it`
    problems.push({ file: mendedFile, line, message })
  }
  return problems
}

/** The comments of an edition, by their keys in comments.json. */
function printedComments(project: Project, locale: Locale) {
  const printed = new Map<string, string>()
  const listing = `${folder}/${locale}.go.txt`
  const text = project.read(listing)
  const comments = commentsIn(text, 'go')
  for (const { name, first, last } of chunksOfGo(listing, text)) {
    const here = comments.filter(({ first: at }) => first <= at && at <= last)
    add(printed, name, here)
  }
  for (const name of ['import', 'init']) {
    const part = project.read(`${folder}/example/${locale}.${name}.txt`)
    add(printed, `example.${name}`, commentsIn(part, 'go'))
  }
  return printed
}

function add(
  printed: Map<string, string>,
  chunk: string,
  comments: readonly Comment[],
): void {
  for (const [i, { raw }] of comments.entries()) {
    printed.set(`${chunk}.${i + 1}`, textOf(raw))
  }
}
