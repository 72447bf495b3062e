/** Edits of the playground and of the ledger that no test without a page saw. */
import type { Table } from './table.ts'

export const shown: readonly Table[] = [
  {
    file: 'src/playground/run.ts',
    tests: ['playground-run'],
    edits: [
      ['if (i > 0 || why === undefined) {', 'if (why === undefined) {'],
      [
        'const whole = last < 0 ? ended.filter(Boolean).length : last',
        'const whole = last < 0 ? runs.length : last',
      ],
    ],
  },
  {
    file: 'src/playground/reports.ts',
    tests: ['lies-playground'],
    edits: [
      [
        "if (typeof value === 'string') return value.slice(0, MOST_SCALAR)",
        "if (typeof value === 'string') return value.trim()",
      ],
      ['if (scalar || value === null)', 'if (scalar || value == null)'],
    ],
  },
  {
    file: 'src/playground/ask.ts',
    tests: ['lies-playground'],
    edits: [["end(begun ? 'failed' : 'unloaded')", "end('done')"]],
  },
  {
    file: 'src/playground/edited-worker.ts',
    tests: ['playground-identity'],
    edits: [
      ['        port = undefined\n', ''],
      ['      lockDown(globalThis)\n', ''],
    ],
  },
  {
    file: '.vitepress/playground/page/claims.ts',
    tests: ['lies-page'],
    edits: [
      ['i < all.begun', 'i <= all.begun'],
      ["start({ on: 'port' })(traces)", 'start(engine)(traces)'],
    ],
  },
  {
    file: '.vitepress/playground/page/challenge-result.ts',
    tests: ['lies-page'],
    edits: [
      ['if (!first) return solved', 'return solved'],
      ['!isMet(one))', "one.verdict === 'fails')"],
    ],
  },
  {
    file: '.vitepress/playground/page/runs.ts',
    tests: ['lies-page'],
    edits: [["if (other?.end === 'impostor') return original.refuse()", '']],
  },
  {
    file: '.vitepress/playground/page/engines.ts',
    tests: ['lies-page'],
    edits: [['      if (!(await isSealed(bytes))) return refuse()\n', '']],
  },
  {
    file: '.vitepress/playground/page/rows.ts',
    tests: ['lies-page'],
    edits: [
      ['both.every(([, one]) => one.ok)', 'both.some(([, one]) => one.ok)'],
      ['good: expected || !ok ? ok', 'good: expected ? ok'],
    ],
  },
  {
    file: '.vitepress/playground/page/summary.ts',
    tests: ['lies-page'],
    edits: [
      ['said.push({ good: at < 0, text', 'said.push({ good: at <= 0, text'],
      [
        'compareSteps(steps, printed, true)',
        'compareSteps(printed, printed, true)',
      ],
      ['  if (ended) said.push(ended)\n', ''],
    ],
  },
  {
    file: '.vitepress/claims/entry.ts',
    tests: ['lies-ledger'],
    edits: [
      ['n: tests.length }', 'n: tests.length + 1 }'],
      ['n: run.trace.operations.length }', 'n: run.port.length + 1 }'],
    ],
  },
  {
    file: '.vitepress/claims/recorded-table.ts',
    tests: ['lies-ledger'],
    edits: [['return value ? yes : no', 'return yes']],
  },
  {
    file: '.vitepress/claims/recorded-question.ts',
    tests: ['lies-ledger'],
    edits: [
      ['asked.value}`]', 'most}`]'],
      ["typeof asked?.value !== 'number' || ", ''],
      ['each !== name', 'each === name'],
    ],
  },
  {
    file: '.vitepress/claims/run-table.ts',
    tests: ['lies-ledger'],
    edits: [
      [
        'const other = original[index]?.state ?? step.state',
        'const other = step.state',
      ],
    ],
  },
  {
    file: '.vitepress/scenes/question.ts',
    tests: ['scenes-questions'],
    edits: [
      ['steps[index]?.error === undefined', 'steps[index] !== undefined'],
      ['!left.has(number))', '!left.has(number)).slice(-1)'],
    ],
  },
  {
    file: '.vitepress/scenes/question-form.ts',
    tests: ['scenes-questions'],
    edits: [
      ['JSON.stringify(answer)', 'JSON.stringify([all[0]?.[0]])'],
      ['text(`right.', 'text(`wrong.'],
    ],
  },
]
