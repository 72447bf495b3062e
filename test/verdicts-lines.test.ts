/** Tests which lines of the listing the claims' traces execute. */
import { beforeAll, describe, expect, it } from 'vitest'
import { linesOfListing } from '../.vitepress/claims/line-map.ts'
import { linesHtml } from '../.vitepress/claims/lines-table.ts'
import { message } from '../.vitepress/site/interface.ts'
import { readLocalized } from '../.vitepress/weave/localized.ts'
import { readPrograms } from '../.vitepress/weave/programs.ts'
import { openCovering } from '../src/evidence/coverage.ts'
import { instrument } from '../src/evidence/instrument.ts'
import { readVerdicts } from '../src/evidence/read-verdicts.ts'
import { openProject } from '../src/project/project.ts'
import { claims } from './claims.ts'

const project = openProject()

describe('instrument', () => {
  const text = [
    'const a = 1 // 1',
    'function f(b: boolean) {',
    '  /* a comment */',
    '  if (b) {',
    '    return [',
    '      1,',
    '    ]',
    '  } else if (!b) {',
    '    return 2',
    '  } else {',
    '    return 3',
    '  }',
    '}',
    'class C {',
    '  constructor(',
    '    public d: number,',
    '  ) {}',
    '}',
    '',
  ].join('\n')

  it('instrument: a part has its own lines, without those of inner parts', () => {
    const { parts } = instrument(text, 'told')
    expect(parts.map((lines) => lines.join(' ')).sort()).toEqual([
      '1',
      '11',
      '14',
      '15 16',
      '2',
      '4',
      '5 6 7',
      '8',
      '9',
    ])
  })

  it('instrument: inserts calls and moves no code to another line', () => {
    const { code } = instrument(text, 'told')
    expect(code.split('\n')).toHaveLength(text.split('\n').length)
    expect(code.match(/globalThis\.told\(\d+\);/g)).toHaveLength(9)
  })
})

it.each<
  [string, number, [claims: string[], loading: boolean][], string, string[]]
>([
  ['lines that nothing executes', 1, [], 'idle', []],
  ['one that no claim executes', 1, [[[], false]], 'missing', []],
  ['one that loading executes', 1, [[[], true]], 'loading', []],
  [
    'the second of two',
    2,
    [
      [[], false],
      [['b'], false],
    ],
    'run',
    ['b'],
  ],
  [
    'both',
    2,
    [
      [['a'], true],
      [['b', 'a'], false],
    ],
    'run',
    ['a', 'b'],
  ],
  [
    'loading, the second of two',
    2,
    [
      [[], false],
      [[], true],
    ],
    'loading',
    [],
  ],
])('lines: of the port, %s', (_, count, executed, state, claims) => {
  const coverage = new Map(
    executed.map(([claims, loading], i) => [9 + i, { claims, loading }]),
  )
  const pair = {
    listing: { chunk: { first: 5 } },
    port: { chunk: { first: 8 } },
    rows: [
      [1, 1],
      [1, count],
      [1, 1],
    ],
  } as unknown as Parameters<typeof linesOfListing>[0]
  const found = linesOfListing(pair, coverage)
  expect(found.map(({ line }) => line)).toEqual([5, 6, 7])
  expect(found[1]).toMatchObject({ state, claims })
  expect(found.filter(({ state }) => state !== 'idle').length).toBeLessThan(2)
})

describe('lines', () => {
  let run: ReturnType<typeof linesOf>
  let unrun: ReturnType<typeof linesOf>

  function linesOf(coverage: Parameters<typeof linesOfListing>[1]) {
    const [program] = readPrograms(project)
    return (program?.pairs ?? []).flatMap((pair) =>
      linesOfListing(pair, coverage),
    )
  }

  beforeAll(async () => {
    const covering = await openCovering()
    run = linesOf(covering.of(readVerdicts(project).claims))
    unrun = linesOf(covering.of(new Map()))
  })

  const lineOf = (code: string, from = '') => {
    const text = project.read('go-reference/providers/memory/memory.go')
    const at = text.indexOf(code, text.indexOf(from))
    return text.slice(0, at).split('\n').length
  }
  const at = (lines: typeof run, line: number) =>
    lines.find((each) => each.line === line)

  it('lines: contains each line of the listing once, in order', () => {
    const count = project
      .read('go-reference/providers/memory/memory.go')
      .split('\n').length
    expect(run.map(({ line }) => line)).toEqual(
      Array.from({ length: count - 1 }, (_, i) => i + 1),
    )
  })

  it('lines: a claim’s trace executes every line that can be executed', () => {
    expect(run.filter(({ state }) => state === 'missing')).toEqual([])
  })

  it('lines: a run without claims reports no claims for these lines', () => {
    const executed = run.filter(({ state }) => state === 'run')
    expect(executed.length).toBeGreaterThan(40)
    for (const { line } of executed) {
      expect(at(unrun, line)?.claims, `line ${line}`).toEqual([])
    }
    // Without claims, only code that loading the module runs is executed.
    const left = executed.filter(({ line }) => {
      return at(unrun, line)?.state !== 'missing'
    })
    expect(left.map(({ line }) => line)).toEqual([
      lineOf('*list.List               // gc'),
    ])
  })

  it('lines: the summary counts the lines of each state', async () => {
    const covering = await openCovering()
    const [program] = readPrograms(project)
    for (const claims of [readVerdicts(project).claims, new Map()]) {
      const coverage = covering.of(claims)
      const states = linesOf(coverage).map(({ state }) => state)
      const count = (...some: typeof states) =>
        states.filter((state) => some.includes(state)).length
      const told = message('en', 'claims.lines.summary', {
        lines: states.length,
        ...{ run: count('run'), loading: count('loading') },
        ...{ idle: count('idle'), gaps: count('gap') },
        missing: count('missing'),
      })
      expect(count('missing') > 0).toBe(claims.size === 0)
      const localized = readLocalized(project, 'en')
      const page = linesHtml(program?.pairs ?? [], localized, coverage)
      expect(page).toContain(`<p>${told}</p>`)
      const rows = page.match(/<tr data-state="\w+"/g) ?? []
      expect(rows).toEqual(states.map((state) => `<tr data-state="${state}"`))
    }
  })

  it('lines: Delete is executed by the claims whose traces delete', () => {
    const deleting = claims.flatMap(({ id, evidence }) =>
      evidence === 'trace' &&
      /^\w+\.delete /m.test(project.read(`test/claims/${id}.trace`))
        ? [id]
        : [],
    )
    const line = lineOf('delete(st.value, key)')
    expect(at(run, line)).toMatchObject({ state: 'run', claims: deleting })
  })

  it.each([
    ['the lock', 'pder.lock.Lock()', 'gap'],
    ['the unreachable return', 'return nil\n}', 'gap'],
    ['the register', 'session.Register', 'loading'],
    ['a brace', '}\n\nfunc init', 'idle'],
  ])('lines: %s has its own state', (_, code, state) => {
    const from = code === 'return nil\n}' ? 'return v\n' : ''
    expect(at(run, lineOf(code, from))?.state).toBe(state)
  })
})
