/** Small pieces of HTML that entry, ledger and view of the lines share. */
import { escapeHtml } from '../weave/draw.ts'
import type { Locale } from '../weave/project.ts'
import type { Statement } from './statements.ts'
import { textsOf } from './texts.ts'
import type { Judged, Side, Verdict } from './verdict.ts'

/** The sign of a verdict, beside its word. */
export const signs: Record<Verdict, string> = {
  holds: '✓',
  fails: '✗',
  none: '–',
  'not-run': '?',
}

/** A link. */
export const link = (href: string, html: string): string =>
  `<a href="${href}">${html}</a>`

/** Text with its backticks and double asterisks made HTML. */
export function inline(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
}

/** A statement, marked with its language where that is another. */
export function statementHtml(
  { text, lang }: Statement,
  locale: Locale,
): string {
  const other = lang === locale ? '' : ` lang="${lang}"`
  return `<p class="statement"${other}>${inline(text)}</p>`
}

/** A side's verdict: sign, side and word. */
export function verdictHtml(claim: Judged, side: Side, locale: Locale): string {
  const { sides, verdicts } = textsOf(locale)
  const verdict = claim[side]
  const sign = `<span aria-hidden="true">${signs[verdict]}</span>`
  return `<li data-verdict="${verdict}" data-side="${side}">${sign} ${sides[side]}${colon(locale)}${verdicts[verdict]}</li>`
}

/** A colon as the language sets it. */
export const colon = (locale: Locale): string =>
  locale === 'zh' || locale === 'ja' ? '：' : ': '
