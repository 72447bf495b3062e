/** Says what a pass of the collector has done. */
import { mapOf } from '../../src/trace/engine.ts'
import { idsOf } from './caption-values.ts'
import { stateBefore } from './timeline.ts'
import type { Told } from './told.ts'
import type { Parts } from './words.ts'

/** What the pass looked at, what it removed, and what ended it. */
export function passSentences({
  steps,
  index,
  step,
  scene,
  words,
  say,
}: Told): Parts[] {
  const before = stateBefore(steps, index)
  if (before.list.length === 0) return [say('passEmpty')]
  // A pass removes from the back.
  const removed = scene.gone.filter((each) => each.removed).reverse()
  const tail = scene.sessions.at(-1)
  const values = {
    looked: step.visited,
    gone: removed.length,
    ids: idsOf(words, removed),
    tail: tail ? idsOf(words, [tail]) : '',
    left: tail === undefined ? 'none' : tail.expired ? 'expired' : 'alive',
  }
  const keys = mapOf(step.state)
  const evicted = [...mapOf(before)].filter(
    ([sid, number]) =>
      !keys.has(sid) && scene.sessions.some((each) => each.number === number),
  )
  const lost = idsOf(
    words,
    evicted.map(([sid]) => ({ sid })),
  )
  return [
    say('pass', values),
    ...(evicted.length > 0 ? [say('evicted', { ids: lost })] : []),
  ]
}
