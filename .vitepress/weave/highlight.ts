/** Highlights code with Shiki, in light and dark colours. */
import { createHighlighterCoreSync, stringifyTokenStyle } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import go from 'shiki/langs/go.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import dark from 'shiki/themes/github-dark-high-contrast.mjs'
import light from 'shiki/themes/github-light-high-contrast.mjs'
import type { Language } from './comments.ts'

/** A part of a line in one colour. */
export interface Token {
  readonly text: string
  /** Its offset in the whole text. */
  readonly offset: number
  /** CSS that sets `--shiki-light` and `--shiki-dark`; empty if plain. */
  readonly style: string
}

/** A highlighted text. */
export interface Highlighted {
  readonly lines: readonly (readonly Token[])[]
  /** CSS that sets the plain colour, light and dark. */
  readonly plain: string
}

/**
 * Replaces the theme's colours for comments. The light one is too pale, and the
 * dark one is as bright as code.
 */
const colorReplacements: Record<string, Record<string, string>> = {
  [light.name ?? '']: { '#66707b': '#57606a' },
  [dark.name ?? '']: { '#bdc4cc': '#a3abb5' },
}

/** Colours only comments, to tell them from code. */
const commentsOnly = {
  name: 'comments-only',
  fg: '#000000',
  bg: '#ffffff',
  settings: [{ scope: 'comment', settings: { foreground: '#ff0000' } }],
}

/** On a busy machine, Shiki's time limit for a line would leave it half done. */
const patient = { tokenizeTimeLimit: 0 }

let highlighter: ReturnType<typeof createHighlighterCoreSync> | undefined
const done = new Map<string, Highlighted>()

function shiki() {
  highlighter ??= createHighlighterCoreSync({
    engine: createJavaScriptRegexEngine(),
    langs: [go, typescript],
    themes: [light, dark, commentsOnly],
  })
  return highlighter
}

/** Highlights a whole text. The result is cached. */
export function highlight(text: string, lang: Language): Highlighted {
  const key = `${lang}\n${text}`
  const known = done.get(key)
  if (known) return known
  const themes = { light: light.name ?? '', dark: dark.name ?? '' }
  const own = { defaultColor: false, colorReplacements, ...patient } as const
  const { tokens, fg: plain = '' } = shiki().codeToTokens(text, {
    lang,
    themes,
    ...own,
  })
  const styleOf = (css: Record<string, string>) => {
    const style = stringifyTokenStyle(css).toLowerCase()
    return style === plain.toLowerCase() ? '' : style
  }
  const lines = tokens.map((line) =>
    line.map(({ content, offset, htmlStyle = {} }) => ({
      text: content,
      offset,
      style: styleOf(htmlStyle),
    })),
  )
  done.set(key, { lines, plain })
  return { lines, plain }
}

const bare = new Map<string, string>()

/**
 * The code of a text, without comments and blank lines and with white space
 * normalised. Shiki's grammar decides what is a comment. The result is cached.
 */
export function codeAlone(text: string, lang: Language): string {
  const key = `${lang}\n${text}`
  const known = bare.get(key)
  if (known !== undefined) return known
  const options = { lang, theme: commentsOnly.name, ...patient }
  const code = shiki()
    .codeToTokensBase(text, options)
    .map((line) =>
      line
        .filter(({ color }) => color?.toLowerCase() === commentsOnly.fg)
        .map(({ content }) => content.replace(/\s+/g, ' ').trim())
        .join(' '),
    )
    .filter((line) => line !== '')
    .join('\n')
  bare.set(key, code)
  return code
}
