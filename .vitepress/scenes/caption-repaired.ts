/** Says what a step has touched on the repaired store. */
import { formatSid } from '../../src/trace/format.ts'
import { seconds, short } from './caption-values.ts'
import type { SceneSession } from './scene.ts'
import { lastSeen } from './timeline.ts'
import type { Told } from './told.ts'
import type { Parts } from './words.ts'

/** Set, Get or Delete: what it touched. @param sid The session's id. */
export function useRepaired(told: Told, number: number, sid: string): Parts {
  const { steps, index, scene, say } = told
  const own = scene.sessions.find((each) => each.number === number)
  const seen = lastSeen(steps, index, number)
  if (!own && seen && seen.provider !== scene.provider) return say('touchedOwn')
  return own && isFresh(told, own)
    ? sentence(told, 'touched', own)
    : say('touchedEnded', { sid: short(formatSid(sid)) })
}

/** An update: what it touched. */
export function updateSentence(told: Told, sid: string): Parts {
  const { scene, say } = told
  const own = scene.sessions.find((each) => each.sid === sid)
  const values = { sid: short(formatSid(sid)) }
  if (!own) return say('updatedNothing', values)
  return isFresh(told, own)
    ? sentence(told, 'updated', own)
    : say('updatedExpired', values)
}

/** Whether it is at the front, with the present time as its stamp. */
const isFresh = ({ scene }: Told, own: SceneSession): boolean =>
  scene.sessions[0] === own && own.age === 0

/** One sentence if it was touched, another if it had been in that place. */
function sentence({ say, words }: Told, key: string, own: SceneSession): Parts {
  const sid = short(formatSid(own.sid))
  return own.touched
    ? say(key, { sid, time: seconds(words, own.stamp) })
    : say(`${key}Again`, { sid })
}
