/** Shows the Go of each line beside it, and keeps it there during edits. */
import {
  type EditorState,
  type Extension,
  RangeSet,
  StateField,
} from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutter,
  WidgetType,
} from '@codemirror/view'
import type { CodeRow } from '../data.ts'

class GoMarker extends GutterMarker {
  constructor(readonly lines: readonly string[]) {
    super()
  }

  override eq(other: GoMarker): boolean {
    return this.lines.join('\n') === other.lines.join('\n')
  }

  override toDOM(): Node {
    const code = document.createElement('code')
    code.textContent = this.lines.join('\n')
    return code
  }
}

/** The place of lines of Go that have no counterpart. */
class GapWidget extends WidgetType {
  constructor(readonly lines: readonly string[]) {
    super()
  }

  override eq(other: GapWidget): boolean {
    return this.lines.join('\n') === other.lines.join('\n')
  }

  override toDOM(): HTMLElement {
    const gap = document.createElement('div')
    gap.className = 'cm-gap'
    gap.style.height = `${this.lines.length * 1.6}em`
    return gap
  }
}

/** The text of the port in these rows. */
export const codeOf = (rows: readonly CodeRow[]): string =>
  `${rows.flatMap(([, ts]) => ts).join('\n')}\n`

/**
 * Shows the Go of these rows; the document begins with their text.
 * @param wide Whether there is room for it. If not, only `goAtCursor` knows it.
 */
export function goBeside(rows: readonly CodeRow[], wide: boolean): Extension {
  const { markers, gaps } = place(rows)
  const beside = StateField.define<RangeSet<GutterMarker>>({
    create: () => markers,
    update: (set, { changes }) => set.map(changes),
  })
  const between = StateField.define<DecorationSet>({
    create: () => gaps,
    update: (set, { changes }) => set.map(changes),
    provide: (field) => EditorView.decorations.from(field),
  })
  const known = [beside, besideField.init(() => beside)]
  if (!wide) return known
  return [
    known,
    between,
    gutter({
      class: 'cm-go',
      markers: ({ state }) => state.field(beside),
      widgetMarker: (_, widget) =>
        widget instanceof GapWidget ? new GoMarker(widget.lines) : null,
      lineMarkerChange: ({ docChanged }) => docChanged,
    }),
  ]
}

const besideField = StateField.define<
  StateField<RangeSet<GutterMarker>> | undefined
>({ create: () => undefined, update: (field) => field })

/** The Go beside the line of the cursor; empty if there is none. */
export function goAtCursor(state: EditorState): string {
  const field = state.field(besideField, false)
  const { from, to } = state.doc.lineAt(state.selection.main.head)
  let found = ''
  if (!field) return found
  state.field(field).between(from, to, (_from, _to, marker) => {
    if (marker instanceof GoMarker) found = marker.lines.join('\n').trim()
  })
  return found
}

function place(rows: readonly CodeRow[]) {
  const markers: ReturnType<GoMarker['range']>[] = []
  const gaps: ReturnType<Decoration['range']>[] = []
  let at = 0
  let waiting: string[] = []
  for (const [go, ts] of rows) {
    const more = Math.max(0, go.length - ts.length)
    waiting.push(...go.slice(0, more))
    for (const [i, line] of ts.entries()) {
      if (waiting.length > 0) {
        const widget = new GapWidget(waiting)
        gaps.push(
          Decoration.widget({ widget, block: true, side: -1 }).range(at),
        )
        waiting = []
      }
      const beside = go[more + i]
      if (beside !== undefined) markers.push(new GoMarker([beside]).range(at))
      at += line.length + 1
    }
  }
  return { markers: RangeSet.of(markers), gaps: Decoration.set(gaps) }
}
