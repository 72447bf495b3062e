/** Checks that the strings of the interface can be formatted. */
import { IntlMessageFormat } from 'intl-messageformat'
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { interfaceFile, tagKey } from '../../site/interface.ts'
import { type Language, source } from '../../site/languages.ts'
import { readTexts } from '../../site/texts.ts'

/** Finds problems in the strings of a language. */
export function checkInterface(project: Project, locale: Language): Problem[] {
  const file = interfaceFile(locale)
  const found: Problem[] = []
  // The check `texts` reports a file that cannot be read.
  problemsOf(() => {
    const english = readTexts(project, source, 'interface.json')
    for (const [key, own] of readTexts(project, locale, 'interface.json')) {
      const wanted = english.get(key)
      if (!wanted) continue
      const messages =
        key === tagKey ? wrongTag(own.text) : wrongText(own.text, wanted.text)
      for (const message of messages) {
        found.push({ file, line: own.line, message: `"${key}" ${message}` })
      }
    }
  })
  return found
}

function* wrongTag(tag: string): Generator<string> {
  const names = new Intl.DisplayNames('en', {
    type: 'language',
    fallback: 'none',
  })
  try {
    if (Intl.getCanonicalLocales(tag)[0] === tag && names.of(tag)) return
  } catch {
    // A malformed tag gets the same message as an unknown one.
  }
  yield `is "${tag}", which is not a language tag; write one such as "pt" or "zh-Hans"`
}

function* wrongText(text: string, english: string): Generator<string> {
  const [own, wanted] = [text, english].map(placeholdersOf)
  if (own instanceof Error) {
    yield `is not an ICU message (${own.message}); compare it with ${JSON.stringify(english)}`
  } else if (own && !(wanted instanceof Error) && wanted) {
    for (const name of wanted) {
      if (own.has(name)) continue
      yield `lacks {${name}}, which the English string has; add it where it belongs`
    }
    for (const name of own) {
      if (wanted.has(name)) continue
      const near = didYouMean(name, [...wanted]) || ';'
      yield `has {${name}}, which the English string lacks${near} correct or delete it`
    }
  }
  yield* unclosed(text)
}

function* unclosed(text: string): Generator<string> {
  const open: string[] = []
  for (const [tag, name = ''] of text.matchAll(/<\/?(\w+)[^>]*>/g)) {
    if (!tag.startsWith('</')) open.push(name)
    else if (open.pop() !== name)
      yield `has ${tag} without its <${name}>; add <${name}> before it, or delete it`
  }
  for (const name of open)
    yield `has <${name}> without its </${name}>; add </${name}>`
}

/** The placeholders of a message, or the error if it is not a message. */
function placeholdersOf(text: string): Set<string> | Error {
  try {
    const options = { ignoreTag: true }
    const message = new IntlMessageFormat(text, source, undefined, options)
    return new Set(namesIn(message.getAst()))
  } catch (error) {
    return error as Error
  }
}

/** An element of a message. Type 0 is text; type 7 is the `#` of a plural. */
interface Part {
  readonly type: number
  readonly value?: unknown
  readonly options?: object | null
}

function* namesIn(parts: readonly Part[]): Generator<string> {
  for (const { type, value, options } of parts) {
    if (type !== 0 && type !== 7) yield String(value)
    for (const option of Object.values(options ?? {})) {
      yield* namesIn((option as { value: readonly Part[] }).value)
    }
  }
}
