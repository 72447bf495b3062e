/** The editor of the playground: CodeMirror with what the pages need. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  keymap,
  lineNumbers,
  MatchDecorator,
  ViewPlugin,
} from '@codemirror/view'
import type { TypingOptions } from './typing.ts'

/** What an editor needs. */
export interface EditorOptions extends TypingOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** Its name, for screen readers. */
  readonly label: string
  readonly onChange: (text: string) => void
  readonly extensions?: Extension
}

/** Makes an editor. Tab leaves it, because it is a part of a page. */
export function makeEditor(options: EditorOptions): EditorView {
  const { parent, text, label, onChange } = options
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        options.extensions ?? [],
        lineNumbers(),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        typingOnFocus(options),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          tabindex: '0',
          spellcheck: 'false',
          autocapitalize: 'off',
          translate: 'no',
        }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString())
        }),
      ],
    }),
  })
}

/** Loads what typing needs on the first focus: who only looks needs none of it. */
function typingOnFocus(options: EditorOptions): Extension {
  const place = new Compartment()
  let asked = false
  return [
    place.of([]),
    EditorView.domEventHandlers({
      focus(_, view) {
        if (asked) return
        asked = true
        import('./typing.ts').then(
          ({ typing }) =>
            view.dispatch({ effects: place.reconfigure(typing(options)) }),
          // The editor works without it, and asks again.
          () => {
            asked = false
          },
        )
      },
    }),
  ]
}

/** Replaces the whole text, if it is another one. */
export function setText(view: EditorView, text: string): void {
  const { doc } = view.state
  if (doc.toString() === text) return
  view.dispatch({ changes: { from: 0, to: doc.length, insert: text } })
}

/** Marks what an expression matches with the class of its first group. */
export function coloured(
  expression: RegExp,
  classOf: (match: RegExpExecArray) => string,
): Extension {
  const decorator = new MatchDecorator({
    regexp: expression,
    decoration: (match) => Decoration.mark({ class: classOf(match) }),
  })
  return ViewPlugin.define(
    (view) => ({
      marks: decorator.createDeco(view),
      update(change) {
        this.marks = decorator.updateDeco(change, this.marks)
      },
    }),
    { decorations: ({ marks }) => marks },
  )
}
