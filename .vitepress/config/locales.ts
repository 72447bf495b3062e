/** Makes VitePress's `locales` from the interface.json of each language. */
import type { LocaleConfig } from 'vitepress'
import { interfaceOf } from '../site/interface.ts'
import { languages } from '../site/languages.ts'
import { home, localeKey } from '../site/pages.ts'

/** The configuration of each language, by its key in VitePress. */
export const locales: LocaleConfig = Object.fromEntries(
  languages.map((language) => {
    const { language: own, site, markdown } = interfaceOf(language)
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
    }
    return [localeKey(language), config]
  }),
)
