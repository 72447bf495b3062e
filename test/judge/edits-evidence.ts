/** Edits of what judges claims, and of the tests that do, that none may miss. */
import type { Table } from './table.ts'

export const ofEvidence: readonly Table[] = [
  {
    file: 'src/evidence/judge-run.ts',
    tests: ['lies-runs', 'lies-identity', 'verdicts'],
    edits: [
      ['  checkSides(run.port, run.original)\n', ''],
      [
        '      if (step?.ok) return []\n',
        '      if (step?.ok ?? true) return []\n',
      ],
      [
        'const [a, b] = [run.port[index], run.original[index]]',
        'const [a, b] = [run.port[index], run.port[index]]',
      ],
      ['if (operations.length > 0) return', 'if (operations) return'],
      [') return [...each, ...tooMany]', ') return []'],
      [') return [...each, ...tooMany]', ') return each'],
      ['steps.length === run.trace.operations.length && ', ''],
      ['steps.every(({ ok }) => ok)', 'steps.some(({ ok }) => ok)'],
      ["  if (!cameTrue(run, side)) return 'fails'\n", ''],
      ['const differ = run.problems.length > 0', 'const differ = false'],
    ],
  },
  {
    file: 'src/evidence/judge.ts',
    tests: ['lies-judge', 'verdicts'],
    edits: [
      [
        "      run && outcomeOn('original', run),",
        "      run && outcomeOn('port', run),",
      ],
      ['      recorded?.verdict,\n', ''],
      ["byTests(tests ?? [], 'original')", "byTests(tests ?? [], 'port')"],
      ["tests ? byTests(tests, 'port')", "tests ? byTests(tests, 'original')"],
      [
        "return evidence === 'test' ? 'not-run' : undefined",
        'return undefined',
      ],
      ['  if (missing) problems.push(missing.problem)\n', ''],
      ['.filter(({ passed }) => !passed)', '.filter(({ passed }) => passed)'],
    ],
  },
  {
    file: 'src/evidence/condition.ts',
    tests: ['lies-evidence'],
    edits: [
      [
        'return typeof found === typeof value && operators[operator](found, value)',
        'return true',
      ],
      ['typeof found === typeof value && ', ''],
      [
        "'>=': (a: Value, b: Value) => a >= b",
        "'>=': (a: Value, b: Value) => a > b",
      ],
      [
        "'<=': (a: Value, b: Value) => a <= b",
        "'<=': (a: Value, b: Value) => a < b",
      ],
      [
        "'>': (a: Value, b: Value) => a > b",
        "'>': (a: Value, b: Value) => a >= b",
      ],
      [
        "'<': (a: Value, b: Value) => a < b",
        "'<': (a: Value, b: Value) => a <= b",
      ],
      ['JSON.stringify(a) === JSON.stringify(b)', 'String(a) === String(b)'],
    ],
  },
  {
    file: 'src/evidence/recorded.ts',
    tests: ['lies-evidence', 'verdicts'],
    edits: [
      ['  if (sealOf(text) !== seal) {', '  if (seal.length !== 64) {'],
      ['!== was)', '!== was && false)'],
      [
        '  if (changed.length === 0) return []\n',
        '  if (changed.length < 2) return []\n',
      ],
      [
        "stale.length > 0 ? 'not-run' : unmet",
        "stale.length > 0 ? 'holds' : unmet",
      ],
      [
        "unmet.length > 0 ? 'fails' : 'holds'",
        "unmet.length > 1 ? 'fails' : 'holds'",
      ],
      [
        '    if (meets(condition, found.value)) return []\n',
        '    if (meets(condition, condition.value)) return []\n',
      ],
      [
        '    if (!found) {\n      return [',
        '    if (!found) {\n      return []\n      return [',
      ],
      [
        '  if (record.length === 0) {\n    return [',
        '  if (record.length === 0) {\n    return []\n    return [',
      ],
      ['  if (written.claim !== id) {', '  if (!written.claim) {'],
    ],
  },
  {
    file: 'src/evidence/runs.ts',
    tests: ['lies-identity', 'verdicts', 'claims'],
    edits: [
      [
        'original: openOriginal({ provider }),',
        "original: { ...openPort(provider), name: 'original' },",
      ],
      ['    engines[side].run(traces),', '    engines.original.run(traces),'],
      ['problems: problemsOfRun(run)', 'problems: []'],
    ],
  },
  {
    file: 'src/evidence/original.ts',
    tests: ['seal', 'lies-identity'],
    edits: [
      ['  if (body && sum === seal) return', '  if (body) return'],
      ['  if (body && sum === seal) return', '  return'],
    ],
  },
  {
    file: 'src/evidence/report.ts',
    tests: ['verdicts-report', 'verdicts'],
    edits: [
      [
        "const passed = status === 'passed'",
        "const passed = status !== 'failed'",
      ],
      ['  if (newer !== undefined) {', '  if (newer === "") {'],
      ['found.mtimeMs > time', 'found.mtimeMs > time + 1e9'],
      ["const left = !passed && status !== 'failed'", 'const left = !passed'],
      [
        "const tested = ['src', 'test', 'go-reference/trace.wasm']",
        "const tested = ['src', 'test']",
      ],
      [
        '  if (!project.has(reportFile)) {',
        '  if (!project.has(reportFile) && false) {',
      ],
    ],
  },
  {
    file: 'src/evidence/read-verdicts.ts',
    tests: ['verdicts'],
    edits: [
      [
        'problems.push(...found.problems, ...(read?.problems ?? []))',
        'problems.push(...found.problems)',
      ],
      [
        'problems.push(...found.problems, ...(read?.problems ?? []))',
        'problems.push(...(read?.problems ?? []))',
      ],
      ['report?.filter(({ id }) => id === claim.id)', 'report?.slice(0, 1)'],
    ],
  },
  {
    file: 'src/evidence/repaired-claims.ts',
    tests: ['lies-runs', 'repairs'],
    edits: [
      [
        "original: cameTrue(run, 'original')",
        "original: cameTrue(run, 'port')",
      ],
      ["port: cameTrue(run, 'port')", 'port: true'],
    ],
  },
  {
    file: 'src/evidence/coverage.ts',
    tests: ['verdicts-lines'],
    edits: [
      [
        '      for (const part of new Set(executed)) found[part]?.push(id)',
        '      for (const part of parts.keys()) found[part]?.push(id)',
      ],
      ['loading: loading.has(part)', 'loading: true'],
      ['      executed = []\n      engine.run', '      engine.run'],
    ],
  },
  {
    file: 'test/claims.test.ts',
    tests: ['claims'],
    edits: [
      ['original = openOriginal().run(', 'original = port.run('],
      ['original: original[index] ?? []', 'original: ours'],
    ],
  },
]
