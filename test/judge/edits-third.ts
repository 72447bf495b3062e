/** Edits of the evidence that a third attack found. */
import type { Table } from './table.ts'

export const third: readonly Table[] = [
  {
    file: 'src/evidence/breaks.ts',
    tests: ['breaks'],
    edits: [
      [
        'if (!Array.isArray(edits) || !Array.isArray(also)) {',
        'if (!Array.isArray(edits) && !Array.isArray(also)) {',
      ],
    ],
  },
  {
    file: 'src/evidence/challenges.ts',
    tests: ['challenges'],
    edits: [
      [
        'if (stays.length < ids.length) return stays',
        'if (stays.length <= ids.length) return stays',
      ],
      [
        '    if (steps.every(({ ok }) => ok)) stays.push(id)',
        '    if (steps.at(-1)?.ok) stays.push(id)',
      ],
    ],
  },
  {
    file: 'src/evidence/changes.ts',
    tests: ['changes'],
    edits: [
      [
        'ends.some(({ surprises }) => surprises.includes(id))',
        'repairs.some(({ surprises }) => surprises.includes(id))',
      ],
      [
        "loadRepaired().then((port) => idFor(foreign, port.session, 'repaired')),",
        "loadPort(after).then((port) => idFor(foreign, port.session, 'memory')),",
      ],
      [
        'after: [...before, ...change[side]] }',
        'after: all.flatMap((each) => each[side]) }',
      ],
    ],
  },
  {
    file: 'src/evidence/claims.ts',
    tests: ['claims-read'],
    edits: [
      [
        'kinds.find((each) => each === kind)',
        'kinds.find((each) => String(kind).includes(each))',
      ],
      [
        '(record as unknown[]).map(String)',
        '(record as unknown[]).slice(0, 1).map(String)',
      ],
    ],
  },
  {
    file: 'src/evidence/original.ts',
    tests: ['seal'],
    edits: [
      [
        'module ??= compile(readFileSync(project.root + programFile))',
        'module ??= new WebAssembly.Module(readFileSync(project.root + programFile))',
      ],
    ],
  },
  {
    file: 'src/evidence/read-verdicts.ts',
    tests: ['verdicts'],
    edits: [
      [
        'const read = readRecorded(project, claim)',
        'const read =\n      claim.record.length > 0 ? readRecorded(project, claim) : undefined',
      ],
      ['    redisFile(id),\n', ''],
      ['    ...[reportFile, ...records].filter', '    ...[...records].filter'],
    ],
  },
  {
    file: 'src/evidence/recorded.ts',
    tests: ['lies-evidence'],
    edits: [
      [
        'if (sealOf(text) !== seal) {',
        'if (sealOf(text).slice(0, 8) !== seal.slice(0, 8)) {',
      ],
      ['if (written.claim !== id) {', 'if (!written.claim.startsWith(id)) {'],
      [
        'const found = measured.get(condition.name)\n',
        'const found = [...measured].find(([name]) => name.startsWith(condition.name))?.[1]\n',
      ],
    ],
  },
  {
    file: 'src/evidence/runs.ts',
    tests: ['lies-runs'],
    edits: [
      [
        'const known = new WeakMap<Engines, { key: string; runs: Runs }>()',
        'const last = new Map<number, { key: string; runs: Runs }>()\nconst known = { get: (_: Engines) => last.get(0), set: (_: Engines, all: { key: string; runs: Runs }) => last.set(0, all) }',
      ],
    ],
  },
  {
    file: 'src/evidence/instrument.ts',
    tests: ['verdicts-lines'],
    edits: [['(else\\b[\\s{]*)?$/', '(else\\b.*)?$/']],
  },
  {
    file: 'src/evidence/coverage.ts',
    tests: ['scenes-data'],
    edits: [
      [
        'opened.get(provider) ?? load(provider)',
        "opened.get(provider) ?? load('memory')",
      ],
      ['grouped(own ?? executed, kinds)', 'grouped(executed, kinds)'],
    ],
  },
  {
    file: 'src/evidence/report.ts',
    tests: ['verdicts-report'],
    edits: [['found.mtimeMs > time', 'found.mtimeMs >= time + 1000']],
  },
  {
    file: 'src/evidence/edit.ts',
    tests: ['claims-read'],
    edits: [['if (count !== 1) {', 'if (count < 1) {']],
  },
  {
    file: 'src/evidence/edits.ts',
    tests: ['mutants', 'breaks'],
    edits: [
      [
        'const known = compiled.get(text) ?? transform(file, text)\n  compiled.set(text, known)',
        'const key = file + text.length\n  const known = compiled.get(key) ?? transform(file, text)\n  compiled.set(key, known)',
      ],
      ['reset: () => loaded.clear()', 'reset: () => {}'],
    ],
  },
  {
    file: 'src/evidence/mutants.ts',
    tests: ['challenges'],
    edits: [['  ...Object.values(proposed),\n', '']],
  },
  {
    file: 'src/evidence/repairs.ts',
    tests: ['repairs'],
    edits: [
      [
        'surprises.includes(surprise))',
        'surprises.some((each) => each[0] === surprise[0]))',
      ],
    ],
  },
  {
    file: 'src/evidence/judge.ts',
    tests: ['lies-judge'],
    edits: [
      [
        'tests?.length === 0) {',
        'tests?.length === 0 && record.length === 0) {',
      ],
      [
        'const problems = [...(run?.problems ?? []), ...failing(claim, tests)]',
        'const problems = [...failing(claim, tests)]',
      ],
    ],
  },
  {
    file: 'src/evidence/judge-run.ts',
    tests: ['lies-runs'],
    edits: [
      [
        'const parts = a && b ? differences(a, b) : []',
        'const parts = a && b && expected ? differences(a, b) : []',
      ],
    ],
  },
]
