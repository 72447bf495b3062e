/** Steps through a trace: by hand, or one step after the other by itself. */
import { computed, onUnmounted, ref } from 'vue'

/** Milliseconds for which a step is shown while a trace plays. */
const pace = 2000

/**
 * The current step, from 0, and functions that change it.
 * @param count How many steps there are.
 * @param onStep Called with each new step.
 */
export function usePlaying(
  count: () => number,
  first: number,
  onStep: (index: number) => void,
) {
  const index = ref(0)
  const playing = ref(false)
  let waiting: ReturnType<typeof setTimeout> | undefined

  const last = computed(() => Math.max(count() - 1, 0))

  function show(wanted: number): void {
    index.value = Math.min(Math.max(wanted, 0), last.value)
    onStep(index.value)
  }

  /** Goes to a step and stops playing. */
  function go(wanted: number): void {
    pause()
    show(wanted)
  }

  function next(): void {
    waiting = setTimeout(() => {
      show(index.value + 1)
      if (index.value < last.value) next()
      else pause()
    }, pace)
  }

  function play(): void {
    if (index.value === last.value) show(0)
    playing.value = true
    next()
  }

  function pause(): void {
    clearTimeout(waiting)
    playing.value = false
  }

  const toggle = () => (playing.value ? pause() : play())

  index.value = Math.min(Math.max(first, 0), last.value)
  onUnmounted(pause)
  return { index, last, playing, go, toggle }
}
