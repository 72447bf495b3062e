/** Each text of a JSON file says what the English text of its key says. */
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { docsFile, type Language, source } from '../../site/languages.ts'
import { readTexts } from '../../site/texts.ts'
import { hashOf, meaningOf } from '../meaning.ts'
import { readRecords } from '../records.ts'
import { missingFigures } from './numbers.ts'

/** Names in a text that are no words: `@param x`, `RangeError`, `list.List`. */
const names =
  /@[a-z]+(?: \{[^}]*\}| [a-z]\w*)?|\b[A-Za-z_]\w*\(\)|\b[A-Za-z]\w*\.[A-Za-z]\w*\b|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z]+[A-Z]\w*/g

/** What a text lacks that its English text has, or has in its place. */
export function checkSameTexts(
  project: Project,
  locale: Language,
  name: string,
): Problem[] {
  const file = docsFile(locale, name)
  const found: Problem[] = []
  problemsOf(() => {
    const english = readTexts(project, source, name)
    const { records } = readRecords(project, locale)
    const keyOfHash = new Map(
      [...records.values()]
        .flat()
        .map(({ section, translation }) => [translation, section]),
    )
    for (const [key, { text, line }] of readTexts(project, locale, name)) {
      const want = english.get(key)?.text
      if (want === undefined || key.startsWith('language.')) continue
      const section = `${name}#${key}`
      const own = records.get(section)
      const isRecorded = own?.some(({ translation }) => {
        return translation === hashOf(text)
      })
      const owner = keyOfHash.get(hashOf(text))
      const message =
        own && !isRecorded && owner?.startsWith(name)
          ? `is the text of "${owner.slice(name.length + 1)}"; put each text to its key`
          : meaningOf(text) === meaningOf(want)
            ? undefined
            : lacking(text, want, locale, name)
      if (message) found.push({ file, line, message: `"${key}" ${message}` })
    }
  })
  return found
}

function lacking(
  text: string,
  english: string,
  locale: Language,
  name: string,
): string | undefined {
  const backticks = text.match(/`/g)?.length ?? 0
  if (backticks % 2 > 0) {
    return 'has a backtick without a partner; put code between two: `code`'
  }
  const own = codeIn(text)
  for (const code of codeIn(english)) {
    const at = own.indexOf(code)
    if (at < 0)
      return `lacks the code ${code}, which the English has; put it in`
    own.splice(at, 1)
  }
  const plain = bare(text)
  const words = name === 'comments.json' ? bare(english).matchAll(names) : []
  for (const [word] of words) {
    if (plain.includes(word.replace('()', ''))) continue
    return `lacks “${word}”, which is a name in the code; write it as the English does`
  }
  const tag =
    name === 'interface.json' ? undefined : /<\/?[a-z]+>?/i.exec(plain)
  if (tag && !bare(english).includes(tag[0])) {
    return `has the HTML “${tag[0]}”, which would be shown as it is; delete it`
  }
  const [figure] = missingFigures(english, text, locale)
  return figure && `lacks the number “${figure.text}” of the English; write it`
}

const codeIn = (text: string): string[] => text.match(/`[^`]+`/g) ?? []

/** A text without its code. */
const bare = (text: string): string => text.replace(/`[^`]*`/g, ' ')
