/** Makes VitePress's `locales` from the interface.json of each language. */
import type { LocaleConfig } from 'vitepress'
import { openProject } from '../../src/project/project.ts'
import { readAliases } from '../site/aliases.ts'
import { interfaceOf } from '../site/interface.ts'
import { type Language, languages, source } from '../site/languages.ts'
import { home, localeKey, pagePath, pagesOf } from '../site/pages.ts'
import type { PageLink, SiteTheme } from '../site/theme-config.ts'

/** Links to all pages except the home page, in reading order. */
const pageLinks = (language: Language): PageLink[] =>
  pagesOf(source).flatMap((page) =>
    page === 'index'
      ? []
      : {
          text: interfaceOf(language).pages[page],
          link: pagePath(language, page),
        },
  )

/** The configuration of each language, by its key in VitePress. */
export const locales: LocaleConfig<SiteTheme> = Object.fromEntries(
  languages.map((language) => {
    const { language: own, site, markdown, theme } = interfaceOf(language)
    const config = {
      label: own.name,
      lang: own.tag,
      ...site,
      link: home(language),
      markdown: {
        codeCopyButton: {
          tooltipText: markdown.copyCode,
          copiedText: markdown.copiedCode,
        },
      },
      themeConfig: {
        pages: pageLinks(language),
        strings: theme,
        aliases: readAliases(openProject(), language),
      },
    }
    return [localeKey(language), config]
  }),
)
