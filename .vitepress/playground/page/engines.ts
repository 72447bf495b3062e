/** The engines of the page: a new worker for each run, and the original. */
import { type Ref, ref, shallowRef } from 'vue'
import type { WorkerLike } from '../../../src/playground/ask.ts'
import {
  type Engine,
  type Run,
  type RunOptions,
  runTraces,
} from '../../../src/playground/run.ts'
import { isSealed } from '../../../src/trace/seal.ts'
import type { Trace } from '../../../src/trace/trace.ts'
import { sandboxedWorker } from './sandbox.ts'

const program = new URL('../../../go-reference/trace.wasm', import.meta.url)

/** Runs traces in a new worker. */
export function run(
  engine: Engine,
  traces: readonly Trace[],
  options?: RunOptions,
): Run {
  return runTraces(workerFor(engine), engine, traces, options)
}

function workerFor({ on }: Engine): WorkerLike {
  if (on === 'edited') {
    if (!import.meta.env.DEV) return sandboxedWorker()
    // The dev server sends modules, which a frame with a policy cannot load.
    return new Worker(
      new URL('../../../src/playground/edited-worker.ts', import.meta.url),
      { type: 'module' },
    )
  }
  return new Worker(
    new URL('../../../src/playground/worker.ts', import.meta.url),
    { type: 'module' },
  )
}

type OriginalEngine = Extract<Engine, { on: 'original' }>

/** The original, which is loaded when a reader asks for it. */
export interface Original {
  /** `impostor`: what was loaded has not shown that it is the original. */
  readonly state: Ref<'absent' | 'loading' | 'ready' | 'failed' | 'impostor'>
  /** The bytes that are loaded. */
  readonly loaded: Ref<number>
  readonly engine: Ref<OriginalEngine | undefined>
  /** @param built What it must say it was built from. */
  load(built: string): Promise<void>
  /** Forgets a program that is not the original. */
  refuse(): void
}

/** The original of this page. */
export function useOriginal(): Original {
  const state: Original['state'] = ref('absent')
  const loaded = ref(0)
  const engine = shallowRef<OriginalEngine>()
  async function load(built: string): Promise<void> {
    if (state.value === 'loading' || state.value === 'ready') return
    state.value = 'loading'
    loaded.value = 0
    try {
      const bytes = await fetchProgram((size) => {
        loaded.value += size
      })
      if (!(await isSealed(bytes))) return refuse()
      const compiled = await WebAssembly.compile(bytes)
      engine.value = { on: 'original', program: compiled, built }
      state.value = 'ready'
    } catch {
      state.value = 'failed'
    }
  }
  function refuse(): void {
    engine.value = undefined
    state.value = 'impostor'
  }
  return { state, loaded, engine, load, refuse }
}

/**
 * Fetches the original.
 * @param onBytes Called with the size of each part as it arrives, unpacked.
 */
async function fetchProgram(
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(program)
  if (!response.ok || !response.body) throw new Error(`${response.status}`)
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        onBytes(part.length)
        controller.enqueue(part)
      },
    }),
  )
  return new Uint8Array(await new Response(counted).arrayBuffer())
}
