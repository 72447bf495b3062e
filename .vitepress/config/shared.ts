/** What all languages share: addresses, Markdown, search, the build. */
import type { HeadConfig, UserConfig } from 'vitepress'
import { namesAsset } from '../names/asset.ts'
import { translation } from '../translation/site/plugin.ts'
import { ledger } from '../verdicts/plugin.ts'
import { publishClaims } from '../verdicts/publish.ts'
import { weave } from '../weave/index.ts'
import { permalink } from './anchor.ts'
import { chooseCode } from './code-choice.ts'
import { dark, light } from './code-colors.ts'
import { headOf, sitemap } from './head.ts'
import type { Locale } from './locale.ts'
import { addFolders } from './plain-server.ts'
import { miniSearch } from './search.ts'
import { type Language, languages, pages, repository, siteUrl } from './site.ts'
import { copySources, serveSources, sourcePath } from './source.ts'
import type { SiteTheme } from './theme.ts'

const icon = `${siteUrl().pathname}icon.svg`
const head: HeadConfig[] = [
  ['link', { rel: 'icon', href: icon, type: 'image/svg+xml' }],
  chooseCode,
]

/** The configuration without the languages' own strings. */
export const shared = (
  locales: Record<Language, Locale>,
): UserConfig<SiteTheme> => ({
  srcDir: 'docs',
  srcExclude: [
    `**/!(index|${pages.join('|')}|\\[untranslated\\]).md`,
    `!(${languages.join('|')}|*.md)/**`,
  ],
  outDir: '.vitepress/dist',
  rewrites: { 'en/:rest*': ':rest*' },
  base: siteUrl().pathname,
  cleanUrls: true,
  lastUpdated: true,
  // A visit loads what it shows and no more.
  vue: { features: { optionsAPI: false } },
  router: { prefetchLinks: false },
  head,
  sitemap,
  transformPageData(page) {
    page.frontmatter.head = [
      ...(page.frontmatter.head ?? []),
      ...headOf(locales, page),
    ]
  },
  buildEnd({ outDir }) {
    copySources(outDir)
    addFolders(outDir)
  },
  markdown: {
    anchor: { permalink: permalink(locales) },
    headers: { level: [2, 3] },
    config: async (md) => {
      weave(md)
      await ledger(md)
      translation(md)
    },
    theme: { light, dark },
  },
  themeConfig: {
    source: repository
      ? `https://github.com/${repository}/edit/main/docs/:path`
      : sourcePath('docs/:path'),
    editable: Boolean(repository),
    search: { provider: 'local', options: { miniSearch } },
  },
  vite: { plugins: [serveSources, namesAsset(), publishClaims()] },
})
