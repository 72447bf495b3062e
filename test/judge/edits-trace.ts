/** Edits of the engines and of the comparison that no test may miss. */
import type { Table } from './table.ts'

export const ofTrace: readonly Table[] = [
  {
    file: 'src/trace/engine.ts',
    tests: ['lies-runs', 'trace-engines'],
    edits: [
      ['      ? error === undefined\n', '      ? true\n'],
      ['    return error !== undefined\n', '    return true\n'],
      [
        'return sameResult(expected.value, result)',
        'return error === undefined',
      ],
      ['return a.length === b.length && a.every(', 'return a.every('],
      [
        'a.every((item, index) => item === b[index])',
        'a.some((item, index) => item === b[index])',
      ],
      ['item === b[index])', 'index > 0 || item === b[index])'],
      ['  return a === b\n', '  return a == b\n'],
      ['  return a === b\n', '  return (a ?? null) === (b ?? null)\n'],
      ['visited }), ok: false }', 'visited }) }'],
      ['Math.floor(entry.stamp / 1000)', 'Math.trunc(entry.stamp / 1000)'],
      ['visited: ({ visited }) => visited', 'visited: () => 0'],
      [
        '...mapped.map(({ sid, number }) => [sid, number] as const),',
        '...list.map(({ sid, number }) => [sid, number] as const),',
      ],
    ],
  },
  {
    file: 'src/trace/operations.ts',
    tests: ['trace-operations', 'playground-form'],
    edits: [
      ["takes: { seconds: 'seconds' }", 'takes: {}'],
      ["takes: { nanoseconds: 'pause' }", "takes: { nanoseconds: 'shift' }"],
      ["{ ...onSid, does: 'touches' }", "{ ...onSid, does: 'changes' }"],
      [
        "takes: {}, gives: 'sid', does: 'asks'",
        "takes: {}, gives: 'none', does: 'asks'",
      ],
      ["gives: 'integers' }", "gives: 'integer' }"],
      ["gives: 'sorted'", "gives: 'sids'"],
      ["  map: { ...observes, gives: 'sorted', button: true },\n", ''],
      ["['first', 'second']", "['first', 'second', 'third']"],
    ],
  },
  {
    file: 'src/trace/compare.ts',
    tests: ['trace-compare', 'lies-runs'],
    edits: [
      [
        '  result: (a, b) => sameResult(a.result, b.result),',
        '  result: () => true,',
      ],
      ['sameResult(a.result, b.result)', 'sameResult(a.result, a.result)'],
      ['(a.error === undefined) === (b.error === undefined)', 'true'],
      ['sameList(a.state, b.state)', 'sameList(a.state, a.state)'],
      ['map: (a, b) => sameMap(a.state, b.state)', 'map: () => true'],
      ['sameNumbers(a.state.handles, b.state.handles)', 'true'],
      ['visited: (a, b) => a.visited === b.visited', 'visited: () => true'],
      ['    return !left || !right', '    return !left'],
      ['Math.max(a.length, b.length)', 'Math.min(a.length, b.length)'],
      ['    a.number === b?.number &&\n', ''],
      ['    a.sid === b.sid &&\n', ''],
      ['    a.stamp === b.stamp &&\n', ''],
      ['    a.values.length === b.values.length\n', '    true\n'],
      ['    a.length === b.length\n', '    true\n'],
      ['key === other?.[0] && value === other[1]', 'key === other?.[0]'],
      ['key === other?.[0] && value === other[1]', 'value === other?.[1]'],
      ['    a.orphans.length === b.orphans.length &&\n', ''],
      ['    sameNumbers(a.astray, b.astray)\n', '    true\n'],
      ['    keys.length === Object.keys(b).length &&\n', ''],
      ['a[key] === b[key])', 'key in b)'],
    ],
  },
  {
    file: 'src/trace/conversation.ts',
    tests: ['lies-identity', 'trace-engines'],
    edits: [
      ['      if (why) throw notOriginal(why)\n', ''],
      ['    if (this.#texts) checkTexts(texts, this.#texts)\n', ''],
      ['if (this.#answers.length > 0) made.mark(step)', 'made.mark(step)'],
      ["operation.name === 'gc' ? reads : this.#last.visited", 'reads'],
      ['    if (drift !== 0n) {', '    if (drift > 9n) {'],
      [
        "this.#arguments = ['--provider', provider]",
        "this.#arguments = ['--provider', 'memory']",
      ],
    ],
  },
  {
    file: 'src/trace/identity.ts',
    tests: ['lies-identity', 'playground-identity'],
    edits: [
      [
        '    if (texts[name] === wanted[name]) continue\n',
        '    if (texts[name] !== undefined) continue\n',
      ],
      [
        '...Object.keys(wanted), ...Object.keys(texts)',
        '...Object.keys(texts)',
      ],
      [
        'if (!wrong && steps.length === operations.length) return',
        'if (!wrong) return',
      ],
      ['!steps[index]?.ok', '!steps[index]'],
      [
        '  const wraps = 2n ** 63n - 1n - BigInt(random(900_000_000))',
        '  const wraps = 10n',
      ],
      [
        'const random = (below: number) => Math.floor(Math.random() * below)',
        'const random = (below: number) => Math.floor(below / 2)',
      ],
    ],
  },
  {
    file: 'src/trace/sides.ts',
    tests: ['lies-identity'],
    edits: [
      [
        'steps.find((step) => !isOf[side](step))',
        'steps.slice(0, 1).find((step) => !isOf[side](step))',
      ],
      ['  if (!strange) return\n', '  return\n'],
      ["  checkSide('port', port)\n", ''],
      ["  checkSide('original', original)\n", ''],
    ],
  },
  {
    file: 'src/trace/seal.ts',
    tests: ['seal'],
    edits: [
      ['=== seal\n', '!== undefined\n'],
      ['  if (!body) return false\n', '  if (!body) return true\n'],
    ],
  },
  {
    file: 'src/trace/report.ts',
    tests: ['trace-engines', 'lies-runs'],
    edits: [
      ['return { result, error, state:', 'return { result, state:'],
      ['values: sortByKey(values)', 'values: []'],
    ],
  },
  {
    file: 'src/trace/print.ts',
    tests: ['lies-runs'],
    edits: [
      [
        'steps.every(({ step }) => step.ok)',
        'steps.some(({ step }) => step.ok)',
      ],
      ['&& differing(steps).length === 0', ''],
    ],
  },
]
