/** Describes a scene in words, for readers who cannot see the drawing. */
import { formatSid } from '../../src/trace/format.ts'
import { short } from './caption-values.ts'
import { condense } from './condense.ts'
import { ageOf, flagsOf } from './facts.ts'
import type { Scene, SceneSession } from './scene.ts'
import { said, type Words } from './words.ts'

/** The list, front to back, and the sessions outside it, as one text. */
export function describe(scene: Scene, words: Words): string {
  const { sessions, gone } = scene
  const list =
    sessions.length === 0
      ? said(words, 'told.empty')
      : said(words, 'told.list', { sessions: all(scene, sessions, words) })
  const outside =
    gone.length === 0
      ? []
      : [said(words, 'told.gone', { sessions: all(scene, gone, words) })]
  return [list, ...outside].join(' ')
}

function all(
  scene: Scene,
  sessions: readonly SceneSession[],
  words: Words,
): string {
  const told = (session: SceneSession) => one(scene, session, words)
  return some(sessions, words, told).join(said(words, 'told.then'))
}

/** What is told of each item, or of the first and last of many. */
function some<Item>(
  items: readonly Item[],
  words: Words,
  tell: (item: Item) => string,
): string[] {
  const { front, more, back } = condense(items)
  const cut = more > 0 ? [said(words, 'more', { n: more })] : []
  return [...front.map(tell), ...cut, ...back.map(tell)]
}

/** The id of a session, its age, its flags, and what leads to it. */
function one(scene: Scene, session: SceneSession, words: Words): string {
  const { number, sid } = session
  const inList = scene.sessions.includes(session)
  const leads = <Item extends { number: number }>(
    items: readonly Item[],
    tell: (item: Item) => string,
  ) => {
    const own = items.filter((item) => item.number === number)
    return some(own, words, tell)
  }
  const keys = leads(scene.keys, ({ sid }) =>
    said(words, 'told.key', { sid: short(formatSid(sid)) }),
  )
  const names = leads(scene.handles, ({ name }) =>
    said(words, 'told.name', { name: short(name) }),
  )
  const facts = [
    ageOf(session, words),
    ...flagsOf(session, inList).map((flag) => said(words, `flags.${flag}`)),
    ...keys,
    ...names,
  ].join(said(words, 'told.between'))
  return said(words, 'told.session', { sid: short(formatSid(sid)), facts })
}
