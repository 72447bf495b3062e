/** Runs the trace again whenever it, or what it runs on, has changed. */
import { onUnmounted, watch } from 'vue'
import { check } from '../../../src/playground/check.ts'
import type { Engine, Run } from '../../../src/playground/run.ts'
import { tellFailure } from '../../site/page/lazy.ts'
import { run } from './engines.ts'
import type { PlaygroundState } from './state.ts'
import { onStore } from './stores.ts'

/** Milliseconds after the last change. */
const pause = 200

/** Keeps the results of the state up to date while the page is shown. */
export function useRuns(state: PlaygroundState): void {
  const { text, edited, store, original, results } = state
  let waiting: ReturnType<typeof setTimeout> | undefined
  let running: Run[] = []

  function stop(): void {
    clearTimeout(waiting)
    for (const each of running) each.stop()
    running = []
  }

  async function start(): Promise<void> {
    const checked = check(text.value)
    if (!('trace' in checked)) {
      results.value = undefined
      return
    }
    const on = edited.value
    const from = store.value
    const reference = on && ({ on: 'port' } as const)
    const beside = original.engine.value ?? reference
    const engine: Engine = on
      ? { on: 'edited', code: on.code }
      : onStore({ on: 'port' }, from)
    const runs = [engine, ...(beside ? [onStore(beside, from)] : [])].map(
      (each) => run(each, [checked.trace]),
    )
    running = runs
    const [port, other] = await Promise.all(runs.map(({ ran }) => ran))
    if (running !== runs || !port) return
    // Without it, this runs again.
    if (other?.end === 'impostor') return original.refuse()
    const otherIs = other && (original.engine.value ? 'original' : 'reference')
    if ([port, other].some((each) => each?.end === 'unloaded')) {
      tellFailure(() => running === runs && start())
    }
    results.value = { store: from, edited: on, port, other, otherIs }
  }

  watch(
    [text, edited, store, original.engine],
    (_, [before]) => {
      stop()
      // The first run, and a run for another engine, need not wait.
      waiting = setTimeout(start, before === text.value ? 0 : pause)
    },
    { immediate: true },
  )
  onUnmounted(stop)
}
