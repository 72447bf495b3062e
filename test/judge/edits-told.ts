/** Edits of what commands, pages and the playground say that no test may miss. */
import type { Table } from './table.ts'

export const ofTold: readonly Table[] = [
  {
    file: '.vitepress/claims/mark.ts',
    tests: ['verdicts-shown'],
    edits: [["'data-port': port,", "'data-port': 'holds',"]],
  },
  {
    file: '.vitepress/claims/html.ts',
    tests: ['verdicts-shown'],
    edits: [
      ['const verdict = claim[side]\n', 'const verdict = claim.original\n'],
    ],
  },
  {
    file: '.vitepress/claims/ledger.ts',
    tests: ['verdicts-shown'],
    edits: [
      [
        'some.filter(({ claim }) => claim[side] === verdict).length',
        'some.filter(({ claim }) => claim.port === verdict).length',
      ],
    ],
  },
  {
    file: '.vitepress/claims/publish.ts',
    tests: ['verdicts', 'verdicts-shown'],
    edits: [
      ['if (problems.length > 0) throw new ProblemError(problems)', ''],
      ['    original: claim.original,\n', '    original: claim.port,\n'],
    ],
  },
  {
    file: '.vitepress/claims/run-table.ts',
    tests: ['verdicts-shown'],
    edits: [
      [
        'const good = row.step.ok && run.original[row.index]?.ok',
        'const good = row.step.ok',
      ],
    ],
  },
  {
    file: '.vitepress/claims/repaired-tables.ts',
    tests: ['verdicts-shown'],
    edits: [['verdict(on.original, locale)', 'verdict(on.port, locale)']],
  },
  {
    file: 'src/cmd/trace.ts',
    tests: ['lies-commands'],
    edits: [
      ['good &&= isGood(steps)', 'good = isGood(steps)'],
      ['  return good === sums.length ? 0 : 1', '  return 0'],
      [
        '    for (const { engine, step } of made) checkSide(engine, [step])\n',
        '',
      ],
      [
        'const good = sums.filter((sum) => sum.good).length',
        'const good = sums.length',
      ],
    ],
  },
  {
    file: 'src/cmd/soak.ts',
    tests: ['lies-commands'],
    edits: [
      ['  process.exitCode = 1\n', ''],
      [
        'const { port, original } = openEngines(provider)',
        'const { port, original } = openEngines()',
      ],
      [
        '    return hunt([port, original], {',
        "    return hunt([port, { ...port, name: 'original' }], {",
      ],
    ],
  },
  {
    file: 'src/playground/verdicts.ts',
    tests: ['lies-playground'],
    edits: [
      [
        'const goesOn = /^(silent|failed|large)$/.test(last.end) && last.ready',
        'const goesOn = /^(silent|failed|large)$/.test(last.end)',
      ],
    ],
  },
  {
    file: 'src/playground/serve.ts',
    tests: ['playground-identity'],
    edits: [
      [
        'engine.play([{ operations }], (step) => {',
        'engine.play([{ operations: operations.slice(0, 30) }], (step) => {',
      ],
    ],
  },
  {
    file: '.vitepress/playground/page/summary.ts',
    tests: ['lies-playground'],
    edits: [
      [
        'const met = expected.filter(({ ok }) => ok).length',
        'const met = expected.length',
      ],
      [
        "const text = texts.summary[at < 0 ? 'agree' : 'differ']",
        'const text = texts.summary.agree',
      ],
    ],
  },
  {
    file: 'src/cmd/trace-files.ts',
    tests: ['lies-commands'],
    edits: [['  if (lastLine === 0) {', '  if (lastLine < 0) {']],
  },
  {
    file: '.vitepress/claims/goals-table.ts',
    tests: ['verdicts-shown'],
    edits: [
      [
        "const sign = signOf(reached ? 'holds' : 'fails')",
        "const sign = signOf('holds')",
      ],
    ],
  },
]
