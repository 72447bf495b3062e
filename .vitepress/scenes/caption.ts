/** Says in one or more sentences what a step has done. */
import {
  formatExpectation,
  formatResult,
  formatSid,
} from '../../src/trace/format.ts'
import { passSentences } from './caption-pass.ts'
import { updateSentence } from './caption-repaired.ts'
import { keyOf, touch, useSentences } from './caption-use.ts'
import { idsOf, listed, seconds, short } from './caption-values.ts'
import type { Scene } from './scene.ts'
import { keptBy, stateBefore, timelineOf, wordsOf } from './timeline.ts'
import type { Shown, Told } from './told.ts'
import { joined, type Parts, type Values, type Words } from './words.ts'

/** Longest message of an error, in characters. */
const mostOfError = 160

/**
 * What a step has done, in the language of `words`.
 * @param scene The scene of that step.
 */
export function captionOf(
  steps: readonly Shown[],
  index: number,
  scene: Scene,
  words: Words,
): Parts {
  const step = steps[index]
  if (!step) return []
  const say = (key: string, values?: Values) =>
    words.say(`captions.${key}`, values)
  const told: Told = { steps, index, step, scene, words, say }
  return joined([...sentencesOf(told), ...verdictOf(told)])
}

function sentencesOf(told: Told): Parts[] {
  const { step, scene, say } = told
  const { name, error, result, visited } = step
  if (error !== undefined) {
    const [operation] = wordsOf(step)
    return [
      say('failed', {
        operation: short(operation?.text ?? name),
        error: short(error, mostOfError),
      }),
    ]
  }
  const [, word] = wordsOf(step)
  const sid = short(formatSid(word?.value ?? ''))
  const results = Array.isArray(result) ? result : []
  switch (name) {
    case 'init':
    case 'read':
      return creation(told, sid)
    case 'destroy':
      return destruction(told, word?.value ?? '', sid)
    case 'update': {
      if (scene.store !== 'memory')
        return [updateSentence(told, word?.value ?? '')]
      const touched = scene.sessions.find((each) => each.touched)
      if (touched) return [touch(told, 'updated', touched.sid, touched.stamp)]
      const there = keyOf(told, word?.value ?? '') !== undefined
      return [
        there ? say('updatedAgain', { sid }) : say('updatedNothing', { sid }),
      ]
    }
    case 'gc':
      return passSentences(told)
    case 'set':
    case 'get':
    case 'delete':
      return useSentences(told)
    case 'id':
      return [say('id', { sid: short(formatResult(name, result ?? '')) })]
    case 'wait':
    case 'clock':
      return time(told)
    case 'provider':
      return [say('provider', { which: scene.provider })]
    case 'list':
    case 'map':
      return results.length === 0
        ? [say(`${name}Empty`)]
        : [
            say(name, {
              ids: listed(
                told.words,
                results.map((each) => formatSid(`${each}`)),
              ),
            }),
          ]
    case 'stamps':
      return results.length === 0
        ? [say('listEmpty')]
        : [say('stamps', { stamps: listed(told.words, results.map(String)) })]
    case 'visited':
      return [say('visited', { n: visited })]
    case 'same': {
      const [, a, b] = wordsOf(step)
      const handles = { a: short(a?.text ?? ''), b: short(b?.text ?? '') }
      return [say(result === true ? 'same' : 'different', handles)]
    }
  }
}

/** If the trace's expectation is not met, what it expected. */
function verdictOf({ step, say }: Told): Parts[] {
  const { ok, name, expected, error } = step
  if (expected && 'error' in expected) {
    return [say(error === undefined ? 'shouldFail' : 'failsAsExpected')]
  }
  if (ok || !expected) return []
  const code = formatExpectation(name, expected) || ' '
  return [say('notMet', { expected: short(code) })]
}

function creation(
  { step, scene, steps, index, say }: Told,
  sid: { code: string },
): Parts[] {
  const created = scene.sessions.find((each) => each.created)
  const name = keptBy(step)
  const kept = name === undefined ? [] : [say('kept', { name: short(name) })]
  if (!created) return [say('found', { sid }), ...kept]
  const earlier = stateBefore(steps, index)
  if (scene.store !== 'memory') {
    const ended = scene.gone.some(
      (each) => each.removed && each.sid === created.sid,
    )
    const key =
      ended && step.name === 'read' ? 'renewed' : `${step.name}InFront`
    const replaced = ended ? [say('replaced', { sid })] : []
    return [say(key, { sid }), ...replaced, ...kept]
  }
  const orphaned = scene.sessions.some(
    ({ number, orphan }) =>
      orphan &&
      earlier.list.some((each) => each.number === number) &&
      !earlier.orphans.includes(number),
  )
  // An edited port may put a new session in front of the others.
  const inFront = scene.sessions[0] === created && scene.sessions.length > 1
  const atBack = step.name === 'init' ? 'created' : 'createdByRead'
  return [
    say(inFront ? `${step.name}InFront` : atBack, { sid }),
    ...(orphaned ? [say('orphaned', { sid })] : []),
    ...kept,
  ]
}

function destruction(
  { scene, say }: Told,
  id: string,
  sid: { code: string },
): Parts[] {
  const left = scene.sessions.some((each) => each.sid === id)
  const removed = scene.gone.some((each) => each.removed)
  return [
    say(removed ? 'destroyed' : 'destroyedNothing', { sid }),
    ...(left ? [say('orphanStays', { sid })] : []),
  ]
}

function time({ steps, index, step, scene, words, say }: Told): Parts[] {
  const moments = timelineOf(steps)
  const wall = moments[index]?.now ?? 0
  const moved = wall - (moments[index - 1]?.now ?? 0)
  const values = {
    time: seconds(words, Math.abs(moved)),
    now: seconds(words, step.name === 'clock' ? wall : scene.now),
    direction: moved < 0 ? 'back' : 'forward',
  }
  const expired = scene.sessions.filter((each) => each.expired)
  const after =
    step.name === 'wait' ? say('wait', values) : say('clock', values)
  if (expired.length === 0 || scene.lifetime === undefined) return [after]
  const ids = idsOf(words, expired)
  const life = seconds(words, scene.lifetime * 1000)
  return [after, say('expired', { ids, life })]
}
