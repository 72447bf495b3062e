/** Lies to what the playground's page shows of a run: its rows and its summary. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { rowsOf } from '../.vitepress/playground/page/rows.ts'
import type * as shownResults from '../.vitepress/playground/page/shown-results.ts'
import type { Results } from '../.vitepress/playground/page/state.ts'
import {
  endOf,
  stepToShow,
  summaryOf,
} from '../.vitepress/playground/page/summary.ts'
import { interfaceOf } from '../.vitepress/site/interface.ts'
import { openCopy } from '../src/evidence/edits.ts'
import { openPort } from '../src/evidence/runs.ts'
import { ENDLESS } from '../src/playground/run.ts'
import type { Step } from '../src/trace/engine.ts'
import { formatResult } from '../src/trace/format.ts'
import { ran, steps, text, withStep } from './short-run.ts'
import { stepsOn } from './steps.ts'

const page = '../.vitepress/playground/page'

afterEach(() => vi.unstubAllGlobals())

describe('rows', () => {
  const good = [true, true, undefined]
  const failed = [true, false, undefined]
  const unmet = withStep(1, { ok: false })
  const both = withStep(1, { ok: false, visited: 7 })
  const unasked = withStep(2, { ok: false })

  it.each<[string, Step[], Step[] | undefined, unknown[], number]>([
    ['as expected', steps, steps, good, -1],
    ['of one engine', steps, undefined, good, -1],
    ['that fail', unmet, steps, failed, -1],
    ['that fail unasked', unasked, steps, [true, true, false], -1],
    ['that differ', steps, withStep(2, { visited: 7 }), good, 2],
    ['whose other side fails', steps, both, failed, 1],
    ['that fail and differ', both, steps, failed, 1],
  ])('%s', (_, own, other, wanted, at) => {
    const rows = rowsOf(own, other)
    expect(rows.map(({ good }) => good)).toEqual(wanted)
    expect(rows.findIndex(({ differs }) => differs)).toBe(at)
    expect(rows.map(({ states }) => states.length)).toEqual(
      rows.map((_, i) => (i === at ? 2 : 1)),
    )
  })
})

it.each(['same a b', 'same a a', 'a.get 1', 'a.id'])(
  'rows: what came unasked is shown: %s',
  (last) => {
    const made = `a = init a\na.set 1 false\nb = init b\n${last}`
    const own = stepsOn(openPort(), made)
    const came = formatResult('get', own.at(-1)?.result ?? null)
    const shown = rowsOf(own, undefined).at(-1)?.came
    expect(shown).toEqual([{ by: 'port', came: came.replaceAll('"', '') }])
  },
)

it.each<[string, object, boolean]>([
  ['nothing', {}, false],
  ['the trace', { text: 'init b' }, true],
  ['the store', { store: 'repaired' }, true],
  ['the code', { edited: { code: {} } }, true],
  ['a letter of the code', { typing: true }, true],
])('results: are stale if %s has changed', async (_, changed, stale) => {
  const { ref, shallowRef } = await import('vue')
  const now = { text, store: 'memory', edited: undefined, typing: false }
  const { text: shown, store, edited, typing } = { ...now, ...changed }
  const last = { run: 1, text, store: 'memory', port: ran([steps]) }
  const state = {
    ...{ results: shallowRef(last), at: ref(), text: ref(shown) },
    ...{ store: ref(store), edited: shallowRef(edited), typing: ref(typing) },
  }
  const given = { [`${page}/state.ts`]: { usePlayground: () => state } }
  const copy = openCopy([], given).load(`${page}/shown-results.ts`)
  const { useShownResults } = (await copy) as typeof shownResults
  const data = { examples: [], texts: interfaceOf('en').playground }
  const results = useShownResults(
    data as unknown as Parameters<typeof useShownResults>[0],
  )
  expect(results.stale.value).toBe(stale)
})

describe('the summary', () => {
  const { playground: texts } = interfaceOf('en')
  const names = { port: 'TypeScript', other: 'Go' }
  const said = (results: Partial<Results>) =>
    summaryOf(
      { run: 1, text, store: 'memory', port: ran([steps]), ...results },
      ...([0, 'gc-empty', texts, names] as const),
    )

  it.each<[Step[], 'holds' | 'differs' | 'fails']>([
    [steps, 'holds'],
    [withStep(0, { visited: 7 }), 'differs'],
    [withStep(0, { ok: false }), 'fails'],
  ])('of an edit names the verdict of the claim (%#)', (own, verdict) => {
    const all = said({ port: ran([own]), printed: ran([steps]) })
    const word = texts.verdicts[verdict]
    expect(all.some((each) => each.text.includes(word))).toBe(true)
    expect(all.every(({ good }) => good === undefined)).toBe(true)
  })

  it.each(['silent', 'failed', 'large', 'refused'] as const)(
    'of a run that ended with %s is no good news',
    (end) => {
      vi.stubGlobal('document', { documentElement: { lang: 'en' } })
      expect(said({ port: ran([steps], end) })[0]?.good).toBe(false)
    },
  )

  it('of a run beside another one of the port says nothing of Go', () => {
    const other = ran([steps])
    const alone = said({})
    expect(said({ other, otherIs: 'reference' })).toEqual(alone)
    expect(said({ other, otherIs: 'original' })).not.toEqual(alone)
  })

  it('of many traces names no line of a later one that did not end', () => {
    vi.stubGlobal('document', { documentElement: { lang: 'en' } })
    const endless = withStep(1, { error: ENDLESS, ok: false })
    const told = (...runs: Step[][]) => endOf(ran(runs, 'silent'), texts)?.text
    expect(told(steps, endless)).toBe(texts.ends.silent)
    expect(told(endless, steps)).toContain('list => a')
  })

  it.each<[string, Step[], Step[], number]>([
    ['that differs', steps, withStep(1, { visited: 7 }), 1],
    ['that fails', withStep(1, { ok: false }), steps, 1],
    ['that fails first', withStep(0, { ok: false }), steps.slice(0, 2), 0],
    ['that is missing', steps, steps.slice(0, 1), 1],
  ])('a run opens at the step %s', (_, own, other, at) => {
    const results = { run: 1, text, store: 'memory' } as const
    const both = { port: ran([own]), other: ran([other]) }
    expect(stepToShow({ ...results, ...both }, undefined)).toBe(at)
  })

  it('of a first step that differs is no good news', () => {
    const other = ran([withStep(0, { visited: 7 })])
    expect(said({ other, otherIs: 'original' }).at(-1)?.good).toBe(false)
  })
})
