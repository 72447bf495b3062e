/** Makes VitePress's `locales` from the interface.json of each language. */
import type { LocaleConfig } from 'vitepress'
import { bookPath, withFiles } from '../site/files.ts'
import { interfaceOf } from '../site/interface.ts'
import { type Language, languages, source } from '../site/languages.ts'
import { groups, home, localeKey, pagePath, pagesOf } from '../site/pages.ts'
import type { SiteTheme } from '../site/theme-config.ts'

/** Links to all pages except the home page, in groups and in reading order. */
const pageGroups = (language: Language): SiteTheme['groups'] => {
  const strings = interfaceOf(language)
  return Object.entries(groups).map(([group, pages]) => ({
    name: strings.groups[group as keyof typeof groups],
    pages: pages
      .filter((page) => pagesOf(source).includes(page))
      .map((page) => {
        return { text: strings.pages[page], link: pagePath(language, page) }
      }),
  }))
}

/** The configuration of each language, by its key in VitePress. */
export const locales: LocaleConfig<SiteTheme> = Object.fromEntries(
  languages.map((language) => {
    const { language: own, site, markdown, theme } = interfaceOf(language)
    // Only one page shows the measurements, and loads their strings itself.
    const { measurements: _, ...strings } = theme
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
        groups: pageGroups(language),
        strings,
        ...(withFiles && { book: bookPath(language) }),
      },
    }
    return [localeKey(language), config]
  }),
)
