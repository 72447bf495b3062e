/** Renders the mark of a claim, which follows the sentence that states it. */

import type { Judged } from '../../src/evidence/verdict-types.ts'
import { entryAddress } from '../site/addresses.ts'
import { h, html } from '../site/html.ts'
import type { Language } from '../site/languages.ts'
import { sentence } from './texts.ts'

/**
 * Renders a link to the claim in the ledger. Its label has both verdicts. CSS
 * shows the verdicts from the data attributes. A script opens the claim in a
 * panel, and `vp-raw` stops VitePress's router from following the link first.
 */
export function claimMark(claim: Judged, locale: Language): string {
  const { id, kind, port, original } = claim
  const attributes = {
    'data-kind': kind,
    'data-port': port,
    'data-original': original,
    id: `claim-${id}`,
    href: entryAddress(locale, id),
    'aria-label': sentence(claim, locale),
  }
  return html(h('a.claim.vp-raw', attributes, h('code', id)))
}
