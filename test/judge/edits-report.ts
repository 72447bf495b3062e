/** Edits of the report of `npm test` that no test may miss. */
import type { Table } from './table.ts'

export const ofReport: readonly Table[] = [
  {
    file: 'test/reporter.ts',
    tests: ['reporter'],
    edits: [
      ['if (!good) process.exitCode = 1', ''],
      ['if (!good) process.exitCode = 1', 'if (good) process.exitCode = 1'],
      ['for (const line of before) this.log(line)', ''],
      ['for (const line of after) this.log(line)', ''],
      ['    this.#modules = modules\n', ''],
      ['resultsOf(this.#modules, errors,', 'resultsOf([], errors,'],
      ['resultsOf(this.#modules, errors,', 'resultsOf(this.#modules, [],'],
      [
        '[named, listed, changed, shard].some(Boolean)',
        '[named, listed, changed, shard].every((each) => each !== 0)',
      ],
    ],
  },
  {
    file: 'test/report/verdicts.ts',
    tests: ['report'],
    edits: [
      ["lacks(claim, own, side) ? 'not-run' : undefined", 'undefined'],
      ['tests.filter(({ id }) => id === claim.id)', '[...tests]'],
      ['test.left && !test.stale', 'test.left'],
      ["if (side === 'original' && needsRecord && !measured) return true", ''],
      ['|| record.length > 0', ''],
      ["return side === 'port' && own.length === 0", 'return false'],
      ["return evidence === 'trace' && !traced", 'return false'],
      ["if (verdicts.includes('fails')) return false", ''],
      [
        "return verdicts.includes('holds') && !verdicts.includes('not-run')",
        'return true',
      ],
      ["&& !verdicts.includes('not-run')", ''],
      ['  run.length > 0 &&\n', ''],
      ['return !claim.tests.some(({ stale }) => stale)', 'return true'],
      ["holds: count('holds'),", 'holds: ran.length,'],
      ["fails: count('fails'),", 'fails: 0,'],
      ["'not-run': count('not-run'),", "'not-run': 0,"],
      [
        "port: on('port'), original: on('original') },",
        "port: on('port'), original: on('port') },",
      ],
      ['left: run.length - ran.length,', 'left: 0,'],
    ],
  },
  {
    file: 'test/report/report.ts',
    tests: ['report'],
    edits: [
      ['[...run.unread, ...run.failures]', '[...run.failures]'],
      ['[...run.unread, ...run.failures]', '[...run.unread]'],
      ['!failed && isShown(claims, filtered)', 'isShown(claims, filtered)'],
      ['!failed && isShown(claims, filtered)', '!failed'],
      ['before: [], after, good: false', 'before: [], after, good: true'],
      ['isShown(claims, filtered)', 'isShown(claims, true)'],
      ['good || failed ? [] : openLines(claims)', '[]'],
      ['...(failed ? failureLines(failures, run.changed()) : []),', ''],
      ['left && !stale', 'left'],
    ],
  },
  {
    file: 'test/report/results.ts',
    tests: ['reporter', 'report'],
    edits: [
      ["passed: state === 'passed',", 'passed: true,'],
      ["state !== 'passed' && state !== 'failed'", "state !== 'passed'"],
      [
        "const left = state !== 'passed' && state !== 'failed'",
        'const left = false',
      ],
      ['fail(ran, false, test.result().errors ?? [])', ''],
      [
        "fail({ file, line: 1, title: 'did not load' }, true, module.errors())",
        '',
      ],
      ['fail({ file, line, title: suite.name }, true, suite.errors())', ''],
      ['  fail(outside, true, errors)\n', ''],
      ['    ...test.meta(),\n', ''],
      ['id: claimIn(test.name)?.id,', 'id: undefined,'],
    ],
  },
  {
    file: 'test/report/lines.ts',
    tests: ['report'],
    edits: [
      ["fails: styleText('red', '✗'),", "fails: styleText('green', '✓'),"],
      [
        "'not-run': styleText('yellow', '?'),",
        "'not-run': styleText('green', '✓'),",
      ],
      ["fails: 'fails',", "fails: 'holds',"],
      [
        'sides.map((side) => signs[each[side]])',
        'sides.map(() => signs.holds)',
      ],
      ['signs[each[side]]} on the', 'signs.holds} on the'],
      ["counted(holds, 'holds', 'hold')", "counted(claims, 'holds', 'hold')"],
      ['...(fails > 0 ? [counted(fails', '...(fails > 99 ? [counted(fails'],
      ['...(open > 0 ? [`', '...(open > 99 ? [`'],
      ['const rest = left > 0', 'const rest = left > 99'],
      ["if (stale) return 'stale'", ''],
      ["if (left) return 'not compared'", ''],
    ],
  },
  {
    file: 'test/report/failures.ts',
    tests: ['report-failures'],
    edits: [
      ['rank(a.first) - rank(b.first) ||', ''],
      ['|| b.all.length - a.all.length', ''],
      ['.slice(0, MOST_CAUSES)', '.slice(1, MOST_CAUSES)'],
    ],
  },
  {
    file: 'src/evidence/sides.ts',
    tests: ['report', 'verdicts'],
    edits: [
      ["['fails', 'not-run', 'holds']", "['not-run', 'fails', 'holds']"],
      ["['fails', 'not-run', 'holds']", "['holds', 'not-run', 'fails']"],
      ["  if (left) return 'not-run'\n", ''],
      ["if (left) return 'not-run'", "if (left) return 'holds'"],
      ["if (passed) return 'holds'", "return 'holds'"],
      [
        "failedOn?.length && !failedOn.includes(side) ? 'holds' : 'fails'",
        "'holds'",
      ],
      [
        "failedOn?.length && !failedOn.includes(side) ? 'holds' : 'fails'",
        "'fails'",
      ],
      ["return found.length > 0 ? found : ['port']", 'return [...sides]'],
      ["?? 'none'", "?? 'holds'"],
    ],
  },
]
