/** Which step of the last run is shown, and what is said of the run. */
import { computed, ref, watch } from 'vue'
import type { PlaygroundData } from '../data.ts'
import { usePlayground } from './state.ts'
import { useEngineNames } from './stores.ts'
import { stepToShow, summaryOf } from './summary.ts'

/** What the page shows of the last run of the trace. */
export function useShownResults(data: PlaygroundData) {
  const { results, text, at, edited, store, typing } = usePlayground()
  /** The step to begin with, and the one that is shown. */
  const first = ref(0)
  const shown = ref(0)
  const example = computed(() =>
    data.examples.find(({ trace }) => trace === results.value?.text),
  )
  /** Whether the results are not of what the editors show. */
  const stale = computed(() => {
    const ran = results.value
    if (!ran) return false
    return (
      typing.value ||
      ran.text !== text.value ||
      ran.store !== store.value ||
      ran.edited !== edited.value
    )
  })
  const names = useEngineNames(data)
  const summary = computed(() =>
    results.value
      ? summaryOf(
          results.value,
          shown.value,
          example.value?.id,
          data.texts,
          names.value,
        )
      : [],
  )
  watch(
    [results, at],
    ([now], [before]) => {
      // Another run of the same trace shows the same step.
      const opening =
        now?.text === before?.text ? shown.value : example.value?.at
      first.value = at.value ?? (now ? stepToShow(now, opening) : 0)
      shown.value = first.value
    },
    { immediate: true },
  )
  return { first, shown, example, stale, names, summary }
}
