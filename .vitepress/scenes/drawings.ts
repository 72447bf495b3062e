/** Lists the drawings of what no step of a trace shows. */

/** Boxes in a row, one leading to the next; each has a name and a text. */
interface Flow {
  readonly kind: 'flow'
  /** The keys of the boxes. */
  readonly boxes: readonly string[]
}

/** Rows of sessions, to compare which have to be looked at. */
interface Lists {
  readonly kind: 'lists'
  readonly rows: readonly {
    readonly key: string
    /** What is written between two sessions; empty if they are in no list. */
    readonly link: string
    readonly sessions: readonly Cell[]
  }[]
}

/** A session in a list: its id, and flags of the scenes such as `looked`. */
export type Cell = readonly [sid: string, ...flags: string[]]

/** A part of a lane: key, first column from 1, columns, and a flag. */
type Part = readonly [
  key: string,
  from: number,
  columns: number,
  flag: 'held' | 'waits' | 'clash',
]

/** Requests as lanes of time, from left to right. */
interface Lanes {
  readonly kind: 'lanes'
  readonly lanes: readonly { readonly key: string; readonly parts: Part[] }[]
}

export type Drawing = Flow | Lists | Lanes

const flow = (...boxes: string[]): Flow => ({ kind: 'flow', boxes })

/** @param rows For each row its key, its link and its sessions. */
const lists = (...rows: [string, string, readonly Cell[]][]): Lists => ({
  kind: 'lists',
  rows: rows.map(([key, link, sessions]) => ({ key, link, sessions })),
})

/** @param parts The parts of each lane, by its key. */
const lanes = (parts: Readonly<Record<string, Part[]>>): Lanes => ({
  kind: 'lanes',
  lanes: Object.entries(parts).map(([key, parts]) => ({ key, parts })),
})

/** A row of sessions; some are looked at, and some have expired. */
const sessions = (
  sids: string,
  looked: string,
  expired: string,
): readonly Cell[] =>
  [...sids].map((sid) => [
    sid,
    ...(looked.includes(sid) ? ['looked'] : []),
    ...(expired.includes(sid) ? ['expired'] : []),
  ])

const reads: Part = ['reads', 1, 1, 'held']
const logout: Part[] = [['destroys', 2, 1, 'held']]
const [ana, bo, cy, di, eve] = ['ana', 'bo', 'cy', 'di', 'eve'] as const

/** The drawings by name. Their words are in interface.json, at `drawings`. */
export const drawings = {
  request: flow('cookie', 'manager', 'provider', 'session', 'answer'),
  scan: lists(
    ['map', '', sessions('cahflbkdjgie', 'abcdefghijkl', 'jkl')],
    ['list', '⇄', sessions('abcdefghijkl', 'ijkl', 'jkl')],
  ),
  links: lists(
    [
      'single',
      '→',
      [[ana, 'looked'], [bo, 'looked'], [cy, 'looked'], [di, 'touched'], [eve]],
    ],
    [
      'double',
      '⇄',
      [[ana], [bo], [cy, 'looked'], [di, 'touched'], [eve, 'looked']],
    ],
  ),
  elements: flow('key', 'element', 'session'),
  lock: lanes({
    update: [['holds', 1, 2, 'held']],
    collect: [
      ['waits', 2, 1, 'waits'],
      ['holds', 3, 2, 'held'],
    ],
  }),
  race: lanes({
    update: [
      ['reads', 1, 2, 'clash'],
      ['moves', 3, 2, 'clash'],
    ],
    destroy: [
      ['deletes', 2, 2, 'clash'],
      ['removes', 4, 2, 'clash'],
    ],
  }),
  hash: flow('key', 'field', 'value'),
  lost: lanes({
    first: [reads, ['writes', 3, 1, 'clash']],
    second: [
      ['reads', 2, 1, 'held'],
      ['writes', 4, 1, 'clash'],
    ],
  }),
  fields: lanes({
    first: [['writes', 3, 1, 'held']],
    second: [['writes', 4, 1, 'held']],
  }),
  risen: lanes({ slow: [reads, ['writes', 4, 1, 'clash']], logout }),
  ended: lanes({ slow: [reads, ['refused', 4, 1, 'waits']], logout }),
} satisfies Record<string, Drawing>

export type DrawingName = keyof typeof drawings

export const drawingNames: readonly string[] = Object.keys(drawings)

export const isDrawing = (name: string): name is DrawingName =>
  Object.hasOwn(drawings, name)
