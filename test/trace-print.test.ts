/** Tests what `npm run trace` prints about one operation. */
import { expect, it } from 'vitest'
import { openPort } from '../src/evidence/runs.ts'
import { EMPTY, type Step } from '../src/trace/engine.ts'
import {
  differing,
  type EngineSteps,
  isGood,
  printStep,
} from '../src/trace/print.ts'
import { stepsOn } from './steps.ts'

/** The last operation of a trace on the port, and on another engine. */
function last(text: string, other?: Partial<Step>): EngineSteps {
  const steps = stepsOn(openPort(), text)
  const step = steps.at(-1) as Step
  const before = steps.at(-2)?.state ?? EMPTY
  const port = { engine: 'port', step, before } as const
  if (!other) return [port]
  return [port, { engine: 'original', step: { ...step, ...other }, before }]
}

const ana = '     list: ana@0 | map: ana 0'
const list = [{ number: 2, sid: 'ana', stamp: 0, values: [] }]

const cases: Record<string, [string, Partial<Step> | undefined, string[]]> = {
  'a result': ['init ana', undefined, ['   1 init ana => ana', ana]],
  'the same results': ['init ana', {}, ['   1 init ana => ana', ana]],
  'an empty result': ['list', {}, ['   1 list =>', '     list: | map:']],
  'no result': ['wait 1s', {}, ['   1 wait 1s', '     list: | map:']],
  'what is expected': ['list =>', {}, ['   1 list =>', '     list: | map:']],
  'the entries that a pass looked at': [
    'init ana\ngc 10',
    {},
    ['   2 gc 10', `${ana} | visited: 1`],
  ],
  'an expectation that fails': [
    'init ana => bo',
    undefined,
    ['✗  1 init ana => bo', '     expected bo, got ana', ana],
  ],
  'an expectation that fails alike on both': [
    'init ana\nlist =>',
    {},
    ['✗  2 list =>', '     expected nothing, got ana', ana],
  ],
  'a failure that is missing': [
    'init ana\nupdate ana\ngc 1 => error',
    {},
    [
      '✗  3 gc 1 => error',
      '     expected error, got nothing',
      `${ana} | visited: 1`,
    ],
  ],
  'an error': [
    'h = init ana\ngc 9007199254740993',
    {},
    [
      '✗  2 gc 9007199254740993',
      expect.stringMatching(/^ {5}expected no error, got error: RangeError: /),
      `${ana} | handles: h 0 | visited: 0`,
    ],
  ],
  'an expectation that fails on one engine only': [
    'init ana => ana',
    { ok: false },
    ['✗  1 init ana => ana', '     original: expected ana, got ana', ana],
  ],
  'a difference': [
    'init ana',
    { result: 'bo', visited: 2 },
    [
      '✗  1 init ana',
      '               port    original',
      '     result  ≠ ana     bo',
      '     list      ana@0   ana@0',
      '     map       ana 0   ana 0',
      '     visited ≠ 0       2',
    ],
  ],
  'a difference that the texts do not show': [
    'init ana => ana',
    { state: { ...EMPTY, list } },
    [
      '✗  1 init ana => ana',
      '               port    original',
      '     result    ana     ana',
      '     list    ≠ ana@0   ana@0',
      '     map       ana 0   ana 0',
      '     visited   0       0',
    ],
  ],
  'two errors beside a difference': [
    'gc 9007199254740993 => error',
    { error: 'no', visited: 1 },
    [
      '✗  1 gc 9007199254740993 => error',
      expect.stringMatching(/^ {15}port +original$/),
      expect.stringMatching(/^ {5}error {3}≠ RangeError: .* no$/),
      expect.stringMatching(/^ {5}visited ≠ 0 +1$/),
    ],
  ],
  'failures that differ': [
    'list => a',
    { error: 'no', result: undefined, ok: false },
    [
      '✗  1 list => a',
      '     port: expected a, got nothing',
      '     original: expected a, got error: no',
      '               port   original',
      '     error   ≠        no',
      '     visited   0      0',
    ],
  ],
}

it.each(Object.entries(cases))('printStep: shows %s', (_, shown) => {
  const [text, other, lines] = shown
  expect(printStep(last(text, other), 2)).toEqual(lines)
})

it('printStep: the numbers of lines end in one column', () => {
  const text = `${'\n'.repeat(9)}list =>`
  expect(printStep(last(text), 2)[0]).toBe('  10 list =>')
  expect(printStep(last(text), 4)).toEqual([
    '    10 list =>',
    '       list: | map:',
  ])
  expect(printStep([], 2)).toEqual([])
})

it.each([
  [last('init ana'), [], true],
  [last('init ana', {}), [], true],
  [last('init ana => bo'), [], false],
  [last('init ana', { ok: false }), [], false],
  [last('init ana', { visited: 1 }), ['visited'], false],
])('isGood, differing: %#', (steps, parts, good) => {
  expect(differing(steps)).toEqual(parts)
  expect(isGood(steps)).toBe(good)
})
