/** The engines of the page: a new worker for each run, and the original. */
import { withBase } from 'vitepress'
import { type Ref, ref, shallowRef } from 'vue'
import type { WorkerLike } from '../../../src/playground/ask.ts'
import {
  type Engine,
  type Run,
  type RunOptions,
  runTraces,
} from '../../../src/playground/run.ts'
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
  readonly state: Ref<'absent' | 'loading' | 'ready' | 'failed'>
  /** The bytes that are loaded. */
  readonly loaded: Ref<number>
  readonly engine: Ref<OriginalEngine | undefined>
  load(): Promise<void>
}

/** The original of this page. */
export function useOriginal(): Original {
  const state: Original['state'] = ref('absent')
  const loaded = ref(0)
  const engine = shallowRef<OriginalEngine>()
  async function load(): Promise<void> {
    if (state.value === 'loading' || state.value === 'ready') return
    state.value = 'loading'
    loaded.value = 0
    try {
      const compiled = await fetchProgram((bytes) => {
        loaded.value += bytes
      })
      engine.value = { on: 'original', program: compiled }
      state.value = 'ready'
    } catch {
      state.value = 'failed'
    }
  }
  return { state, loaded, engine, load }
}

/**
 * Fetches and compiles the original.
 * @param onBytes Called with the size of each part as it arrives, unpacked.
 */
async function fetchProgram(
  onBytes: (bytes: number) => void,
): Promise<WebAssembly.Module> {
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
  const headers = { 'Content-Type': 'application/wasm' }
  return WebAssembly.compileStreaming(new Response(counted, { headers }))
}

/** Fetches a JSON file of the site. @throws {Error} If it cannot be read. */
export async function fetchJson<Value>(path: string): Promise<Value> {
  const response = await fetch(withBase(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}
