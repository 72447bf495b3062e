/** Edits of what judges that the tests nearest to them had not noticed at first. */
import type { Table } from './table.ts'

export const unseen: readonly Table[] = [
  {
    file: 'src/evidence/runs.ts',
    tests: ['lies-identity'],
    edits: [['opened.get(provider) ?? {', "opened.get('memory') ?? {"]],
  },
  {
    file: 'src/evidence/report.ts',
    tests: ['verdicts-report'],
    edits: [
      [
        'return files.find((file) => {',
        "return files.filter((file) => !file.endsWith('.trace')).find((file) => {",
      ],
    ],
  },
  {
    file: 'src/evidence/read-verdicts.ts',
    tests: ['verdicts'],
    edits: [['if (held?.root === project.root) return', 'if (held) return']],
  },
  {
    file: 'src/trace/identity.ts',
    tests: ['lies-identity'],
    edits: [
      [
        'pairs.every((p) => p.length === 2)',
        'pairs.some((p) => p.length === 2)',
      ],
      ['Object.keys(texts).length > 0 && ', ''],
    ],
  },
  {
    file: 'src/trace/conversation.ts',
    tests: ['lies-identity', 'trace-engines'],
    edits: [
      [
        '    this.#index = anonymous ? first : CHALLENGE',
        '    this.#index = anonymous || first > 0 ? first : CHALLENGE',
      ],
      ['`, state, visited }', '`, state: EMPTY, visited }'],
    ],
  },
  {
    file: 'src/soak/hunt.ts',
    tests: ['lies-soak'],
    edits: [
      ['{one.name}: ', '{other.name}: '],
      ['`visited: $', '`visited: 1$'],
    ],
  },
  {
    file: 'src/soak/random.ts',
    tests: ['lies-generator'],
    edits: [
      [
        "fc.constantFrom('h', 'i', 'j', 'k', 'l', 'm', 'n', 'o')",
        "fc.constantFrom('h')",
      ],
      [
        '  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },\n',
        '',
      ],
      [
        "  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },\n",
        '',
      ],
      [
        '{ weight: 1, arbitrary: longWait }',
        '{ weight: 1, arbitrary: usualWaits }',
      ],
      ['if (!moves(clock, bare)) continue', 'if (!moves(clock, bare)) break'],
      ['  ...[-3_628_972_800_000, 4_960_961_791_999],\n', ''],
    ],
  },
  {
    file: 'test/claims.test.ts',
    tests: ['lies-claims'],
    edits: [
      [
        'Object.assign(task.meta, { failedOn: failed })',
        'Object.assign(task.meta, { failedOn: [] })',
      ],
      [
        '          expect(run.problems.map(formatProblem)).toEqual([])\n          expect(failed).toEqual([])\n',
        '',
      ],
      [', { afterEach: checkInvariants })', ')'],
    ],
  },
  {
    file: 'test/claims.ts',
    tests: ['lies-claims'],
    edits: [['if (step?.ok) {', 'if (step?.ok ?? true) {']],
  },
  {
    file: 'test/reporter.ts',
    tests: ['reporter'],
    edits: [
      [
        'unread: problems.map(failureOf)',
        'unread: problems.slice(1).map(failureOf)',
      ],
    ],
  },
  {
    file: 'test/report/verdicts.ts',
    tests: ['report'],
    edits: [
      ['const measured = own.some(', 'const measured = tests.some('],
      ['own.some(({ trace }) => trace === traceFile(id))', 'own.length > 0'],
    ],
  },
  {
    file: 'test/report/lines.ts',
    tests: ['report'],
    edits: [
      ['tests.some(({ trace }) => trace)', 'tests.length > 0'],
      ['const go = recorders.length - redis', 'const go = recorders.length'],
      [
        'const failed = tests.filter((test) => !test.left && !test.passed).length',
        'const failed = 0',
      ],
    ],
  },
  {
    file: 'test/report/failures.ts',
    tests: ['report-failures'],
    edits: [
      [
        'failures.filter(({ loading }) => !loading).map(({ of }) => of),\n  ).size',
        'failures.filter(({ loading }) => !loading).map(({ of }) => of.file),\n  ).size',
      ],
    ],
  },
  {
    file: 'src/playground/worker.ts',
    tests: ['playground-identity'],
    edits: [
      [
        "  return provider === 'repaired'\n",
        "  return provider === 'repaired' && false\n",
      ],
    ],
  },
  {
    file: 'src/playground/run.ts',
    tests: ['playground-run', 'lies-playground'],
    edits: [
      [' || trace < at) throw', ') throw'],
      [
        "if (!steps || !operation || trace < at) throw new Error('out of order')",
        "if (!steps || trace < at) throw new Error('out of order')\n    if (!operation) return",
      ],
      [
        '(i === last ? errors[end] : undefined)',
        '(i === last ? errors.silent : undefined)',
      ],
      [
        'operations.map(({ expected: _, ...operation }) => operation)',
        'operations.map((operation) => operation)',
      ],
    ],
  },
  {
    file: 'src/playground/reports.ts',
    tests: ['lies-playground'],
    edits: [
      ['orphans: orphans.map(integer),', 'orphans: [],'],
      ['astray: numbersOf(astray),', 'astray: {},'],
      [
        'const error = report.error === undefined ? undefined',
        'const error = !report.error ? undefined',
      ],
    ],
  },
  {
    file: 'src/playground/serve.ts',
    tests: ['playground-run'],
    edits: [
      ["      send({ kind: 'broken', trace, why: describe(thrown) })\n", ''],
    ],
  },
  {
    file: 'src/evidence/original.ts',
    tests: ['lies-identity', 'seal'],
    edits: [['{ texts, ...options }', '{ ...options }']],
  },
]
