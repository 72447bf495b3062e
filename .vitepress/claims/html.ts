/** Renders elements that several views of the claims share. */

import type { Judged, Side, Verdict } from '../../src/evidence/verdict-types.ts'
import { type Element, h, inline } from '../site/html.ts'
import { message } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import type { Statement } from './statements.ts'
import { textsOf } from './texts.ts'

/** The sign of each verdict. */
export const signs: Record<Verdict, string> = {
  holds: '✓',
  fails: '✗',
  none: '–',
  'not-run': '?',
}

/** Renders the sign. Screen readers skip it and read the word beside it. */
export const signOf = (verdict: Verdict): Element =>
  h('span', { 'aria-hidden': 'true' }, signs[verdict])

/** Renders a statement, with `lang` if its language is not the page's. */
export const statementOf = (
  { text, lang }: Statement,
  locale: Language,
): Element =>
  h('p.statement', { lang: lang === locale ? null : lang }, inline(text))

/** Renders the verdict of a side: sign, side and word. */
export function verdictOf(
  claim: Judged,
  side: Side,
  locale: Language,
): Element {
  const { sides, verdicts } = textsOf(locale)
  const verdict = claim[side]
  const words = message(locale, 'claims.verdict', {
    side: sides[side],
    verdict: verdicts[verdict],
  })
  const data = { 'data-verdict': verdict, 'data-side': side }
  return h('li', data, signOf(verdict), ` ${words}`)
}
