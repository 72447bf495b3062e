/** What each language's file in this directory says, and how it is used. */
import type { LocaleConfig } from 'vitepress'
import type { TranslationTexts } from '../translation/site/texts.ts'
import type { ClaimTexts } from '../verdicts/texts.ts'
import {
  home,
  type Language,
  languages,
  localeKey,
  type Page,
  pagePath,
  pagesOf,
} from './site.ts'
import type { PageLink, SiteTheme, Strings } from './theme.ts'

/** One language: what it is called, and every string in it. */
export interface Locale {
  /** The language's name in itself. */
  label: string
  /** For `lang` and `hreflang`. */
  lang: string
  /** The language as Open Graph names it: `ja_JP`. */
  openGraph: string
  /** The site's title. */
  title: string
  /** The site in a sentence, where a page does not describe itself. */
  description: string
  /** What each page is called in the navigation. */
  pages: Record<Exclude<Page, 'index'>, string>
  /** What a heading's anchor is called. */
  anchorLabel: (title: string) => string
  /** The copy button of a code block, before and after. */
  copyCode: { tooltipText: string; copiedText: string }
  strings: Strings
  /** What only the build says of claims: it need not reach the browser. */
  claims: ClaimTexts
  /** What only the build says of translations. */
  translation: TranslationTexts
}

/** All pages in reading order, without the home; English where one is missing. */
function pageLinks(language: Language, { pages }: Locale): PageLink[] {
  return pagesOf('en')
    .filter((page) => page !== 'index')
    .map((page) => ({ text: pages[page], link: pagePath(language, page) }))
}

/** VitePress's `locales`, from the languages' files. */
export function toLocales(
  locales: Record<Language, Locale>,
): LocaleConfig<SiteTheme> {
  const entries = languages.map((language) => {
    const locale = locales[language]
    return [
      localeKey(language),
      {
        label: locale.label,
        lang: locale.lang,
        title: locale.title,
        description: locale.description,
        link: home(language),
        markdown: { codeCopyButton: locale.copyCode },
        themeConfig: {
          pages: pageLinks(language, locale),
          strings: locale.strings,
        },
      },
    ] as const
  })
  return Object.fromEntries(entries)
}
