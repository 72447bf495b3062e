/** Runs `npm run trace` and `npm run soak` on engines that may lie. */
import { afterEach, beforeEach, vi } from 'vitest'
import { openCopy } from '../src/evidence/edits.ts'
import * as runs from '../src/evidence/runs.ts'
import * as hunting from '../src/soak/hunt.ts'
import type { Playable, Step } from '../src/trace/engine.ts'
import * as engines from '../src/trace/engine.ts'
import * as identity from '../src/trace/identity.ts'
import * as printing from '../src/trace/print.ts'
import * as sides from '../src/trace/sides.ts'

export type Opened = ReturnType<typeof runs.openEngines>

/** What a lie does with a step, of which the index counts from 0. */
type Lie = (step: Step, index: number) => void

/** Engines of which one lies. */
export function lying(side: keyof Opened, lie: Lie): Opened {
  const { port, original } = runs.openEngines()
  let index = 0
  const told = (step: Step) => {
    lie(step, index++)
    return step
  }
  if (side === 'original') {
    const play: Opened['original']['play'] = (traces, take) =>
      original.play(traces, (step, at) => take(told(step), at))
    const { run } = engines.engineOf('original', play)
    return { port, original: { ...original, play, run } }
  }
  function* steps(trace: Playable) {
    for (const step of port.steps(trace)) yield told(step)
  }
  const run: Opened['port']['run'] = (traces) =>
    traces.map((trace) => [...steps(trace)])
  return { port: { ...port, steps, run }, original }
}

/** Engines of which one makes no steps of a trace from an index on. */
export function silent(side: keyof Opened, from: number): Opened {
  const { port, original } = runs.openEngines()
  const first = (trace: Playable) => ({
    operations: [...trace.operations].slice(0, from),
  })
  if (side === 'original') {
    const play: Opened['original']['play'] = (traces, take) =>
      original.play(traces.map(first), take)
    return { port, original: { ...original, play } }
  }
  function* steps(trace: Playable) {
    let made = 0
    for (const step of port.steps(trace)) {
      if (made++ === from) return
      yield step
    }
  }
  return { port: { ...port, steps }, original }
}

/** Few traces at a time, so that the tests are fast. */
const hunt: typeof hunting.hunt = (engines, options) =>
  hunting.hunt(engines, { ...options, batch: 2 })

/** The port, which says that it is the original. */
export function impostor(): Opened {
  const { port } = runs.openEngines()
  return { port, original: { ...port, name: 'original' } }
}

/** What the program has printed. */
export const said: string[] = []
const exit = new Error('the program has ended')

/** In the place of what a program uses. */
interface Given {
  readonly open?: typeof runs.openEngines
  readonly hunted?: typeof hunting.hunt
  readonly modules?: Readonly<Record<string, object>>
}

/** Runs a program of src/cmd/ with these engines. Returns its exit code. */
export async function ended(
  program: string,
  args: readonly string[],
  { open = runs.openEngines, hunted = hunt, modules }: Given = {},
): Promise<typeof process.exitCode> {
  said.length = 0
  process.exitCode = undefined
  process.argv = ['node', program, ...args]
  const write = Object.assign((text: string) => said.push(text), { end() {} })
  const { load } = openCopy([], {
    'cmd/output.ts': { write },
    'evidence/runs.ts': { ...runs, openEngines: open },
    'soak/hunt.ts': { hunt: hunted },
    'trace/engine.ts': engines,
    'trace/identity.ts': identity,
    'trace/print.ts': printing,
    'trace/sides.ts': sides,
    ...modules,
  })
  try {
    await load(`cmd/${program}.ts`)
  } catch (thrown) {
    if (thrown !== exit) throw thrown
  }
  return process.exitCode
}

/** Hears what the programs print, and keeps their exit codes from this run. */
export function useCommands(): void {
  const { argv, exitCode } = process
  beforeEach(() => {
    for (const name of ['log', 'error'] as const) {
      vi.spyOn(console, name).mockImplementation((text) => said.push(text))
    }
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      process.exitCode = code ?? 0
      throw exit
    })
  })
  afterEach(() => {
    Object.assign(process, { argv })
    process.exitCode = exitCode
    vi.restoreAllMocks()
  })
}
