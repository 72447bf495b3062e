/** Tests how states and results are written for people to read. */
import { describe, expect, it } from 'vitest'
import { openPort } from '../src/evidence/runs.ts'
import { EMPTY, type State, type Step } from '../src/trace/engine.ts'
import {
  formatOutcome,
  formatParts,
  formatState,
  LARGE,
} from '../src/trace/show.ts'
import { stepsOn } from './steps.ts'

/** The last step of a trace on the port. */
const last = (text: string) => stepsOn(openPort(), text).at(-1) as Step

describe('formatState', () => {
  it.each([
    ['list', 'list: | map:'],
    ['init ana', 'list: ana@0 | map: ana 0'],
    ['init b\ninit "a b"', 'list: b@0, "a b"@0 | map: "a b" 1, b 0'],
    ['init a\ninit a', 'list: a@0, a@0 | map: a 1'],
    ['init a\ninit a\nupdate a', 'list: a@0, a@0 | map: a 0'],
    ['wait 1500ms\ninit a', 'list: a@1.5 | map: a 0'],
    ['h = init a\ndestroy a', 'list: | map: | handles: h -'],
    [
      'init a\nj = init b\nh = read a\nh.set "k" nil\nj.set 1 "x"\nj.set 2 true',
      'list: b@0 {1: "x", 2: true}, a@0 {"k": nil} | map: a 1, b 0 | handles: h 1, j 0',
    ],
  ])('%j', (text, written) => {
    expect(formatState(last(text).state)).toBe(written)
  })

  it('shows a sid that leads to no session of the list', () => {
    const state = { ...last('init a').state, astray: { cy: 7, bo: 1 } }
    expect(formatState(state)).toBe('list: a@0 | map: a 0, bo 0, cy -')
  })
})

describe('formatOutcome, formatParts', () => {
  const nothing = { result: '', error: '', map: '', list: '', handles: '' }
  const zero = { ...nothing, visited: '0' }
  const cases: [string, string, object][] = [
    ['gc 10', '', zero],
    ['list', '', zero],
    [
      'init ana',
      'ana',
      { ...zero, result: 'ana', list: 'ana@0', map: 'ana 0' },
    ],
    [
      'init ana\ngc 10',
      '',
      { ...zero, list: 'ana@0', map: 'ana 0', visited: '1' },
    ],
  ]
  it.each(cases)('%j', (text, outcome, parts) => {
    const step = last(text)
    expect(formatOutcome(step)).toBe(outcome)
    expect(formatParts(step)).toEqual(parts)
  })

  it('show an error', () => {
    const step = { ...last('gc 10'), error: 'no' }
    expect(formatOutcome(step)).toBe('error: no')
    expect(formatParts(step)).toEqual({ ...zero, error: 'no' })
  })
})

/** Sessions with these numbers, each with the sid `s` and its number. */
function listOf(...numbers: readonly number[]): State {
  const list = numbers.map((number) => {
    return { number, sid: `s${number}`, stamp: 0, values: [] }
  })
  return { ...EMPTY, list }
}

const many = Array.from({ length: LARGE + 1 }, (_, i) => i + 1)
const before = listOf(...many)
const without = (gone: number) => many.filter((number) => number !== gone)

describe('a large state', () => {
  const cases: [string, string, readonly number[]][] = [
    ['none', '', many],
    ['one at the end', ', + s99@0 at 21', [...many, 99]],
    ['one at the front', ', + s99@0 at 0', [99, ...many]],
    ['two more', ', + s98@0 at 0, + s99@0 at 22', [98, ...many, 99]],
    ['one twice', ', + s21@0 at 21', [...many, 21]],
    ['one moved', ', s21@0 from 20 to 0', [21, ...without(21)]],
    ['two moved', ', s3@0 from 2 to 20', [...without(3), 3]],
    ['one gone', ', - s3@0, + s99@0 at 20', [...without(3), 99]],
    [
      'one new, one moved',
      ', - s2@0, s21@0 from 20 to 0, + s99@0 at 2',
      [21, 1, 99, ...without(2).slice(1, -1)],
    ],
    [
      'all',
      `${many.map((number) => `, - s${number}@0`).join('')}${many.map((_, i) => `, + s${i + 50}@0 at ${i}`).join('')}`,
      many.map((_, i) => i + 50),
    ],
  ]
  it.each(cases)('is shown by its changes: %s', (_, changes, numbers) => {
    const { length } = numbers
    expect(formatState(listOf(...numbers), before)).toBe(
      `list: ${length} sessions${changes} | map: ${length} sids`,
    )
  })

  it('is shown by the sessions that changed at their places', () => {
    const list = before.list.map((entry, i) =>
      i === 4 || i === 7 ? { ...entry, stamp: 1000 } : entry,
    )
    const changes = 's5@1 at 4, s8@1 at 7'
    expect(formatState({ ...EMPTY, list }, before)).toBe(
      `list: 21 sessions, ${changes} | map: 21 sids`,
    )
  })

  it.each([
    [{ orphans: [1, 2] }, '19 sids, 2 orphans'],
    [{ astray: { cy: 99 } }, '22 sids, 1 astray'],
    [{ orphans: [1], astray: { cy: 9, d: 9 } }, '22 sids, 1 orphans, 2 astray'],
  ])('counts what leads elsewhere: %j', (odd, map) => {
    expect(formatState({ ...before, ...odd }, before)).toBe(
      `list: 21 sessions | map: ${map}`,
    )
  })

  it('is shown whole without a state before it, and a smaller one always', () => {
    expect(formatState(before)).toMatch(/^list: s1@0, .*, s21@0 \| map: s1 0, /)
    const small = listOf(...without(9))
    expect(formatState(small, before)).toBe(formatState(small))
  })
})
