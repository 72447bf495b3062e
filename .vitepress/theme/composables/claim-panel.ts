/** Opens a claim in place when its mark is clicked, tapped or entered. */
import { onMounted, onUnmounted, shallowRef } from 'vue'

/** A mark that a reader has opened. */
export interface OpenedClaim {
  readonly id: string
  /** The claim in the ledger, should it not load. */
  readonly href: string
}

/** The opened claim, if there is one. Nothing is loaded before. */
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
