/** Tests that the comparison finds every part in which two runs can differ. */
import { expect, it } from 'vitest'
import { openPort } from '../src/evidence/runs.ts'
import { differences, firstDifference } from '../src/trace/compare.ts'
import type { SessionState, Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'

const text = `a = init ana
  a.set "k" 1
  b = init bo
  list`

function run(...texts: string[]): Step[][] {
  const traces = texts.map((one) => parse(one))
  return openPort().run(traces)
}

const [steps = [], again = []] = run(text, text)
const step = steps.at(-1) as Step
const { list, handles } = step.state
const [ana, bo] = list as [SessionState, SessionState]

/** The step with another list. */
function withList(...entries: SessionState[]): Step {
  return { ...step, state: { ...step.state, list: entries } }
}

const changed: [string, string, Step][] = [
  ['result', 'another sid', { ...step, result: ['ana', 'cy'] }],
  ['result', 'a longer list', { ...step, result: ['ana', 'bo', 'bo'] }],
  ['result', 'none', { ...step, result: undefined }],
  ['error', 'one', { ...step, error: 'broken' }],
  ['error', 'one without a text', { ...step, error: '' }],
  ['list', 'another order', withList(bo, ana)],
  ['list', 'an entry less', withList(ana)],
  ['list', 'an entry more', withList(ana, bo, bo)],
  ['list', 'another sid', withList({ ...ana, sid: 'cy' }, bo)],
  ['list', 'another stamp', withList({ ...ana, stamp: 1 }, bo)],
  ['list', 'another key', withList({ ...ana, values: [['l', 1]] }, bo)],
  ['list', 'another value', withList({ ...ana, values: [['k', 2]] }, bo)],
  ['list', 'no value', withList({ ...ana, values: [] }, bo)],
  ['list', 'a value more', withList(ana, { ...bo, values: [['k', 1]] })],
  ['list', 'another session of that sid', withList({ ...ana, number: 3 }, bo)],
  ['map', 'an orphan', withState({ orphans: [1] })],
  ['map', 'a sid that leads astray', withState({ astray: { cy: 3 } })],
  ['handles', 'another session', withState({ handles: { ...handles, a: 3 } })],
  ['handles', 'another name', withState({ handles: { a: 1, c: 2 } })],
  ['handles', 'a name more', withState({ handles: { ...handles, c: 1 } })],
  ['visited', 'another number', { ...step, visited: 1 }],
]

it.each(changed)('differences: finds in %s %s', (part, _, other) => {
  expect(differences(step, other)).toEqual([part])
  expect(differences(other, step)).toEqual([part])
})

it.each([{ error: true } as const, { value: ['ana', 'bo'] }])(
  'differences: finds another result, also where %j is expected',
  (expected) => {
    const [one, other] = [
      { ...step, expected },
      { ...step, expected, result: ['cy'], ok: false },
    ]
    expect(differences(one, other)).toEqual(['result'])
  },
)

it('differences: finds all parts, in a fixed order', () => {
  const other = { ...step, error: 'x', result: undefined, visited: 2 }
  const state = { list: [], orphans: [1], astray: {}, handles: {} }
  const all = { ...other, state }
  const parts = ['result', 'error', 'list', 'map', 'handles', 'visited']
  expect(differences(step, all)).toEqual(parts)
})

it('differences: two failures are equal, even with different messages', () => {
  const failed = { ...step, error: 'one' }
  expect(differences(failed, { ...step, error: 'two' })).toEqual([])
})

function withState(state: Partial<Step['state']>): Step {
  return { ...step, state: { ...step.state, ...state } }
}

it('differences: finds other orphans and other astray sids', () => {
  const one = withState({ orphans: [1], astray: { cy: 3 } })
  for (const other of [
    withState({ orphans: [2], astray: { cy: 3 } }),
    withState({ orphans: [1], astray: { cy: 4 } }),
    withState({ orphans: [1], astray: { dee: 3 } }),
  ]) {
    expect(differences(one, other)).toEqual(['map'])
  }
  expect(differences(one, one)).toEqual([])
})

/** Entries that a comparison of texts, of forms or of numbers could confuse. */
const alike: [Partial<SessionState>, Partial<SessionState>][] = [
  [{ values: [[1, 1]] }, { values: [['1', 1]] }],
  [{ values: [[null, 1]] }, { values: [['null', 1]] }],
  [{ values: [[true, 1]] }, { values: [['true', 1]] }],
  [{ values: [['k', 1]] }, { values: [['K', 1]] }],
  [{ values: [['k', 1]] }, { values: [['k', '1']] }],
  [{ values: [['k', null]] }, { values: [['k', '']] }],
  [{ values: [['k', 0]] }, { values: [['k', false]] }],
  [{ values: [['k', 1]] }, { values: [['k', 1 + Number.EPSILON]] }],
  [{ sid: 'a' }, { sid: 'A' }],
  [{ sid: 'a' }, { sid: 'a ' }],
  [{ sid: '\u00e9' }, { sid: 'e\u0301' }],
  [{ stamp: 0 }, { stamp: 0.5 }],
  [{ stamp: 0 }, { stamp: Number.NaN }],
]

it.each(alike)('differences: %j and %j are not the same', (one, other) => {
  const [a, b] = [withList({ ...ana, ...one }), withList({ ...ana, ...other })]
  expect(differences(a, b)).toEqual(['list'])
  expect(differences(b, a)).toEqual(['list'])
})

/** More than any trace of a claim has. */
const many = 300
const numbers = Array.from({ length: many }, (_, index) => index)
const named = numbers.map((index): [string, number] => [`h${index}`, index])
const sids = numbers.map(String)

/** Long parts of a step, each with another last member. */
const long: [string, Step, Step][] = [
  ['result', ...both(sids, 'x', (result) => ({ ...step, result }))],
  [
    'list',
    ...both(numbers, -1, (all) =>
      withList(...all.map((number) => ({ ...ana, number }))),
    ),
  ],
  [
    'list',
    ...both(numbers, -1, (all) =>
      withList({ ...ana, values: all.map((key) => [key, 1] as const) }),
    ),
  ],
  ['map', ...both(numbers, -1, (orphans) => withState({ orphans }))],
  [
    'map',
    ...both(named, ['x', 0], (all) =>
      withState({ astray: Object.fromEntries(all) }),
    ),
  ],
  [
    'handles',
    ...both(named, ['h299', -1], (all) =>
      withState({ handles: Object.fromEntries(all) }),
    ),
  ],
]

function both<Member>(
  all: readonly Member[],
  last: Member,
  make: (members: readonly Member[]) => Step,
): [Step, Step] {
  return [make(all), make(all.with(-1, last))]
}

it.each(long)('differences: finds in %s what comes last', (part, a, b) => {
  expect(differences(a, a)).toEqual([])
  expect(differences(a, b)).toEqual([part])
})

it('firstDifference: finds what only the last of many steps has', () => {
  const all = numbers.map(() => step)
  const other = all.with(-1, { ...step, visited: 1 })
  expect(firstDifference(all, [...all])).toBe(-1)
  expect(firstDifference(all, other)).toBe(many - 1)
})

it('firstDifference: is -1 for two runs of one trace', () => {
  expect(firstDifference(steps, again)).toBe(-1)
  expect(firstDifference([], [])).toBe(-1)
})

it('firstDifference: finds the first of several', () => {
  const [other = []] = run(text.replace('1', '2').replace('bo', 'cy'))
  expect(firstDifference(steps, other)).toBe(1)
})

it('firstDifference: a run that is shorter differs at its end', () => {
  expect(firstDifference(steps, steps.slice(0, 2))).toBe(2)
  expect(firstDifference(steps.slice(0, 2), steps)).toBe(2)
})
