/** Draws a scene as HTML elements, at build time and in the browser alike. */
import { formatScalar, formatSid } from '../../src/trace/format.ts'
import { seconds, short } from './caption-values.ts'
import { condense } from './condense.ts'
import { describe } from './describe.ts'
import { ageOf, flagsOf } from './facts.ts'
import type { Scene, SceneSession } from './scene.ts'
import { said, type Words } from './words.ts'

/**
 * Builds an element: hastscript at build time, Vue's `h` in the browser.
 * `data-number` is the identity of a session, by which a player moves it.
 */
export type Build<Node> = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[],
) => Node

/** What the parts of a drawing need. */
interface Pen<Node> {
  readonly h: Build<Node>
  readonly scene: Scene
  readonly words: Words
}

/** Draws the list with the map's keys and the trace's names, and what is gone. */
export function drawScene<Node>(
  h: Build<Node>,
  scene: Scene,
  words: Words,
): Node {
  const pen: Pen<Node> = { h, scene, words }
  const { sessions, gone } = scene
  const list =
    sessions.length === 0
      ? [h('span', { class: 'scene-empty' }, [said(words, 'empty')])]
      : [end(pen, 'front'), ...places(pen, sessions), end(pen, 'end')]
  const outside =
    gone.length === 0
      ? []
      : [
          h('div', { class: 'scene-gone' }, [
            h('span', { class: 'scene-end' }, [said(words, 'gone')]),
            ...places(pen, gone),
          ]),
        ]
  // Vue keeps elements with the attribute `role` in the page's script, so the
  // words are a text beside the drawing and not its label.
  return h('div', { class: 'scene-state', translate: 'no' }, [
    h('span', { class: 'visually-hidden' }, [describe(scene, words)]),
    h('div', { 'aria-hidden': 'true' }, [
      h('div', { class: 'scene-list' }, list),
      ...outside,
    ]),
  ])
}

const end = <Node>({ h, words }: Pen<Node>, key: 'front' | 'end'): Node =>
  h('span', { class: `scene-end ${key}` }, [said(words, key)])

function places<Node>(
  pen: Pen<Node>,
  sessions: readonly SceneSession[],
): Node[] {
  const { h, words } = pen
  const { front, more, back } = condense(sessions)
  const draw = (session: SceneSession) => place(pen, session)
  if (more === 0) return front.map(draw)
  const between = h('span', { class: 'scene-more' }, [
    said(words, 'more', { n: more }),
  ])
  return [...front.map(draw), between, ...back.map(draw)]
}

/** A session below the keys that lead to it and above the names that hold it. */
function place<Node>(pen: Pen<Node>, session: SceneSession): Node {
  const { h, scene, words } = pen
  const { number } = session
  const inList = scene.sessions.includes(session)
  const keys = some(pen, 'scene-key', scene.keys, number, ({ sid }) =>
    tag(pen, 'scene-key', said(words, 'map'), formatSid(sid)),
  )
  const orphan = h('span', { class: 'scene-key none' }, [said(words, 'noKey')])
  const names = some(pen, 'scene-name', scene.handles, number, ({ name }) =>
    tag(pen, 'scene-name', '', `${short(name).code} =`),
  )
  const kind = inList ? 'scene-place' : 'scene-place gone'
  return h('div', { class: kind, 'data-number': `${number}` }, [
    h(
      'div',
      { class: 'scene-keys' },
      session.orphan ? [orphan, ...keys] : keys,
    ),
    card(pen, session, inList),
    h('div', { class: 'scene-names' }, names),
  ])
}

/** Draws what leads to a session, or its ends and how many are between. */
function some<Node, Item extends { readonly number: number }>(
  { h, words }: Pen<Node>,
  kind: string,
  items: readonly Item[],
  number: number,
  draw: (item: Item) => Node,
): Node[] {
  const own = items.filter((item) => item.number === number)
  const { front, more, back } = condense(own)
  const between = h('span', { class: kind }, [said(words, 'more', { n: more })])
  return [...front.map(draw), ...(more > 0 ? [between] : []), ...back.map(draw)]
}

const tag = <Node>(
  { h }: Pen<Node>,
  kind: string,
  word: string,
  text: string,
) =>
  h('span', { class: kind }, [
    ...(word ? [h('small', {}, [word]), ' '] : []),
    short(text).code,
  ])

/** At most this many values of a session are drawn. */
const mostValues = 4

function card<Node>(
  { h, words }: Pen<Node>,
  session: SceneSession,
  inList: boolean,
): Node {
  const { sid, stamp, values } = session
  const flags = flagsOf(session, inList)
  const lines = values
    .slice(0, mostValues)
    .map(([key, value]) =>
      h('span', { class: 'scene-value' }, [
        `${short(formatScalar(key)).code}: ${short(formatScalar(value)).code}`,
      ]),
    )
  const left = values.length - lines.length
  const rest = left > 0 ? [said(words, 'more', { n: left })] : []
  return h('div', { class: ['scene-card', ...flags].join(' ') }, [
    h('strong', {}, [short(formatSid(sid)).code]),
    h('span', { class: 'scene-age' }, [ageOf(session, words)]),
    h('span', { class: 'scene-stamp' }, [
      said(words, 'stamp', { time: seconds(words, stamp) }),
    ]),
    ...lines,
    ...rest.map((text) => h('span', { class: 'scene-value' }, [text])),
    ...flags.map((flag) =>
      h('span', { class: `scene-flag ${flag}` }, [
        said(words, `flags.${flag}`),
      ]),
    ),
  ])
}
