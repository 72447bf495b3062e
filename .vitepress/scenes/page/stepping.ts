/** Steps a player by its controls, the arrow keys, Home and End. */
import { computed, type Ref, ref } from 'vue'
import { useEvents } from '../../site/page/events.ts'

/**
 * The current step, from 0, and what changes it.
 * @param root The keys work while the focus is in it.
 * @param count How many steps there are.
 * @param onStep Called with each new step.
 * @param onLeave Called when the reader presses Escape.
 */
export function useStepping(
  root: Readonly<Ref<HTMLElement | null>>,
  count: () => number,
  first: number,
  onStep: (index: number) => void,
  onLeave: () => void,
) {
  const last = computed(() => Math.max(count() - 1, 0))
  const within = (wanted: number) => Math.min(Math.max(wanted, 0), last.value)
  const index = ref(within(first))

  function go(wanted: number): void {
    index.value = within(wanted)
    onStep(index.value)
  }

  function onKey(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey) return
    if (!(target instanceof Node) || !root.value?.contains(target)) return
    const to = {
      ArrowLeft: index.value - 1,
      ArrowRight: index.value + 1,
      Home: 0,
      End: last.value,
    }[key]
    if (to !== undefined) go(to)
    else if (key === 'Escape') onLeave()
    else return
    event.preventDefault()
  }

  useEvents({ keydown: onKey })
  return { index, last, go }
}
