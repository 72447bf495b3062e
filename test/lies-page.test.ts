/** Lies to what runs in the playground's page: its workers' answers, and their order. */
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { challengeSaid } from '../.vitepress/playground/page/challenge-result.ts'
import type * as claims from '../.vitepress/playground/page/claims.ts'
import type * as engines from '../.vitepress/playground/page/engines.ts'
import type * as pageRuns from '../.vitepress/playground/page/runs.ts'
import type { Results } from '../.vitepress/playground/page/state.ts'
import { interfaceOf } from '../.vitepress/site/interface.ts'
import { openCopy } from '../src/evidence/edits.ts'
import type { Engine, Ran } from '../src/playground/run.ts'
import type { Trace } from '../src/trace/trace.ts'
import { ran, steps, text, withStep } from './short-run.ts'

const page = '../.vitepress/playground/page'

afterEach(() => vi.unstubAllGlobals())

describe('all claims', () => {
  const shown = [
    steps,
    withStep(1, { visited: 7 }),
    withStep(1, { ok: false }),
    withStep(2, { visited: 7 }),
    steps,
  ]
  const examples = shown.map((_, i) => ({
    ...{ id: `c${i}`, kind: 'shown', statement: '', trace: text },
  })) as Parameters<typeof claims.useAllClaims>[0]
  const edited: Engine = { on: 'edited', code: { memory: '' } }

  it.each<[string, Ran['end'], number, string[]]>([
    ['has ended', 'done', 5, ['holds', 'differs', 'fails', 'differs', 'holds']],
    ['was stopped', 'stopped', 1, ['holds', ...Array(4).fill('notRun')]],
    ['was refused', 'refused', 0, Array(5).fill('notRun')],
  ])(
    'each has its own verdict if the run %s',
    async (_, end, whole, wanted) => {
      const run = (engine: Engine, some: readonly Trace[]) => ({
        stop() {},
        ran: Promise.resolve(
          engine.on === 'port'
            ? ran(some.map(() => steps))
            : ran(shown.slice(-some.length), end, whole),
        ),
      })
      const { load } = openCopy([], { [`${page}/engines.ts`]: { run } })
      const loaded = (await load(`${page}/claims.ts`)) as typeof claims
      const all = loaded.useAllClaims(examples)
      await all.runThem(edited)
      expect(all.claims.value.map(({ verdict }) => verdict)).toEqual(wanted)
      expect(all.last.value?.end).toBe(end)
      const again = all.runThem(edited)
      expect(all.claims.value).toEqual([])
      await again
      expect(all.claims.value).toHaveLength(wanted.length)
    },
  )

  it('a run that was stopped shows nothing when it ends', async () => {
    let stop = () => {}
    const run = (engine: Engine, some: readonly Trace[]) => {
      if (engine.on === 'edited') stop()
      return { stop() {}, ran: Promise.resolve(ran(some.map(() => steps))) }
    }
    const { load } = openCopy([], { [`${page}/engines.ts`]: { run } })
    const loaded = (await load(`${page}/claims.ts`)) as typeof claims
    const all = loaded.useAllClaims(examples)
    await all.runThem(edited)
    expect(all.claims.value).toHaveLength(examples.length)
    stop = all.clear
    await all.runThem(edited)
    expect(all.claims.value).toEqual([])
    expect(all.last.value).toBeUndefined()
  })

  it('a challenge is solved only if each of its traces is met', () => {
    const { challenges: texts } = interfaceOf('en')
    const all = (...verdicts: ('holds' | 'differs' | 'fails' | 'notRun')[]) =>
      verdicts.map((verdict, i) => ({
        ...{ verdict, at: -1, steps: withStep(1, { ok: false }) },
        example: examples[i] as (typeof examples)[number],
      }))
    expect(challengeSaid([], texts)).toBe('')
    expect(challengeSaid(all('holds', 'differs'), texts)).toBe(texts.solved)
    for (const lie of [all('holds', 'fails'), all('differs', 'notRun')]) {
      const said = challengeSaid(lie, texts)
      expect(said).not.toBe(texts.solved)
      expect(said).toContain('c1')
      expect(said).toContain(' 2 ')
    }
  })
})

describe('the original of the page', () => {
  // A module without anything, with the seal of build-wasm.sh.
  const body = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  const sum = createHash('sha256').update(body).digest('hex')
  const bytes = Uint8Array.of(
    ...[...body, 0, 69, 4, ...Buffer.from('seal'), ...Buffer.from(sum)],
  )
  it.each<[string, Uint8Array<ArrayBuffer>, number, string]>([
    ['as it is', bytes, 200, 'ready'],
    ['with another byte', bytes.with(-1, 0x7a), 200, 'impostor'],
    ['without its seal', bytes.slice(0, -71), 200, 'impostor'],
    ['that is not there', bytes, 404, 'failed'],
  ])('%s', async (_, body, status, state) => {
    vi.stubGlobal('fetch', async () => new Response(body, { status }))
    const { load } = openCopy([], { [`${page}/sandbox.ts`]: {} })
    const loaded = (await load(`${page}/engines.ts`)) as typeof engines
    const original = loaded.useOriginal()
    await original.load('built')
    expect(original.state.value).toBe(state)
    const ready = state === 'ready' ? { on: 'original', built: 'built' } : {}
    expect({ ...original.engine.value }).toMatchObject(ready)
    expect(original.engine.value === undefined).toBe(state !== 'ready')
    original.refuse()
    expect(original.state.value).toBe('impostor')
    expect(original.engine.value).toBeUndefined()
  })
})

/** What runs: the engine, and the store if it is not the first one. */
const nameOf = (engine: Engine) =>
  [engine.on, 'provider' in engine && engine.provider]
    .filter((part) => part && part !== 'memory')
    .join(' ')

/** The runs of the page for a state, which each answer when they are told. */
async function runsOf(given: {
  edited?: object
  store?: string
  go?: boolean
}) {
  vi.stubGlobal('setTimeout', (start: () => void) => start())
  const { ref, shallowRef, nextTick } = await import('vue')
  const asked: { name: string; answer: (end: Ran['end']) => void }[] = []
  const run = (engine: Engine) => {
    const name = nameOf(engine)
    const ended = new Promise<Ran>((answer) => {
      asked.push({
        name,
        answer: (end) => answer({ ...ran([steps], end), refused: name }),
      })
    })
    return { stop() {}, ran: ended }
  }
  const { load } = openCopy([], {
    [`${page}/engines.ts`]: { run },
    '../.vitepress/site/page/lazy.ts': {},
    vue: { ...(await import('vue')), onUnmounted() {} },
  })
  const { useRuns } = (await load(`${page}/runs.ts`)) as typeof pageRuns
  const original = {
    engine: shallowRef(given.go ? { on: 'original' } : undefined),
    refuse: vi.fn(),
  }
  const state = {
    ...{ text: ref(text), edited: shallowRef(given.edited), original },
    ...{ store: ref(given.store ?? 'memory'), results: shallowRef<Results>() },
  }
  useRuns(state as unknown as Parameters<typeof useRuns>[0])
  const settle = async () => {
    for (let i = 0; i < 9; i++) await nextTick()
  }
  return { state, asked, settle }
}

it.each<[Ran['end'], boolean]>([
  ['done', false],
  ['impostor', true],
])('a run whose original ended with %s', async (end, refused) => {
  const { state, asked, settle } = await runsOf({ go: true })
  for (const { name, answer } of asked)
    answer(name === 'original' ? end : 'done')
  await settle()
  expect(state.original.refuse).toHaveBeenCalledTimes(refused ? 1 : 0)
  expect(state.results.value === undefined).toBe(refused)
})

it.each<[string, Parameters<typeof runsOf>[0], (string | undefined)[]]>([
  ['the port', {}, ['port', undefined, undefined, undefined]],
  ['Go', { go: true }, ['port', 'original', 'original', undefined]],
  [
    'an edit',
    { edited: { code: {} } },
    ['edited', 'port', 'reference', 'port'],
  ],
  [
    'an edit, with Go',
    { edited: { code: {} }, go: true },
    ['edited', 'original', 'original', 'original'],
  ],
  [
    'the repaired store',
    { store: 'repaired' },
    ['port repaired', undefined, undefined, 'port'],
  ],
  [
    'the repaired store, with Go',
    { store: 'repaired', go: true },
    ['port repaired', 'original repaired', 'original', 'port'],
  ],
])('the results of %s are of what they say', async (_, given, wanted) => {
  const { state, asked, settle } = await runsOf(given)
  for (const { answer } of asked) answer('done')
  await settle()
  const { port, other, otherIs, printed } = state.results.value ?? {}
  const found = [port?.refused, other?.refused, otherIs, printed?.refused]
  expect(found).toEqual(wanted)
})

it('an earlier run that ends later shows nothing', async () => {
  const { state, asked, settle } = await runsOf({})
  state.text.value = 'init b'
  await settle()
  expect(asked).toHaveLength(2)
  for (const { answer } of asked.toReversed()) {
    answer('done')
    await settle()
    expect(state.results.value?.text).toBe('init b')
  }
})
