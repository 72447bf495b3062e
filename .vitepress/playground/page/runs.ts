/** Runs the trace again whenever it, or what it runs on, has changed. */
import { onUnmounted, watch } from 'vue'
import { check } from '../../../src/playground/check.ts'
import type { Engine, Run } from '../../../src/playground/run.ts'
import { tellFailure } from '../../site/page/lazy.ts'
import { run } from './engines.ts'
import type { PlaygroundState } from './state.ts'
import { onStore } from './stores.ts'

/** Milliseconds after the last change of a text. */
export const pause = 400

/** Keeps the results of the state up to date while the page is shown. */
export function useRuns(state: PlaygroundState): void {
  const { text, edited, store, original, results } = state
  let waiting: ReturnType<typeof setTimeout> | undefined
  let running: Run[] = []
  let count = 0

  function stop(): void {
    clearTimeout(waiting)
    for (const each of running) each.stop()
    running = []
  }

  async function start(): Promise<void> {
    const now = text.value
    const checked = check(now)
    // An unfinished line leaves the last results.
    if (!('trace' in checked)) return
    const on = edited.value
    const from = store.value
    const listing = { on: 'port' } as const
    const beside = original.engine.value ?? (on && listing)
    const engine: Engine = on
      ? { on: 'edited', code: on.code }
      : onStore(listing, from)
    const started = [
      engine,
      beside && onStore(beside, from),
      from !== 'memory' && listing,
    ].map((each) => (each ? run(each, [checked.trace]) : undefined))
    const runs = started.filter((each) => each !== undefined)
    running = runs
    const [port, other, third] = await Promise.all(
      started.map((each) => each?.ran),
    )
    if (running !== runs || !port) return
    // Without it, this runs again.
    if (other?.end === 'impostor') return original.refuse()
    const otherIs = other && (original.engine.value ? 'original' : 'reference')
    if ([port, other, third].some((each) => each?.end === 'unloaded')) {
      tellFailure(() => running === runs && start())
    }
    const printed = on ? other : third
    count++
    results.value = {
      ...{ run: count, text: now, store: from, edited: on },
      ...{ port, other, otherIs, printed },
    }
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
