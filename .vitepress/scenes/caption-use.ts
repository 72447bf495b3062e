/** Says what a use of a session has done, and what it has touched. */
import { mapOf } from '../../src/trace/engine.ts'
import { formatScalar, formatSid } from '../../src/trace/format.ts'
import type { Scalar } from '../../src/trace/trace.ts'
import { useRepaired } from './caption-repaired.ts'
import { seconds, short } from './caption-values.ts'
import { lastSeen, wordsOf } from './timeline.ts'
import type { Told } from './told.ts'
import type { Parts } from './words.ts'

/** Set, Get or Delete: what it did with the value, and what it touched. */
export function useSentences(told: Told): Parts[] {
  const { steps, index, step, scene, say } = told
  const [first, key, value] = wordsOf(step)
  const [name = ''] = first?.text.split('.') ?? []
  const number = step.state.handles[name] ?? 0
  const seen = lastSeen(steps, index, number)
  const id = seen?.entry.sid ?? ''
  const values = {
    sid: short(formatSid(id)),
    name: short(name),
    key: short(key?.text ?? ''),
  }
  const done =
    step.name === 'set'
      ? say('set', { ...values, value: short(value?.text ?? '') })
      : step.name === 'get'
        ? say(step.result === null ? 'getNil' : 'get', {
            ...values,
            value: short(formatScalar((step.result ?? null) as Scalar)),
          })
        : say('delete', values)
  if (scene.store !== 'memory') return [done, useRepaired(told, number, id)]
  const touched = scene.sessions.find((each) => each.touched)
  if (touched) {
    const kind = touched.number === number ? 'touched' : 'touchedNamesake'
    return [done, touch(told, kind, touched.sid, touched.stamp)]
  }
  if (scene.provider !== 'first') return [done, say('touchedElsewhere', values)]
  const there = keyOf(told, id)
  if (there === undefined) return [done, say('touchedNothing', values)]
  return [
    done,
    say(there === number ? 'touchedAgain' : 'touchedNamesakeAgain', values),
  ]
}

/** The sentence of a touch: the sid and the stamp that it has now. */
export const touch = (
  told: Told,
  key: string,
  sid: string,
  stamp: number,
): Parts =>
  told.say(key, {
    sid: short(formatSid(sid)),
    time: seconds(told.words, stamp),
  })

/** The number of the session to which the map leads from a sid. */
export const keyOf = ({ step }: Told, sid: string): number | undefined =>
  mapOf(step.state).get(sid)
