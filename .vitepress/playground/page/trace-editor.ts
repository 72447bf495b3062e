/** The editor for a trace: its problems, its completions and its colours. */
import type { CompletionSource } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { check } from '../../../src/playground/check.ts'
import { complete } from '../../../src/playground/complete.ts'
import { type Messages, say } from '../../../src/trace/say.ts'
import { coloured, type EditorOptions, makeEditor } from './editor.ts'

const completions: CompletionSource = ({ state, pos, explicit }) => {
  const line = state.doc.lineAt(pos)
  const before = state.sliceDoc(line.from, pos)
  const found = complete(before, state.doc.toString())
  if (!found || (!explicit && before.trim() === '')) return null
  return {
    from: line.from + found.from,
    options: found.options.map((label) => ({ label })),
    validFor: /^\S*$/,
  }
}

const colours = coloured(/(?<![^ \t])#.*$|=>.*$/g, ([text]) =>
  text.startsWith('#') ? 'cm-comment' : 'cm-expected',
)

type Options = Pick<EditorOptions, 'parent' | 'text' | 'label' | 'onChange'>

/** Makes the editor. @param texts What it says of mistakes. */
export function makeTraceEditor(options: Options, texts: Messages): EditorView {
  return makeEditor({
    ...options,
    problems(text) {
      const checked = check(text)
      if (!('problem' in checked)) return []
      const { line, problem } = checked
      return [{ line, message: say(texts, problem.code, problem.values) }]
    },
    complete: completions,
    extensions: colours,
  })
}
