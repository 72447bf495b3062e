/** Compares the listing's comments with the book's edition in each language. */

import { readJson } from '../../../src/project/json.ts'
import type { Problem } from '../../../src/project/problem.ts'
import { linesOf, type Project } from '../../../src/project/project.ts'
import { type Language, languages } from '../../site/languages.ts'
import type { Chunk } from '../chunk.ts'
import { chunksOfGo } from '../chunks-of-go.ts'
import { textOf } from '../comment-frame.ts'
import { keysIn } from '../comment-keys.ts'
import { commentsIn } from '../comments.ts'
import { readLocalized } from '../localized.ts'
import type { Checked } from './checked.ts'

const folder = 'go-reference/editions'
const mendedFile = `${folder}/mended-comments.json`

/** A printed comment that is shown in a corrected form, and the reason. */
interface Mended {
  readonly locale: Language
  readonly key: string
  readonly printed: string
  readonly mended: string
  readonly why: string
}

/** Finds comments that are neither as printed nor corrected with a record. */
export function checkEditions({
  project,
  locales = languages,
}: Checked): Problem[] {
  const problems: Problem[] = []
  const text = project.read(mendedFile)
  const { value, lineOf } = readJson(mendedFile, text)
  const records = value as Mended[]
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
      const message = `"${key}" is ${shown}, but the edition prints ${JSON.stringify(printed)}; copy that, or record in ${mendedFile} what you corrected and why`
      problems.push({ file, line, message })
    }
  }
  for (const [i, record] of records.entries()) {
    if (!locales.includes(record.locale)) continue
    if (used.has(record) && record.printed !== record.mended) continue
    const line = lineOf(i, 'locale')
    const message = `corrects nothing that the ${record.locale} edition prints at "${record.key}"; change or delete it`
    problems.push({ file: mendedFile, line, message })
  }
  return problems
}

/** The comments of an edition, by their keys in comments.json. */
function printedComments(project: Project, locale: Language) {
  const printed = new Map<string, string>()
  const listing = `${folder}/${locale}.go.txt`
  const text = project.read(listing)
  const add = (source: string, chunk: Chunk) => {
    for (const { key, comment } of keysIn(
      source,
      commentsIn(source, 'go'),
      chunk,
    ))
      printed.set(key, textOf(comment.raw))
  }
  for (const chunk of chunksOfGo(listing, text)) add(text, chunk)
  for (const name of ['import', 'init']) {
    const part = project.read(`${folder}/example/${locale}.${name}.txt`)
    const last = linesOf(part).length
    add(part, { name: `example.${name}`, first: 1, last })
  }
  return printed
}
