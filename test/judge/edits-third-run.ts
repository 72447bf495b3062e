/** Edits of runs and of commands that a third attack found. */
import type { Table } from './table.ts'

export const thirdRun: readonly Table[] = [
  {
    file: 'src/trace/expectation.ts',
    tests: ['trace-parse'],
    edits: [
      [
        "isWord(first, 'error') && tokens.length === 1 && !lists",
        "first?.text.startsWith('err') && tokens.length === 1 && !lists",
      ],
    ],
  },
  {
    file: 'src/trace/compare.ts',
    tests: ['trace-compare'],
    edits: [
      [
        '(a.error === undefined) === (b.error === undefined)',
        '!a.error === !b.error',
      ],
      [
        'sameResult(a.result, b.result)',
        '(a.expected && b.expected) || sameResult(a.result, b.result)',
      ],
    ],
  },
  {
    file: 'src/trace/conversation.ts',
    tests: ['lies-identity'],
    edits: [
      [
        "this.#sources = anonymous ? undefined : 'unasked'",
        "this.#sources = anonymous || first > 0 ? undefined : 'unasked'",
      ],
    ],
  },
  {
    file: 'src/trace/port.ts',
    tests: ['lies-runs'],
    edits: [
      [
        'const [a, b] = operation.handles.map((name) => this.#handle(name))\n        return a === b',
        'const [a, b] = operation.handles.map((name) => this.#handle(name))\n        return a?.sessionID() === b?.sessionID()',
      ],
    ],
  },
  {
    file: 'src/trace/identity.ts',
    tests: ['lies-identity'],
    edits: [['` : other}`,', '` : other}`.replace(/ *list.*$/, ""),']],
  },
  {
    file: 'src/soak/hunt.ts',
    tests: ['lies-soak'],
    edits: [['return stops || differ(', 'return differ(']],
  },
  {
    file: 'src/cmd/trace.ts',
    tests: ['lies-commands'],
    edits: [
      ["  if (files.length === 0) throw new Error('found no FILE')\n", ''],
      [
        "  if (engine !== undefined && engine !== 'port' && engine !== 'original') {",
        '  if (engine !== undefined && !/port|original/.test(engine)) {',
      ],
    ],
  },
  {
    file: 'src/cmd/trace-files.ts',
    tests: ['lies-commands'],
    edits: [
      [
        '      wrong.push(error.message)',
        "      if (file !== '-') wrong.push(error.message)",
      ],
      [
        'ParseError)) throw error\n    throw',
        'ParseError)) throw error\n    if (lastLine === 0) throw',
      ],
    ],
  },
  {
    file: 'src/cmd/options.ts',
    tests: ['lies-commands'],
    edits: [['process.exit(2)', 'process.exit(0)']],
  },
  {
    file: 'src/cmd/soak.ts',
    tests: ['lies-commands'],
    edits: [
      [
        'Number.isSafeInteger(operations) || operations < 1',
        'Number.isSafeInteger(operations)',
      ],
      [
        'const operations = Number(values.ops)\n',
        'const operations = Number.parseInt(values.ops, 10)\n',
      ],
      [
        'const link = await linkLine(hunted.found, provider)',
        'const link = await linkLine(hunted.found)',
      ],
    ],
  },
]
