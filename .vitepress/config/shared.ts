/** Defines the configuration that all languages share. */
import type { HeadConfig, UserConfig } from 'vitepress'
import { claimMark } from '../claims/mark.ts'
import { ledger } from '../claims/plugin.ts'
import { publishClaims } from '../claims/publish.ts'
import { publishScenes } from '../claims/publish-scenes.ts'
import { makeFiles } from '../files/index.ts'
import { namesAsset } from '../hovers/asset.ts'
import { publishPlayground } from '../playground/publish.ts'
import { repository, siteUrl, sourcePath } from '../site/addresses.ts'
import { chooseCode } from '../site/code-choice.ts'
import { withFiles } from '../site/files.ts'
import { languages, source } from '../site/languages.ts'
import { pages } from '../site/pages.ts'
import { proseOnly } from '../site/prose-only.ts'
import type { SiteTheme } from '../site/theme-config.ts'
import { statementNotes } from '../translation/site/note.ts'
import { translation } from '../translation/site/plugin.ts'
import { weave } from '../weave/index.ts'
import { permalink } from './anchor.ts'
import { dark, light } from './code-colors.ts'
import { frameAsset, frameAt, frameOf } from './frame.ts'
import { headOf, sitemap } from './head.ts'
import { notePage, writeLlms } from './llms.ts'
import { addFolders } from './plain-server.ts'
import { copySources, serveSources } from './published-sources.ts'
import { miniSearch } from './search.ts'
import { smallMessages } from './small-messages.ts'

const icon = `${siteUrl().pathname}icon.svg`
const head: HeadConfig[] = [
  ['link', { rel: 'icon', href: icon, type: 'image/svg+xml' }],
  chooseCode,
]

/** The configuration without the strings of the languages. */
export const shared: UserConfig<SiteTheme> = {
  srcDir: 'docs',
  srcExclude: [
    `**/!(index|${pages.join('|')}|\\[untranslated\\]).md`,
    `!(${languages.join('|')}|*.md)/**`,
  ],
  outDir: '.vitepress/dist',
  rewrites: { [`${source}/:rest*`]: ':rest*' },
  base: siteUrl().pathname,
  cleanUrls: true,
  lastUpdated: true,
  // These two options reduce what a visit downloads.
  vue: { features: { optionsAPI: false } },
  router: { prefetchLinks: false },
  head,
  sitemap,
  transformPageData(page) {
    notePage(page)
    page.frontmatter.head = [...(page.frontmatter.head ?? []), ...headOf(page)]
    return { frame: frameAt(page.relativePath) }
  },
  async buildEnd({ outDir }) {
    copySources(outDir)
    writeLlms(outDir)
    if (withFiles) await makeFiles(outDir)
    addFolders(outDir)
  },
  markdown: {
    anchor: { permalink: permalink },
    headers: { level: [2, 3] },
    config: async (md) => {
      proseOnly(md)
      weave(md, { claimMark })
      await ledger(md, statementNotes)
      translation(md)
    },
    theme: { light, dark },
  },
  themeConfig: {
    ...frameOf(source),
    source: repository
      ? `https://github.com/${repository}/edit/main/docs/:path`
      : sourcePath('docs/:path'),
    editable: Boolean(repository),
    search: { provider: 'local', options: { miniSearch } },
  },
  vite: {
    plugins: [
      serveSources,
      smallMessages,
      frameAsset,
      namesAsset(),
      publishClaims(statementNotes),
      publishScenes(),
      publishPlayground(),
    ],
  },
}
