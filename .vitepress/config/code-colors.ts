/** Defines a light and a dark theme for code, in the colours of the site. */
import type { ThemeRegistration } from 'shiki'

/** The colour of each kind of token that a theme distinguishes. */
interface Colors {
  ink: string
  comment: string
  keyword: string
  name: string
  type: string
  value: string
}

function theme(name: string, type: 'light' | 'dark', colors: Colors) {
  const scopes: Record<keyof Colors, string[]> = {
    ink: ['source', 'keyword.operator', 'punctuation', 'variable'],
    comment: ['comment', 'punctuation.definition.comment'],
    keyword: [
      'keyword',
      'storage',
      'keyword.operator.new',
      'variable.language.this',
    ],
    name: ['entity.name.function', 'support.function'],
    type: [
      'entity.name.type',
      'support.type',
      ...['boolean', 'byte', 'error', 'numeric', 'rune', 'string'].map(
        (kind) => `storage.type.${kind}.go`,
      ),
    ],
    value: ['string', 'constant', 'punctuation.definition.string'],
  }
  return {
    name,
    type,
    colors: { 'editor.foreground': colors.ink, 'editor.background': '#0000' },
    settings: (Object.keys(scopes) as (keyof Colors)[]).map((key) => ({
      scope: scopes[key],
      settings: { foreground: colors[key] },
    })),
  } satisfies ThemeRegistration
}

/** The theme for a light background. */
export const light = theme('paper', 'light', {
  ink: '#26221b',
  comment: '#6f6757',
  keyword: '#8a3324',
  name: '#2a5289',
  type: '#0b6670',
  value: '#4a6416',
})

/** The theme for a dark background. */
export const dark = theme('slate', 'dark', {
  ink: '#e4ded1',
  comment: '#9a907f',
  keyword: '#e8a088',
  name: '#a4c0f0',
  type: '#7cc7cd',
  value: '#b5c987',
})
