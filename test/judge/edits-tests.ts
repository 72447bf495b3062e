/** Edits of the tests that judge, and of what measures, that no test may miss. */
import type { Table } from './table.ts'

export const ofTests: readonly Table[] = [
  {
    file: 'test/fallen.ts',
    tests: ['lies-tests', 'breaks'],
    edits: [
      [
        'export function fails(holds: () => boolean | undefined): boolean {\n  try {\n    return !holds()',
        'export function fails(holds: () => boolean | undefined): boolean {\n  try {\n    return holds() === false',
      ],
      [
        '    const holds = () => engine.run([trace])[0]?.every(({ ok }) => ok)\n    if (!fallen.has(id) && fails(holds)) fallen.add(id)',
        '    const holds = () => engine.run([trace])[0]?.every(({ ok }) => ok)\n    if (fails(holds) || edits.length > 0) fallen.add(id)',
      ],
    ],
  },
  {
    file: 'test/breaks.test.ts',
    tests: ['lies-tests'],
    edits: [
      [
        'expect(await fallen(port.edits, own)).toEqual(own)',
        'expect(await fallen(port.edits, own)).toEqual(expect.anything())',
      ],
    ],
  },
  {
    file: 'test/claims-recorded.test.ts',
    tests: ['lies-tests'],
    edits: [
      [
        "        expect(problems.map(formatProblem)).toEqual([])\n        expect(verdict).toBe('holds')\n",
        '',
      ],
      [
        '  return read ? [{ claim, ...read }] : []',
        '  return read?.problems.length === 0 ? [{ claim, ...read }] : []',
      ],
      ["task.meta.stale = verdict === 'not-run'", 'task.meta.stale = false'],
    ],
  },
  {
    file: 'test/records.test.ts',
    tests: ['lies-tests'],
    edits: [
      [
        "expect(told, told.join('\\n')).toEqual([])",
        'expect(told).toEqual(told)',
      ],
    ],
  },
  {
    file: 'test/claims-beyond-traces.test.ts',
    tests: ['claims-beyond-traces'],
    edits: [
      [
        "    const probe = readersProbes['continue-would-hang']",
        "    const probe = readersProbes['continue-would-hangs']",
      ],
      [
        "    probes['set-stores-then-touches'](port)",
        "    probes['set-stores-then-touch'](port)",
      ],
    ],
  },
  {
    file: 'test/report/results.ts',
    tests: ['reporter'],
    edits: [
      [
        '    for (const suite of module.children.allSuites()) {',
        '    for (const suite of [...module.children.allSuites()].slice(0, 1)) {',
      ],
      [
        "    passed: state === 'passed',",
        "    passed: state === 'passed' || test.meta().failedOn?.length === 0,",
      ],
    ],
  },
  {
    file: 'test/repaired.ts',
    tests: ['repaired'],
    edits: [
      ['ensure(!store.ended, ', 'ensure(!store.ended || true, '],
      [
        "  ensure(provider.sessions.size === listed.length, 'map: more than the list')\n",
        '',
      ],
    ],
  },
  {
    file: 'test/provider-contract.ts',
    tests: ['lies-redis'],
    edits: [
      [
        '        await test(make(lifetime), pass ?? wait)\n        passed.push(title)',
        '        passed.push(title)\n        await test(make(lifetime), pass ?? wait)',
      ],
    ],
  },
  {
    file: 'test/redis/races.ts',
    tests: ['lies-redis'],
    edits: [
      [
        'if ((await get(key)) !== round) missing += 1',
        'if ((await get(key)) === null) missing += 0',
      ],
      ['    if (await app.stores(cookie)) risen += 1\n', ''],
    ],
  },
  {
    file: 'vitest.config.ts',
    tests: ['reporter'],
    edits: [["      : ['./test/reporter.ts'],", "      : ['default'],"]],
  },
]
