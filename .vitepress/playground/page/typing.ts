/** What an editor needs while a reader types: completion, and marks of errors. */
import { autocompletion, type CompletionSource } from '@codemirror/autocomplete'
import { type Diagnostic, linter } from '@codemirror/lint'
import type { EditorState, Extension } from '@codemirror/state'

/** A problem in a line, from 1. */
export interface Problem {
  readonly line: number
  readonly message: string
}

/** What typing needs to know. */
export interface TypingOptions {
  /** Finds what is wrong with the text. */
  readonly problems: (text: string) => readonly Problem[]
  readonly complete?: CompletionSource
}

/** Its keys come before those of the editor. */
export const typing = ({ problems, complete }: TypingOptions): Extension => [
  complete ? autocompletion({ override: [complete], selectOnOpen: false }) : [],
  linter(({ state }) => diagnostics(state, problems), { delay: 150 }),
]

function diagnostics(
  { doc }: EditorState,
  problems: TypingOptions['problems'],
): Diagnostic[] {
  return problems(doc.toString()).map(({ line, message }) => {
    const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines))
    return { from, to, message, severity: 'error' }
  })
}
