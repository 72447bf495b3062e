/** Draws a claim's mark, which follows the sentence that states it. */

import { escapeHtml } from '../weave/draw.ts'
import type { Locale } from '../weave/project.ts'
import { entryAddress } from './addresses.ts'
import { sentence } from './texts.ts'
import type { Judged } from './verdict.ts'

/**
 * A link to the claim in the ledger, named by both verdicts. The style shows
 * them from its data; a script opens the claim in place. `vp-raw` keeps
 * VitePress's router from following the link before that script.
 */
export function claimMark(claim: Judged, locale: Locale): string {
  const { id, kind, port, original } = claim
  const data = `data-kind="${kind}" data-port="${port}" data-original="${original}"`
  const name = escapeHtml(sentence(claim, locale))
  const href = entryAddress(locale, id)
  return `<a class="claim vp-raw" ${data} id="claim-${id}" href="${href}" aria-label="${name}" title="${name}"><code>${id}</code></a>`
}
