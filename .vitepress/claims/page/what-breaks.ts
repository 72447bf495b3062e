/** Shows in the ledger what breaks a claim, once a reader asks for it. */

import { openedLink, useEvents } from '../../site/page/events.ts'
import { fetchJson } from '../../site/page/fetch.ts'
import { useSite } from '../../site/page/site.ts'
import { type PanelData, panelPath } from '../published.ts'

/** Lets a click on a link to the edits show them below it, or hide them again. */
export function useWhatBreaks(): void {
  const { language } = useSite()

  async function show(event: MouseEvent): Promise<void> {
    const link = openedLink(event, 'a.what-breaks')
    const facts = link?.closest('.facts')
    if (!link || !facts) return
    event.preventDefault()
    const shown = facts.nextElementSibling
    if (shown?.matches('.breaks')) {
      shown.toggleAttribute('open')
      link.ariaExpanded = `${shown.hasAttribute('open')}`
      return
    }
    const edits = await load(link.dataset.id ?? '').catch(() => undefined)
    if (!edits) return location.assign(link.href)
    // Another click may have shown them in the meantime.
    if (facts.nextElementSibling?.matches('.breaks')) return
    edits.open = true
    facts.after(edits)
    link.ariaExpanded = 'true'
  }

  /** The edits, from the file of the claim's panel. */
  async function load(id: string): Promise<HTMLDetailsElement | undefined> {
    const { html } = await fetchJson<PanelData>(panelPath(language.value, id))
    const page = new DOMParser().parseFromString(html, 'text/html')
    return page.querySelector<HTMLDetailsElement>('.breaks') ?? undefined
  }

  useEvents({ click: show })
}
