/** The editor for the port, with the Go of each line beside it. */
import { Decoration, EditorView } from '@codemirror/view'
import { portFile } from '../../../src/evidence/edit.ts'
import { presetNamed } from '../../../src/playground/presets.ts'
import type { CodeRow } from '../data.ts'
import { changedLines } from './changed-lines.ts'
import { problemsIn } from './compile.ts'
import { coloured, makeEditor } from './editor.ts'
import { codeOf, goAtCursor, goBeside } from './go-gutter.ts'

const colours = coloured(
  /\/\/.*$|^\s*\/?\*.*$|\b(?:as|break|class|const|constructor|continue|else|export|extends|for|from|function|if|implements|import|let|new|null|private|public|readonly|return|this|throw|typeof|undefined|void|while)\b/g,
  ([text]) => (/^\s*[/*]/.test(text) ? 'cm-comment' : 'cm-keyword'),
)

const changed = Decoration.line({ class: 'cm-changed' })

/** Pixels of a place in which both sides have room. */
const wide = 900

/** What an editor for the port needs. */
export interface CodeOptions {
  readonly parent: HTMLElement
  readonly rows: readonly CodeRow[]
  readonly label: string
  readonly onChange: (text: string) => void
  /** Called with the Go beside the cursor's line. */
  readonly onLine: (go: string) => void
}

/** Makes an editor with the unedited port. */
export function makeCodeEditor(options: CodeOptions): EditorView {
  const { parent, rows, label, onChange, onLine } = options
  return makeEditor({
    parent,
    text: codeOf(rows),
    label,
    onChange,
    problems: problemsIn,
    extensions: [
      goBeside(rows, parent.clientWidth > wide),
      colours,
      EditorView.decorations.compute(['doc'], ({ doc }) =>
        Decoration.set(
          changedLines(codeOf(rows), doc.toString()).map((line) =>
            changed.range(doc.line(line).from),
          ),
        ),
      ),
      EditorView.updateListener.of(({ state }) => onLine(goAtCursor(state))),
    ],
  })
}

/** A replacement in a text. */
interface Change {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * The changes of a preset in the text of the unedited port.
 * @throws {Error} If the text of an edit does not occur exactly once.
 */
export function changesOf(name: string, text: string): Change[] {
  const edits = presetNamed(name)?.edits ?? []
  return edits.flatMap(({ file, find, replace }) => {
    if (file !== portFile) return []
    const at = text.indexOf(find)
    if (at < 0 || text.indexOf(find, at + 1) >= 0) {
      throw new Error(`the port does not have ${JSON.stringify(find)} once`)
    }
    let same = 0
    while (same < find.length && find[same] === replace[same]) same++
    let end = 0
    const most = Math.min(find.length, replace.length) - same
    while (end < most && find.at(-1 - end) === replace.at(-1 - end)) end++
    return {
      from: at + same,
      to: at + find.length - end,
      insert: replace.slice(same, replace.length - end),
    }
  })
}
