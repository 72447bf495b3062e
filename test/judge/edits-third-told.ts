/** Edits of the ledger, the report and the tests that a third attack found. */
import type { Table } from './table.ts'

export const thirdTold: readonly Table[] = [
  {
    file: 'test/reporter.ts',
    tests: ['reporter'],
    edits: [
      [
        '  if (file === undefined) return []\n',
        '  if (file === undefined || more.length === 0) return []\n',
      ],
      [
        ".filter((each) => each.endsWith('.test.ts') && !ran.has(each))",
        '.filter((each) => /lies.*\\.test\\.ts$/.test(each) && !ran.has(each))',
      ],
      [
        '!filenamePattern.some((each) => /:\\d+$/.test(each)) &&',
        'filenamePattern.length === 0 &&',
      ],
    ],
  },
  {
    file: 'test/report/report.ts',
    tests: ['report'],
    edits: [
      [
        "({ port, original }) => port === 'not-run' || original === 'not-run',",
        "({ port, original }) => port === 'not-run' && original === 'not-run',",
      ],
    ],
  },
  {
    file: 'test/report/results.ts',
    tests: ['reporter'],
    edits: [
      [
        '    ...test.meta(),\n',
        '    record: test.meta().record, trace: test.meta().trace, stale: test.meta().stale,\n',
      ],
      ['/^\\.\\.|^node_modules/', '/^\\.\\.|node_modules|^src/'],
    ],
  },
  {
    file: '.vitepress/claims/goals-table.ts',
    tests: ['verdicts-shown'],
    edits: [
      [
        "texts[reached ? 'reached' : 'missed'],",
        "texts[reached || goal.least === undefined ? 'reached' : 'missed'],",
      ],
    ],
  },
  {
    file: '.vitepress/claims/entry.ts',
    tests: ['lies-ledger', 'verdicts-shown'],
    edits: [
      [
        'const repair = repairOf(id)\n  const texts',
        "const repair = repairOf(id) ?? repairOf('fresh-shields-expired')\n  const texts",
      ],
      [
        "    .filter((side) => claim[side] === 'none')\n",
        "    .filter((side) => claim[side] !== 'holds')\n",
      ],
    ],
  },
  {
    file: '.vitepress/claims/repair-table.ts',
    tests: ['lies-ledger'],
    edits: [
      [
        "h('td', listOf(changed.state, locale))",
        "h('td', listOf(printed.state, locale))",
      ],
      [
        'const differs = html(before) !== html(after)',
        'const differs = !ended && html(before) !== html(after)',
      ],
    ],
  },
  {
    file: '.vitepress/claims/lines-table.ts',
    tests: ['verdicts-lines'],
    edits: [
      ["missing: count('missing'),", 'missing: 0,'],
      ["run: count('run'),", "run: all.length - count('idle'),"],
    ],
  },
  {
    file: '.vitepress/claims/line-map.ts',
    tests: ['verdicts-lines'],
    edits: [
      [
        'faced.flatMap((each) => each.claims)',
        'faced.slice(0, 1).flatMap((each) => each.claims)',
      ],
    ],
  },
  {
    file: '.vitepress/claims/recorded-table.ts',
    tests: ['lies-ledger'],
    edits: [
      ['dateText(new Date(date), locale)', 'dateText(new Date(), locale)'],
      [
        'measured.get(key.slice(id.length + 1))?.value',
        '[...measured.values()][0]?.value',
      ],
    ],
  },
  {
    file: '.vitepress/claims/publish.ts',
    tests: ['verdicts', 'lies-ledger'],
    edits: [
      [
        'checkStatements(project, locale)),',
        'checkStatements(project, locale).slice(1)),',
      ],
      [
        'claim.tests.map(({ file, title }) => ({ file, title }))',
        'claim.tests.map(({ title }) => ({ file: traceFile(claim.id), title }))',
      ],
    ],
  },
  {
    file: '.vitepress/claims/statements.ts',
    tests: ['verdicts'],
    edits: [
      [
        '    .filter((id) => !own.has(id))\n',
        '    .filter((id) => !own.has(id) && locale === source)\n',
      ],
      ['!ids.includes(id))', '!ids.some((known) => known.startsWith(id)))'],
    ],
  },
  {
    file: 'test/report/lines.ts',
    tests: ['report'],
    edits: [
      [
        "statements.get(id) ?? 'has no statement in docs/en/claims.json'",
        'statements.get(id) ?? id',
      ],
    ],
  },
  {
    file: 'test/report/failures.ts',
    tests: ['report-failures'],
    edits: [['all.length > 1 ? ` (', 'all.length > 99 ? ` (']],
  },
  {
    file: 'vitest.config.ts',
    tests: ['reporter'],
    edits: [
      [
        '    includeTaskLocation: true,\n',
        '    includeTaskLocation: true,\n    testNamePattern: /^(?!.*lie)/,\n',
      ],
      [
        '    includeTaskLocation: true,\n',
        '    includeTaskLocation: true,\n    retry: 3,\n',
      ],
    ],
  },
  {
    file: 'test/collected.ts',
    tests: ['lies-tests'],
    edits: [
      [
        '!among.includes(id)) continue\n',
        '!among.includes(id) || failed.size > 0) continue\n',
      ],
    ],
  },
  {
    file: 'test/deletions.ts',
    tests: ['lies-tests'],
    edits: [['    IfStatement: add,\n', '']],
  },
]
