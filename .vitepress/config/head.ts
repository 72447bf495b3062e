/** What search engines and link previews read: language, address, summary. */
import type { HeadConfig, PageData, UserConfig } from 'vitepress'
import type { Locale } from './locale.ts'
import {
  type Language,
  languages,
  type Page,
  pagePath,
  pagesOf,
  siteUrl,
  translationsOf,
  untranslatedPagesOf,
} from './site.ts'

type SitemapItem = { url: string; links?: { lang: string; url: string }[] }

/** Absolute address of a page. */
const address = (language: Language, page: Page) =>
  new URL(`.${pagePath(language, page)}`, siteUrl()).href

/** Language and name of a page, from its path in the site. */
function identify(relativePath: string): [Language, Page] | undefined {
  const [file = '', folder = 'en'] = relativePath.split('/').reverse()
  const language = languages.find((known) => known === folder)
  const page = pagesOf('en').find((name) => `${name}.md` === file)
  return language && page ? [language, page] : undefined
}

/** Canonical address, alternates in the other languages, Open Graph. */
export function headOf(
  locales: Record<Language, Locale>,
  page: PageData,
): HeadConfig[] {
  const found = identify(page.relativePath)
  if (!found) return []
  const [language, name] = found
  const { title, description, openGraph } = locales[language]
  const alternates = translationsOf(name)
  const own = alternates.includes(language) ? language : 'en'
  const meta = (property: string, content: string): HeadConfig => [
    'meta',
    { property, content },
  ]
  const alternate = (hreflang: string, to: Language): HeadConfig => [
    'link',
    { rel: 'alternate', hreflang, href: address(to, name) },
  ]
  return [
    ['link', { rel: 'canonical', href: address(own, name) }],
    ...alternates.map((to) => alternate(locales[to].lang, to)),
    ...(alternates.includes('en') ? [alternate('x-default', 'en')] : []),
    meta('og:type', name === 'index' ? 'website' : 'article'),
    meta('og:site_name', title),
    meta('og:title', page.title || title),
    meta('og:description', page.description || description),
    meta('og:url', address(own, name)),
    meta('og:locale', openGraph),
  ]
}

/** The sitemap: languages with a text of their own, English for all others. */
export const sitemap: UserConfig['sitemap'] = {
  hostname: siteUrl().href,
  transformItems(items) {
    const missing = languages.flatMap((language) =>
      untranslatedPagesOf(language).map((page) => pagePath(language, page)),
    )
    const isThere = ({ url }: { url: string }) => !missing.includes(`/${url}`)
    return items.filter(isThere).map((item: SitemapItem) => {
      if (!item.links) return item
      const links = item.links.filter(isThere)
      const english = links.find(({ lang }) => lang === 'en')
      const others = english ? [{ ...english, lang: 'x-default' }] : []
      return { ...item, links: [...links, ...others] }
    })
  },
}
