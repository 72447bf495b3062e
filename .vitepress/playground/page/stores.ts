/** The store that the trace of the page runs on. */
import { computed } from 'vue'
import type { Engine } from '../../../src/playground/run.ts'
import type { ProviderPackage } from '../../../src/trace/engine.ts'
import type { PlaygroundData } from '../data.ts'
import { usePlayground } from './state.ts'

/** Chooses a store. The edits are edits of the listing's port. */
export function chooseStore(store: ProviderPackage): void {
  const state = usePlayground()
  state.store.value = store
  if (store !== 'memory') state.edited.value = undefined
}

/** An engine of the page on the store that is chosen. */
export function onStore(
  engine: Exclude<Engine, { on: 'edited' }>,
  store: ProviderPackage,
): Engine {
  return { ...engine, provider: store }
}

/** How the texts name the engines of the last run. */
export function useEngineNames(data: PlaygroundData) {
  const { results } = usePlayground()
  return computed(() => {
    const { engines } = data.texts
    const {
      store = 'memory',
      edited,
      otherIs = 'original',
    } = results.value ?? {}
    if (store !== 'memory') {
      return { port: engines.repairedPort, other: engines.repairedOriginal }
    }
    return {
      port: edited ? engines.edited : engines.port,
      other: engines[otherIs],
    }
  })
}
