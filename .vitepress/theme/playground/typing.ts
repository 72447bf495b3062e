/** What an editor needs while a reader types: completion, and marks of errors. */
import { autocompletion } from '@codemirror/autocomplete'
import { type Diagnostic, linter } from '@codemirror/lint'
import type { EditorState, Extension } from '@codemirror/state'
import type { EditorOptions } from './editor.ts'

type Options = Pick<EditorOptions, 'problems' | 'complete'>

/** Its keys come before those of the editor. */
export const typing = ({ problems, complete }: Options): Extension => [
  complete ? autocompletion({ override: [complete], selectOnOpen: false }) : [],
  linter(({ state }) => diagnostics(state, problems), { delay: 150 }),
]

function diagnostics(
  { doc }: EditorState,
  problems: Options['problems'],
): Diagnostic[] {
  return problems(doc.toString()).map(({ line, message }) => {
    const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines))
    return { from, to, message, severity: 'error' }
  })
}
