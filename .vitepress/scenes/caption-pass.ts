/** Says what a pass of the collector has done. */
import { mapOf, type SessionState, type State } from '../../src/trace/engine.ts'
import { idsOf, seconds } from './caption-values.ts'
import { stateBefore } from './timeline.ts'
import type { Told } from './told.ts'
import type { Parts } from './words.ts'

/** What a pass, or a stage of it, did. */
export function passSentences(told: Told): Parts[] {
  const { step, steps, index, scene, say } = told
  const before = stateBefore(steps, index)
  if (!step.pass) {
    // A pass removes from the back.
    const removed = scene.gone.filter((each) => each.removed).reverse()
    if (before.list.length === 0) return [say('passEmpty')]
    return [whole(told, removed), ...evicted(told, before)]
  }
  const { part, tail, removed } = step.pass
  if (part === 'remove') {
    return [say('passRemove', of(told, tail)), ...evicted(told, before)]
  }
  if (part !== 'stop')
    return [say(part === 'look' ? 'passLook' : 'passCompare', of(told, tail))]
  const empty = !tail && removed.length === 0
  return [say('passStop'), empty ? say('passEmpty') : whole(told, removed)]
}

/** The session at the back, and what the loop compares. */
function of({ scene, words }: Told, tail?: SessionState) {
  const whole = (milliseconds: number) =>
    seconds(
      words,
      // The listing reads whole seconds.
      scene.store === 'memory'
        ? Math.floor(milliseconds / 1000) * 1000
        : milliseconds,
    )
  const expired = scene.sessions.at(-1)?.expired
  return {
    tail: tail ? idsOf(words, [tail]) : '',
    is: tail === undefined ? 'none' : expired ? 'expired' : 'alive',
    stamp: whole(tail?.stamp ?? 0),
    life: seconds(words, (scene.lifetime ?? 0) * 1000),
    now: whole(scene.now),
  }
}

/** What the whole pass looked at, what it removed, and what ended it. */
function whole(
  { scene, words, say }: Told,
  removed: readonly { readonly sid: string }[],
): Parts {
  const tail = scene.sessions.at(-1)
  return say('pass', {
    looked: removed.length + (tail ? 1 : 0),
    gone: removed.length,
    ids: idsOf(words, removed),
    tail: tail ? idsOf(words, [tail]) : '',
    left: tail === undefined ? 'none' : tail.expired ? 'expired' : 'alive',
  })
}

/** The keys that went although they led to a session that is still there. */
function evicted({ step, scene, words, say }: Told, before: State): Parts[] {
  const keys = mapOf(step.state)
  const lost = [...mapOf(before)].filter(
    ([sid, number]) =>
      !keys.has(sid) && scene.sessions.some((each) => each.number === number),
  )
  const ids = idsOf(
    words,
    lost.map(([sid]) => ({ sid })),
  )
  return lost.length > 0 ? [say('evicted', { ids })] : []
}
