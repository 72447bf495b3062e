/** Makes the head tags and the sitemap for search engines and link previews. */
import type { HeadConfig, PageData, UserConfig } from 'vitepress'
import { pictureAlt } from '../files/pictures.ts'
import { addressOf, siteUrl } from '../site/addresses.ts'
import {
  pictureFor,
  picturePath,
  pictureSize,
  withFiles,
} from '../site/files.ts'
import { interfaceOf, tagOf } from '../site/interface.ts'
import { type Language, languages, source } from '../site/languages.ts'
import {
  type Page,
  pagePath,
  pagesOf,
  translationsOf,
  untranslatedPagesOf,
} from '../site/pages.ts'

type SitemapItem = { url: string; links?: { lang: string; url: string }[] }

/** Language and name of a page, from its path in the site. */
function identify(relativePath: string): [Language, Page] | undefined {
  const [file = '', folder = source] = relativePath.split('/').reverse()
  const language = languages.find((known) => known === folder)
  const page = pagesOf(source).find((name) => `${name}.md` === file)
  return language && page ? [language, page] : undefined
}

/** The tags for the image of a page in link previews, in builds that make it. */
function pictureTags(language: Language, page: Page): HeadConfig[] {
  if (!withFiles) return []
  const picture = pictureFor(page)
  const url = new URL(`.${picturePath(language, picture)}`, siteUrl()).href
  return [
    ['meta', { property: 'og:image', content: url }],
    ['meta', { property: 'og:image:width', content: `${pictureSize.width}` }],
    ['meta', { property: 'og:image:height', content: `${pictureSize.height}` }],
    [
      'meta',
      { property: 'og:image:alt', content: pictureAlt(language, picture) },
    ],
    ['meta', { name: 'twitter:card', content: 'summary_large_image' }],
  ]
}

/** The head tags of a page: canonical address, other languages, Open Graph. */
export function headOf(page: PageData): HeadConfig[] {
  const found = identify(page.relativePath)
  if (!found) return []
  const [language, name] = found
  const { title, description } = interfaceOf(language).site
  const territory = new Intl.Locale(tagOf(language)).maximize()
  const alternates = translationsOf(name)
  const own = alternates.includes(language) ? language : source
  const meta = (property: string, content: string): HeadConfig => [
    'meta',
    { property, content },
  ]
  const alternate = (hreflang: string, to: Language): HeadConfig => [
    'link',
    { rel: 'alternate', hreflang, href: addressOf(to, name) },
  ]
  return [
    ['link', { rel: 'canonical', href: addressOf(own, name) }],
    ...alternates.map((to) => alternate(tagOf(to), to)),
    ...(alternates.includes(source) ? [alternate('x-default', source)] : []),
    meta('og:type', name === 'index' ? 'website' : 'article'),
    meta('og:site_name', title),
    meta('og:title', page.title || title),
    meta('og:description', page.description || description),
    meta('og:url', addressOf(own, name)),
    meta('og:locale', `${territory.language}_${territory.region}`),
    ...pictureTags(language, name),
  ]
}

/** The sitemap. It leaves out pages that have no translation. */
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
      const english = links.find(({ lang }) => lang === source)
      const others = english ? [{ ...english, lang: 'x-default' }] : []
      return { ...item, links: [...links, ...others] }
    })
  },
}
