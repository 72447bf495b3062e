/** Opens the panel of a claim when its mark is clicked, tapped or entered. */
import { shallowRef, watch } from 'vue'
import { openedLink, useEvents } from '../../site/page/events.ts'
import { useSite } from '../../site/page/site.ts'

/** A mark that a reader has opened. */
export interface OpenedClaim {
  readonly id: string
  /** It leads to the claim in the ledger, if the claim cannot be loaded. */
  readonly mark: HTMLAnchorElement
}

/** The claim of a mark. */
export const claimOf = (mark: HTMLAnchorElement): OpenedClaim => ({
  id: mark.id.replace(/^claim-/, ''),
  mark,
})

/** The opened claim, if there is one. Its mark closes it too. */
export function useClaimPanel() {
  const opened = shallowRef<OpenedClaim>()
  const { page } = useSite()

  function open(event: MouseEvent): void {
    const mark = openedLink(event, 'a.claim')
    if (!mark) return
    event.preventDefault()
    // A second click closes the panel, unless it has not come yet.
    opened.value = mark.ariaExpanded ? undefined : claimOf(mark)
  }

  watch(
    () => page.value.relativePath,
    () => {
      opened.value = undefined
    },
  )

  useEvents({ click: open })
  return opened
}
