/** Draws the quiet mark on what has changed in English, and what changed. */
import { escapeHtml } from '../../weave/draw.ts'
import type { Locale } from '../../weave/project.ts'
import type { Change } from '../compare.ts'
import type { SectionStatus } from '../status.ts'
import { type TranslationTexts, textsOf } from './texts.ts'

/** What went stale. */
type Stale = 'stale' | 'staleComments' | 'staleStatement'

/**
 * The mark on sections that are stale, or that still stand in English; no
 * mark if they are neither.
 */
export function noteHtml(
  sections: readonly SectionStatus[],
  locale: Locale,
  what: Stale = 'stale',
): string {
  const texts = textsOf(locale)
  const stale = sections.filter(({ state }) => state === 'stale')
  if (stale.length > 0) return staleHtml(stale, texts[what])
  const missing = sections.some(({ state }) => state === 'missing')
  return missing && what === 'stale' ? untranslatedHtml(texts) : ''
}

function staleHtml(stale: readonly SectionStatus[], told: string): string {
  const texts = stale.map(
    ({ changes }) => `<p class="changes" lang="en">${changesHtml(changes)}</p>`,
  )
  return `<details class="translation-note" v-pre><summary>${escapeHtml(told)}</summary>${texts.join('')}</details>\n`
}

const untranslatedHtml = ({ untranslated }: TranslationTexts): string =>
  `<p class="translation-note" v-pre>${escapeHtml(untranslated)}</p>\n`

/** Both versions of an English text in one. */
function changesHtml(changes: readonly Change[]): string {
  const tags = { same: undefined, added: 'ins', removed: 'del' }
  return changes
    .map(({ kind, text }) => {
      const tag = tags[kind]
      // A template keeps no line breaks of its own.
      const html = escapeHtml(text).replaceAll('\n', '<br>')
      return tag ? `<${tag}>${html}</${tag}>` : html
    })
    .join('')
}
