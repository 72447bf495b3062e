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

/** Requests as lanes of time, from left to right. */
interface Lanes {
  readonly kind: 'lanes'
  /** Per lane, its parts: key, first column from 1, columns, and a flag. */
  readonly lanes: readonly {
    readonly key: string
    readonly parts: readonly (readonly [
      key: string,
      from: number,
      columns: number,
      flag: 'held' | 'waits' | 'clash',
    ])[]
  }[]
}

export type Drawing = Flow | Lists | Lanes

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

/** The drawings by name. Their words are in interface.json, at `drawings`. */
export const drawings = {
  request: {
    kind: 'flow',
    boxes: ['cookie', 'manager', 'provider', 'session', 'answer'],
  },
  scan: {
    kind: 'lists',
    rows: [
      {
        key: 'map',
        link: '',
        sessions: sessions('cahflbkdjgie', 'abcdefghijkl', 'jkl'),
      },
      {
        key: 'list',
        link: '⇄',
        sessions: sessions('abcdefghijkl', 'ijkl', 'jkl'),
      },
    ],
  },
  links: {
    kind: 'lists',
    rows: [
      {
        key: 'single',
        link: '→',
        sessions: [
          ['ana', 'looked'],
          ['bo', 'looked'],
          ['cy', 'looked'],
          ['di', 'touched'],
          ['eve'],
        ],
      },
      {
        key: 'double',
        link: '⇄',
        sessions: [
          ['ana'],
          ['bo'],
          ['cy', 'looked'],
          ['di', 'touched'],
          ['eve', 'looked'],
        ],
      },
    ],
  },
  elements: { kind: 'flow', boxes: ['key', 'element', 'session'] },
  lock: {
    kind: 'lanes',
    lanes: [
      { key: 'update', parts: [['holds', 1, 2, 'held']] },
      {
        key: 'collect',
        parts: [
          ['waits', 2, 1, 'waits'],
          ['holds', 3, 2, 'held'],
        ],
      },
    ],
  },
  race: {
    kind: 'lanes',
    lanes: [
      {
        key: 'update',
        parts: [
          ['reads', 1, 2, 'clash'],
          ['moves', 3, 2, 'clash'],
        ],
      },
      {
        key: 'destroy',
        parts: [
          ['deletes', 2, 2, 'clash'],
          ['removes', 4, 2, 'clash'],
        ],
      },
    ],
  },
  hash: { kind: 'flow', boxes: ['key', 'field', 'value'] },
  lost: {
    kind: 'lanes',
    lanes: [
      {
        key: 'first',
        parts: [
          ['reads', 1, 1, 'held'],
          ['writes', 3, 1, 'clash'],
        ],
      },
      {
        key: 'second',
        parts: [
          ['reads', 2, 1, 'held'],
          ['writes', 4, 1, 'clash'],
        ],
      },
    ],
  },
  fields: {
    kind: 'lanes',
    lanes: [
      { key: 'first', parts: [['writes', 3, 1, 'held']] },
      { key: 'second', parts: [['writes', 4, 1, 'held']] },
    ],
  },
  risen: {
    kind: 'lanes',
    lanes: [
      {
        key: 'slow',
        parts: [
          ['reads', 1, 1, 'held'],
          ['writes', 4, 1, 'clash'],
        ],
      },
      { key: 'logout', parts: [['destroys', 2, 1, 'held']] },
    ],
  },
  ended: {
    kind: 'lanes',
    lanes: [
      {
        key: 'slow',
        parts: [
          ['reads', 1, 1, 'held'],
          ['refused', 4, 1, 'waits'],
        ],
      },
      { key: 'logout', parts: [['destroys', 2, 1, 'held']] },
    ],
  },
} as const satisfies Record<string, Drawing>

export type DrawingName = keyof typeof drawings

export const drawingNames: readonly string[] = Object.keys(drawings)

export const isDrawing = (name: string): name is DrawingName =>
  Object.hasOwn(drawings, name)
