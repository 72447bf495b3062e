/** Edits of the playground that a third attack found. */
import type { Table } from './table.ts'

export const thirdPage: readonly Table[] = [
  {
    file: 'src/playground/verdicts.ts',
    tests: ['lies-playground'],
    edits: [
      [
        'const at = firstDifference(steps, reference)',
        'const at = firstDifference(steps.slice(0, reference.length), reference)',
      ],
    ],
  },
  {
    file: '.vitepress/playground/page/summary.ts',
    tests: ['lies-page'],
    edits: [
      ["if (otherIs === 'original' && !edited) {", 'if (otherIs && !edited) {'],
      ['      ? endless && runs[0]?.includes(endless)', '      ? endless'],
      [
        'const differs = compared ? firstDifference(steps, compared) : -1\n',
        'const differs = compared ? firstDifference(compared, compared) : -1\n',
      ],
    ],
  },
  {
    file: '.vitepress/playground/page/runs.ts',
    tests: ['lies-page'],
    edits: [
      [
        "const otherIs = other && (original.engine.value ? 'original' : 'reference')",
        "const otherIs = other && ('original' as const)",
      ],
      [
        '    if (running !== runs || !port) return\n',
        '    if (!port) return\n',
      ],
      [
        '      beside && onStore(beside, from),\n',
        "      beside && onStore(beside, 'memory'),\n",
      ],
      [
        'const printed = on ? other : third',
        'const printed = on ? third : third',
      ],
    ],
  },
  {
    file: '.vitepress/playground/page/engines.ts',
    tests: ['lies-page'],
    edits: [
      [
        "    engine.value = undefined\n    state.value = 'impostor'",
        "    state.value = 'impostor'",
      ],
    ],
  },
  {
    file: '.vitepress/playground/page/claims.ts',
    tests: ['lies-page'],
    edits: [
      [
        '    clear()\n    const own = asked\n',
        '    stop()\n    const own = asked\n',
      ],
      [
        '    if (own !== asked) return\n    progress.value = undefined\n',
        '    progress.value = undefined\n',
      ],
    ],
  },
  {
    file: '.vitepress/playground/page/stores.ts',
    tests: ['lies-page'],
    edits: [
      [
        '  return { ...engine, provider: store }\n',
        "  return { provider: store, ...engine, ...(engine.on === 'port' && { provider: 'memory' as const }) }\n",
      ],
    ],
  },
  {
    file: '.vitepress/playground/page/shown-results.ts',
    tests: ['lies-page'],
    edits: [
      ['      ran.store !== store.value ||\n', ''],
      ['      ran.text !== text.value ||\n', ''],
      ['      typing.value ||\n', ''],
    ],
  },
  {
    file: '.vitepress/playground/page/rows.ts',
    tests: ['lies-page'],
    edits: [
      [
        'step.result === null)) {',
        'step.result === null || step.result === false)) {',
      ],
    ],
  },
]
