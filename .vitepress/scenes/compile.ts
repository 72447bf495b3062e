/** Reads the texts of scenes into the form in which a page fetches them. */
import { IntlMessageFormat } from 'intl-messageformat'
import { readClaims, tracesOf } from '../../src/evidence/claims.ts'
import type { Project } from '../../src/project/project.ts'
import { interfaceOf, tagOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { withUnits } from '../site/units.ts'
import type { Compiled, TextsData, Translated } from './published.ts'
import { readTraceTexts, type TraceText } from './trace-texts.ts'

/** The texts of a language; English ones replace those that it lacks. */
export function compiledTexts(project: Project, locale: Language): TextsData {
  const translated = ({ text, lang }: TraceText): Translated =>
    lang === locale ? [text] : [text, lang]
  // Questions are drawn when the page is built.
  const { ask: _, ...played } = interfaceOf(locale).scenes
  const traces = tracesOf(readClaims(project)).map((id) => {
    const { title, notes } = readTraceTexts(project, id, locale)
    const told = notes.map((note) => [note.before, translated(note)])
    return [id, { title: translated(title), notes: Object.fromEntries(told) }]
  })
  return {
    tag: tagOf(locale),
    messages: Object.fromEntries(messagesIn(played)),
    traces: Object.fromEntries(traces),
  }
}

type Tree = { readonly [name: string]: string | Tree }

function* messagesIn(tree: Tree, above = ''): Generator<[string, Compiled]> {
  for (const [name, text] of Object.entries(tree)) {
    if (typeof text === 'string') yield [above + name, compiled(text)]
    else yield* messagesIn(text, `${above}${name}.`)
  }
}

/** So that a page needs no parser for messages, which is four times as large. */
function compiled(text: string): Compiled {
  if (!/[{']/.test(text)) return text
  const options = { ignoreTag: true }
  return new IntlMessageFormat(
    withUnits(text),
    'en',
    undefined,
    options,
  ).getAst()
}
