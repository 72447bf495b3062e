/** The editor for a trace: its problems, its completions and its colours. */
import type { CompletionSource } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { check } from '../../../src/playground/check.ts'
import { complete } from '../../../src/playground/complete.ts'
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

/** Makes the editor. */
export function makeTraceEditor(options: Options): EditorView {
  return makeEditor({
    ...options,
    problems(text) {
      const checked = check(text)
      if (!('problem' in checked)) return []
      return [{ line: checked.line, message: checked.problem }]
    },
    complete: completions,
    extensions: colours,
  })
}
