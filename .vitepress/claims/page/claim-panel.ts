/** Opens the panel of a claim when its mark is clicked, tapped or entered. */
import { shallowRef } from 'vue'
import { openedLink, useEvents } from '../../site/page/events.ts'

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
    const mark = openedLink(event, 'a.claim')
    if (!mark) return
    event.preventDefault()
    opened.value = { id: mark.id.replace(/^claim-/, ''), href: mark.href }
  }

  useEvents({ click: open })
  return opened
}
