/** Edits of what judges that a second attack found, and no test then noticed. */
import type { Table } from './table.ts'

export const second: readonly Table[] = [
  {
    file: 'test/report/results.ts',
    tests: ['reporter'],
    edits: [
      ['module.children.allTests()', "module.children.allTests('passed')"],
      ['module.children.allSuites()', "module.children.allSuites('passed')"],
      ['skipped: left && isAsked(test.fullName),', 'skipped: false,'],
      ["impostor: name === 'IdentityError' ? side : undefined,", ''],
    ],
  },
  {
    file: 'test/report/verdicts.ts',
    tests: ['report'],
    edits: [
      ['loading ? sides : (impostor ?? []),', 'impostor ?? [],'],
      ['trace === traceFile(id)', 'trace !== undefined'],
    ],
  },
  {
    file: 'test/report/report.ts',
    tests: ['report'],
    edits: [
      [
        'filter(({ skipped, stale }) => skipped && !stale)',
        'filter(({ skipped, stale }) => skipped && stale)',
      ],
    ],
  },
  {
    file: 'test/report/lines.ts',
    tests: ['report'],
    edits: [
      ["'not-run': 'has no verdict',", "'not-run': 'holds',"],
      ["none: 'is not about this side',", "none: 'holds',"],
      ['doubted(failures).size === 0 && tests', 'tests'],
      ['    ...unproven(failures),\n', ''],
    ],
  },
  {
    file: 'test/reporter.ts',
    tests: ['reporter'],
    edits: [['filtered ? [] : lostFiles(root, this.#modules)', '[]']],
  },
  {
    file: 'vitest.config.ts',
    tests: [],
    edits: [
      ["include: ['test/*.test.ts'],", "include: ['test/[a-km-z]*.test.ts'],"],
    ],
  },
  {
    file: 'test/lies-judge.test.ts',
    tests: ['lies-judge'],
    edits: [["describe('judge', () => {", "describe.skip('judge', () => {"]],
  },
  {
    file: 'test/claims.test.ts',
    tests: ['lies-claims'],
    edits: [
      [
        '{ meta: { trace: traceFile(id) } }',
        "{ meta: { trace: traceFile('gc-empty') } }",
      ],
    ],
  },
  {
    file: 'test/breaks/elsewhere.ts',
    tests: ['lies-tests'],
    edits: [
      ['...byCompiler, ...byRedis]', "...byCompiler, ...byRedis, 'gc-empty']"],
    ],
  },
  {
    file: 'test/redis/record.ts',
    tests: ['lies-redis'],
    edits: [
      ['if (!varies) expect.soft', 'if (varies) expect.soft'],
      ['  expect(problems.map(formatProblem)).toEqual([])\n', ''],
      [
        'const files = [...measuredFiles, ...measuringFiles, ...goFiles]',
        'const files = [...measuringFiles, ...goFiles]',
      ],
      ["met ? 'met' : 'NOT MET'", "'met'"],
    ],
  },
  {
    file: 'src/trace/sides.ts',
    tests: ['lies-identity'],
    edits: [['    side,\n  )', '  )']],
  },
  {
    file: 'src/trace/brand.ts',
    tests: ['lies-identity'],
    edits: [
      [
        'return #marked in object && object.#marked',
        'return #marked in object || Object.isFrozen(object)',
      ],
    ],
  },
  {
    file: 'src/cmd/trace.ts',
    tests: ['lies-commands'],
    edits: [
      [
        'isGood(steps) && steps.length === chosen.names.length',
        'isGood(steps)',
      ],
      ['good && operations === trace.count,', 'good,'],
      ["names.join(' and ')", "'port and original'"],
      ['if (steps[0]?.step.expected) expected++', 'expected++'],
      ['    differs: differing(steps),', '    differs: [],'],
      [
        'openPort(provider), original: undefined',
        'openPort(), original: undefined',
      ],
      ['before[engine] = step.state', 'before.port = step.state'],
    ],
  },
  {
    file: 'src/cmd/trace-files.ts',
    tests: ['lies-commands'],
    edits: [
      [
        'if (wrong.length > 0) {',
        'if (wrong.length > 0 && traces.length === 0) {',
      ],
    ],
  },
  {
    file: 'src/cmd/soak.ts',
    tests: ['lies-commands'],
    edits: [
      ['      seed,\n      onProgress', '      seed: 1,\n      onProgress'],
      ['if (hunted.found !== undefined) {', 'if (hunted.found) {'],
      ['hunted.operations} operations', 'operations} operations'],
    ],
  },
  {
    file: 'src/soak/hunt.ts',
    tests: ['lies-soak'],
    edits: [
      [
        'differ(ours, theirs[index] ?? [])',
        'differ(ours, theirs[index] ?? ours)',
      ],
    ],
  },
  {
    file: 'src/evidence/judge.ts',
    tests: ['lies-judge'],
    edits: [
      [
        "if (evidence === 'trace' && !run) {",
        "if (evidence === 'trc' && !run) {",
      ],
      ["(evidence === 'go' || record.length > 0)", "evidence === 'go'"],
    ],
  },
  {
    file: 'src/evidence/report.ts',
    tests: ['verdicts-report'],
    edits: [['  if (lost) {', '  if (lost?.name === "") {']],
  },
  {
    file: 'src/evidence/recorded.ts',
    tests: ['claims-read'],
    edits: [
      [
        'Object.keys(sources ?? {}).length > 0',
        'Object.keys(sources ?? {}).length >= 0',
      ],
    ],
  },
]
