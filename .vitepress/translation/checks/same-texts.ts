/** Each text of a JSON file says what the English text of its key says. */
import { problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { docsFile, type Language, source } from '../../site/languages.ts'
import { readTexts } from '../../site/texts.ts'
import { hashOf, meaningOf } from '../meaning.ts'
import { readRecords } from '../records.ts'
import { textBlock } from './blocks.ts'
import type { Report, Severity } from './finding.ts'
import { textsOfMessage } from './message-texts.ts'
import { type Around, unlike, usualRatio } from './same-text.ts'

/** Names in a text that are no words: `@param x`, `RangeError`, `list.List`. */
const names =
  /@[a-z]+(?: \{[^}]*\}| [a-z]\w*)?|\b[A-Za-z_]\w*\(\)|\b[A-Za-z]\w*\.[A-Za-z]\w*\b|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z]+[A-Z]\w*/g

/** What a text lacks that its English text has, or has in its place. */
export function checkSameTexts(
  project: Project,
  locale: Language,
  name: string,
): Report[] {
  const file = docsFile(locale, name)
  const found: Report[] = []
  problemsOf(() => {
    const english = readTexts(project, source, name)
    const own = readTexts(project, locale, name)
    const { records } = readRecords(project, locale)
    const keyOfHash = new Map(
      [...records.values()]
        .flat()
        .map(({ section, translation }) => [translation, section]),
    )
    // Strings of the interface are too short to miss a sentence by the length.
    const ratio =
      name === 'interface.json'
        ? 0
        : usualRatio(
            [...own].map(([key, { text }]) => [text, english.get(key)?.text]),
          )
    for (const [key, { text, line }] of own) {
      const want = english.get(key)?.text
      if (want === undefined || key.startsWith('language.')) continue
      const tell = (message: string, severity: Severity) =>
        found.push({ file, line, message: `"${key}" ${message}`, severity })
      const section = `${name}#${key}`
      const recorded = records.get(section)
      const isRecorded = recorded?.some(({ translation }) => {
        return translation === hashOf(text)
      })
      const owner = keyOfHash.get(hashOf(text))
      if (recorded && !isRecorded && owner?.startsWith(name)) {
        const other = owner.slice(name.length + 1)
        tell(`is the text of "${other}"; put each text to its key`, 'error')
      } else if (meaningOf(text) !== meaningOf(want)) {
        const [first] = lacking(text, want, name, { locale, ratio })
        if (first) tell(...first)
      }
    }
  })
  return found
}

function* lacking(
  text: string,
  english: string,
  name: string,
  on: Pick<Around, 'locale' | 'ratio'>,
): Generator<[message: string, severity: Severity]> {
  if ((text.match(/`/g)?.length ?? 0) % 2 > 0) {
    const message =
      'has a backtick without a partner; put code between two: `code`'
    yield [message, 'error']
  }
  const plain = bare(text)
  const words = name === 'comments.json' ? bare(english).matchAll(names) : []
  for (const [word] of words) {
    if (plain.includes(word.replace('()', ''))) continue
    const message = `lacks “${word}”, which is a name in the code; write it as the English does`
    yield [message, word.startsWith('@') ? 'error' : 'warning']
  }
  const tag =
    name === 'interface.json' ? undefined : /<\/?[a-z]+>?/i.exec(plain)
  if (tag && !bare(english).includes(tag[0])) {
    const message = `has the HTML “${tag[0]}”, which would be shown as it is; delete it`
    yield [message, 'error']
  }
  const [own, want] = [text, english].map((each) => {
    const shown = name === 'interface.json' ? textsOfMessage(each) : [each]
    return textBlock('paragraph', '', { line: 0, text: shown.at(-1) ?? '' })
  })
  if (!own || !want) return
  const around = { ...on, section: text, english }
  for (const each of unlike(own, want, around)) {
    const message = typeof each === 'string' ? each : each[0]
    yield [message.replaceAll('{there}', 'the English'), 'warning']
  }
}

/** A text without its code. */
const bare = (text: string): string => text.replace(/`[^`]*`/g, ' ')
