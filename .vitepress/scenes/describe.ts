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
  const { front, more, back } = condense(sessions)
  const told = (session: SceneSession) => one(scene, session, words)
  const cut = more > 0 ? [said(words, 'more', { n: more })] : []
  return [...front.map(told), ...cut, ...back.map(told)].join(
    said(words, 'told.then'),
  )
}

/** The id of a session, its age, its flags, and what leads to it. */
function one(scene: Scene, session: SceneSession, words: Words): string {
  const { number, sid } = session
  const inList = scene.sessions.includes(session)
  const keys = scene.keys
    .filter((key) => key.number === number)
    .map((key) => said(words, 'told.key', { sid: short(formatSid(key.sid)) }))
  const names = scene.handles
    .filter((handle) => handle.number === number)
    .map(({ name }) => said(words, 'told.name', { name: short(name) }))
  const facts = [
    ageOf(session, words),
    ...flagsOf(session, inList).map((flag) => said(words, `flags.${flag}`)),
    ...keys,
    ...names,
  ].join(said(words, 'told.between'))
  return said(words, 'told.session', { sid: short(formatSid(sid)), facts })
}
