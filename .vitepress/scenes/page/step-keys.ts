/** Steps a player with the arrow keys, Home, End and the space bar. */
import { onUnmounted, type Ref, watch } from 'vue'

/** What the keys do. */
export interface Stepping {
  readonly index: Readonly<Ref<number>>
  readonly last: Readonly<Ref<number>>
  go(index: number): void
  toggle(): void
}

/** Listens to the keys while the focus is in the player. */
export function useStepKeys(
  root: Readonly<Ref<HTMLElement | null>>,
  { index, last, go, toggle }: Stepping,
): void {
  function onKey(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey || !(target instanceof Element)) return
    const to = {
      ArrowLeft: index.value - 1,
      ArrowRight: index.value + 1,
      Home: 0,
      End: last.value,
    }[key]
    if (to !== undefined) go(to)
    else if (key === ' ' && target.matches('input[type=range]')) toggle()
    else return
    event.preventDefault()
  }

  const stop = watch(
    root,
    (now, before) => {
      before?.removeEventListener('keydown', onKey)
      now?.addEventListener('keydown', onKey)
    },
    { flush: 'post', immediate: true },
  )
  onUnmounted(stop)
}
