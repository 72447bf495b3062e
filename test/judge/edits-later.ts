/** More edits of the comparison and of the evidence that no test may miss. */
import type { Table } from './table.ts'

export const later: readonly Table[] = [
  {
    file: 'src/evidence/breaks.ts',
    tests: ['breaks'],
    edits: [
      [
        '      checkEdits(project, side, edits, line)',
        "      if (side === 'port') checkEdits(project, side, edits, line)",
      ],
      [
        "if ((edits.length === 0) === (typeof none !== 'string')) {",
        "if (edits.length === 0 && typeof none !== 'string') {",
      ],
    ],
  },
  {
    file: 'src/soak/hunt.ts',
    tests: ['lies-soak'],
    edits: [
      [
        'return firstDifference(a, b) >= 0',
        'return firstDifference(a, b.slice(0, a.length)) >= 0',
      ],
    ],
  },
  {
    file: 'src/trace/compare.ts',
    tests: ['trace-compare'],
    edits: [
      ['a.stamp === b.stamp &&', 'Math.abs(a.stamp - b.stamp) < 1 &&'],
      ['a.sid === b.sid &&', 'a.sid.normalize() === b.sid.normalize() &&'],
      [
        'key === other?.[0] && value === other[1]',
        'String(key) === String(other?.[0]) && value === other?.[1]',
      ],
      [
        'a.every((entry, index) => sameEntry(entry, b[index]))',
        'a.every((entry, index) => index >= 8 || sameEntry(entry, b[index]))',
      ],
      [
        '    a.values.every(([key, value], index) => {',
        '    a.values.slice(0, 4).every(([key, value], index) => {',
      ],
      [
        'a.orphans.every((number, index) => number === b.orphans[index])',
        'a.orphans.slice(0, 1).every((number, index) => number === b.orphans[index])',
      ],
      [
        'keys.every((key) => a[key] === b[key])',
        'keys.slice(0, 4).every((key) => a[key] === b[key])',
      ],
      [
        '  return Array.from({ length }).findIndex((_, index) => {',
        '  return Array.from({ length: Math.min(length, 100) }).findIndex((_, index) => {',
      ],
    ],
  },
  {
    file: 'src/trace/engine.ts',
    tests: ['trace-compare'],
    edits: [
      [
        'a.every((item, index) => item === b[index])',
        'a.every((item, index) => index >= 8 || item === b[index])',
      ],
    ],
  },
  {
    file: 'src/evidence/judge-run.ts',
    tests: ['lies-runs'],
    edits: [
      [
        'const each = operations.flatMap(',
        'const each = operations.slice(0, 40).flatMap(',
      ],
    ],
  },
  {
    file: 'src/trace/sides.ts',
    tests: ['lies-identity'],
    edits: [
      [
        'steps.find((step) => !isOf[side](step))',
        'steps.slice(0, 20).find((step) => !isOf[side](step))',
      ],
    ],
  },
  {
    file: 'src/evidence/runs.ts',
    tests: ['lies-runs'],
    edits: [
      [
        'const key = JSON.stringify([ids, texts])',
        'const key = JSON.stringify([ids, texts.join().length])',
      ],
    ],
  },
  {
    file: 'src/evidence/original.ts',
    tests: ['lies-identity'],
    edits: [
      [
        '  const names = [...readOriginalSources().sums.keys()]\n  return new Map(',
        '  return readOriginalSources().sums\n  const names = [...readOriginalSources().sums.keys()]\n  return new Map(',
      ],
    ],
  },
  {
    file: 'src/evidence/changes.ts',
    tests: ['changes'],
    edits: [
      [
        "(new Set(failing('memory', trace)).size > 1)",
        "(new Set(failing('memory', trace)).size > 9)",
      ],
      [
        "printed code`)] =\n        failing('memory', trace)",
        "printed code`)] =\n        [name, ...failing('memory', trace)]",
      ],
      ["        ...failing('repaired', trace),\n", ''],
      ["    read.recorded.measured.has('race_reported') &&\n", ''],
      ["    ends.every(({ shownBy }) => shownBy === 'race') &&\n", ''],
      [
        'sides.map((side: Side) =>\n    firstWrong(openEngines(store)[side]',
        'sides.map((_: Side) =>\n    firstWrong(openEngines(store).port',
      ],
    ],
  },
  {
    file: 'src/soak/random.ts',
    tests: ['lies-generator'],
    edits: [
      [
        '  handles: fc.tuple(handles, handles),',
        '  handles: handles.map((one): [string, string] => [one, one]),',
      ],
    ],
  },
  {
    file: 'src/project/cache.ts',
    tests: ['lies-evidence'],
    edits: [
      [
        'if (last?.text === text) return last.parsed',
        'if (last?.text.length === text.length) return last.parsed',
      ],
    ],
  },
]
