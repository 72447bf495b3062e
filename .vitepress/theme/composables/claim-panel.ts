/** Opens the panel of a claim when its mark is clicked, tapped or entered. */
import { onMounted, onUnmounted, shallowRef } from 'vue'

/** A mark that a reader has opened. */
export interface OpenedClaim {
  readonly id: string
  /** The claim's place in the ledger, for a claim that cannot be loaded. */
  readonly href: string
}

/** The opened claim, if there is one. */
export function useClaimPanel() {
  const opened = shallowRef<OpenedClaim>()

  function open(event: MouseEvent): void {
    const { button, ctrlKey, shiftKey, altKey, metaKey, target } = event
    if (button !== 0 || ctrlKey || shiftKey || altKey || metaKey) return
    if (!(target instanceof Element)) return
    const mark = target.closest<HTMLAnchorElement>('a.claim')
    if (!mark) return
    event.preventDefault()
    opened.value = { id: mark.id.replace(/^claim-/, ''), href: mark.href }
  }

  onMounted(() => document.addEventListener('click', open))
  onUnmounted(() => document.removeEventListener('click', open))
  return opened
}
