/** Edits of the soak and of the playground's judges that no test may miss. */
import type { Table } from './table.ts'

export const ofOthers: readonly Table[] = [
  {
    file: 'src/soak/hunt.ts',
    tests: ['lies-soak', 'lies-identity', 'differential'],
    edits: [
      ['  checkSides(a, b)\n', ''],
      ['return firstDifference(a, b) >= 0', 'return firstDifference(a, b) > 0'],
      ['return firstDifference(a, b) >= 0', 'return false'],
      [
        '  const theirs = other.run(traces)',
        '  const theirs = one.run(traces)',
      ],
      [
        'describe(engines, shrink(engines, found))',
        'describe(engines, found.value)',
      ],
      ['if (some.length === 0) return value', 'return value'],
      [
        'if (found) return shrink(engines, found)',
        'if (found) return found.value',
      ],
      ['seed: (seed + batch) | 0', 'seed'],
      [
        'count < operations; batch++',
        'count < operations && batch < 1; batch++',
      ],
      ['sum + trace.operations.length', 'sum + 60'],
      [
        '  return traces.findIndex((trace, index) => {',
        '  return traces.slice(0, -1).findIndex((trace, index) => {',
      ],
      ['at < 0 ? undefined : at + 1', 'at < 0 ? undefined : at'],
    ],
  },
  {
    file: 'src/soak/random.ts',
    tests: ['lies-generator'],
    edits: [
      ['  seconds: lifetimes,', '  seconds: fc.constant(10n),'],
      ['constantFrom(...providerNames)', "constant('first' as const)"],
      ['weight: operations[name].weight', "weight: name === 'id' ? 0 : 3"],
      ['const LONGEST = 60', 'const LONGEST = 6'],
      ["  if (form === 'keeping') fields.keep = handles\n", ''],
    ],
  },
  {
    file: 'src/playground/run.ts',
    tests: ['playground-identity', 'playground-run'],
    edits: [
      [
        'if (all.built === built && !whyUnanswered(challenge, answers)) {',
        'if (!whyUnanswered(challenge, answers)) {',
      ],
      [
        'if (all.built === built && !whyUnanswered(challenge, answers)) {',
        'if (all.built === built) {',
      ],
      [
        '    return { ...all, end, runs: none, whole: 0 }',
        '    return { ...all, end, runs, whole: 0 }',
      ],
      ['whole: Math.max(0, all.whole - 1)', 'whole: all.whole'],
      [
        '      return { ...step, ok: false }',
        '      return { ...step, ok: true }',
      ],
      [
        'const { built, ...asked } = engine',
        'const asked = engine, { built } = engine',
      ],
    ],
  },
  {
    file: 'src/playground/worker.ts',
    tests: ['playground-identity'],
    edits: [
      [
        "  if (ask.on === 'original') {",
        "  if (ask.on === 'original' && !ask.program) {",
      ],
      ['provider })', "provider: 'memory' })"],
    ],
  },
  {
    file: 'src/playground/reports.ts',
    tests: ['playground-run'],
    edits: [
      ['{ ...step, ok: false } : step', 'step : step'],
      [
        "if (typeof sid !== 'string' || typeof stamp !== 'number') throw malformed()",
        '',
      ],
      ['if (!Number.isSafeInteger(value)) throw malformed()', ''],
    ],
  },
  {
    file: 'src/playground/verdicts.ts',
    tests: ['playground-run', 'playground-identity'],
    edits: [
      ["if (!ran) return { verdict: 'notRun', at, steps }", ''],
      ['steps.every(({ ok }) => ok)', 'steps.some(({ ok }) => ok)'],
      ["at < 0 ? 'holds' : 'differs'", "at <= 0 ? 'holds' : 'differs'"],
    ],
  },
  {
    file: 'src/playground/check.ts',
    tests: ['playground-run'],
    edits: [
      ['bytesOf(text).length > MOST_TEXT', 'text.length > 9 * MOST_TEXT'],
      [
        "trace.operations.length > 0 ? { trace } : { none: 'empty' }",
        '{ trace }',
      ],
    ],
  },
]
