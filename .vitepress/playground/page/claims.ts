/** Runs the traces of all claims on an edited port or on another store. */
import { ref, shallowRef } from 'vue'
import type { Engine, Run } from '../../../src/playground/run.ts'
import {
  type AllRan,
  compareSteps,
  runAll,
  type Shown,
} from '../../../src/playground/verdicts.ts'
import { parse } from '../../../src/trace/parse.ts'
import type { Trace } from '../../../src/trace/trace.ts'
import type { Example } from '../data.ts'
import { run } from './engines.ts'

type Traced = Omit<Example, 'at'>

/** A claim, and what its trace shows there. */
export interface ShownClaim extends Shown {
  readonly example: Traced
}

/** The last run of all claims. */
export function useAllClaims(examples: readonly Traced[]) {
  const progress = ref<number>()
  const claims = shallowRef<readonly ShownClaim[]>([])
  const last = shallowRef<AllRan['last']>()
  const traces = examples.map(({ trace }) => parse(trace))
  let running: Run | undefined
  let asked = 0

  const start =
    (engine: Engine) => (some: readonly Trace[], options?: object) => {
      running = run(engine, some, options)
      return running
    }

  /** Ends a run. */
  function stop(): void {
    asked++
    running?.stop()
    progress.value = undefined
  }

  /** Ends a run, and forgets the results of the last one. */
  function clear(): void {
    stop()
    claims.value = []
    last.value = undefined
  }

  async function runThem(engine: Engine): Promise<void> {
    clear()
    const own = asked
    progress.value = 0
    // The steps of the unedited port are those of the original: the site is
    // not built if they differ.
    const { runs: reference } = await start({ on: 'port' })(traces).ran
    if (own !== asked) return
    const all = await runAll(start(engine), traces, (n) => {
      if (own === asked) progress.value = n
    })
    if (own !== asked) return
    progress.value = undefined
    last.value = all.last
    claims.value = examples.map((example, i) => ({
      example,
      ...compareSteps(all.runs[i] ?? [], reference[i] ?? [], i < all.begun),
    }))
  }

  return { progress, claims, last, runThem, stop, clear }
}
