/** Defines the configuration that all languages share. */
import type { DefaultTheme, HeadConfig, UserConfig } from 'vitepress'
import { claimMark } from '../claims/mark.ts'
import { ledger } from '../claims/plugin.ts'
import { publishClaims } from '../claims/publish.ts'
import { sceneFiles } from '../claims/scene-data.ts'
import { takeFiles } from '../claims/take.ts'
import { makeFiles } from '../files/index.ts'
import { syntaxNotes } from '../hovers/plugin.ts'
import { publishNames } from '../hovers/publish.ts'
import { challengeMarks } from '../playground/plugin.ts'
import { publishPlayground } from '../playground/publish.ts'
import { repository, siteUrl, sourcePath } from '../site/addresses.ts'
import { chooseCode } from '../site/code-choice.ts'
import { withFiles } from '../site/files.ts'
import { languages, source } from '../site/languages.ts'
import { linkFragments } from '../site/link-fragments.ts'
import { pages } from '../site/pages.ts'
import { proseOnly } from '../site/prose-only.ts'
import { publish } from '../site/publish.ts'
import { miniSearch } from '../site/search.ts'
import { startSoundly } from '../site/sound-start.ts'
import type { SiteTheme } from '../site/theme-config.ts'
import { units } from '../site/units.ts'
import { untranslatedCode } from '../site/untranslated-code.ts'
import { statementNotes } from '../translation/site/note.ts'
import { translatorPanel } from '../translation/site/panel.ts'
import { translation } from '../translation/site/plugin.ts'
import { reloadTexts } from '../translation/site/reload.ts'
import { weave } from '../weave/index.ts'
import { permalink } from './anchor.ts'
import { areDated } from './dates.ts'
import { frameAt, frameOf, publishFrames } from './frame.ts'
import { headOf, sitemap } from './head.ts'
import { notePage, writeLlms } from './llms.ts'
import { fillNotFound } from './not-found.ts'
import { addFolders } from './plain-server.ts'
import { copySources, serveSources } from './published-sources.ts'
import { smallMessages } from './small-messages.ts'

const icon = `${siteUrl().pathname}icon.svg`
const head: HeadConfig[] = [
  ['link', { rel: 'icon', href: icon, type: 'image/svg+xml' }],
  startSoundly,
  chooseCode,
]

/** Not enumerable: a page then loads them only with the search. */
const searchOptions: DefaultTheme.LocalSearchOptions = Object.defineProperty(
  {},
  'miniSearch',
  { value: miniSearch },
)

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
  lastUpdated: areDated(),
  // These two options reduce what a visit downloads.
  vue: { features: { optionsAPI: false } },
  router: { prefetchLinks: false },
  head,
  sitemap,
  transformPageData(page) {
    notePage(page)
    return { frame: frameAt(page.relativePath) }
  },
  // In a page's own data, the tags would be loaded a second time as a script.
  transformHead: ({ pageData }) => headOf(pageData),
  async buildEnd({ outDir }) {
    copySources(outDir)
    writeLlms(outDir)
    fillNotFound(outDir)
    if (withFiles) await makeFiles(outDir)
    addFolders(outDir)
  },
  markdown: {
    anchor: { permalink: permalink },
    headers: { level: [2, 3] },
    config: async (md) => {
      proseOnly(md)
      units(md)
      linkFragments(md)
      untranslatedCode(md)
      weave(md, { claimMark })
      await ledger(md, statementNotes)
      syntaxNotes(md)
      await challengeMarks(md)
      translation(md)
    },
  },
  themeConfig: {
    ...frameOf(source),
    source: repository
      ? `https://github.com/${repository}/edit/main/docs/:path`
      : sourcePath('docs/:path'),
    editable: Boolean(repository),
    search: { provider: 'local', options: searchOptions },
  },
  vite: {
    // The ledger's page is one chunk. `npm run audit:site` limits what readers
    // load, which is compressed.
    build: { chunkSizeWarningLimit: 550 },
    plugins: [
      reloadTexts,
      translatorPanel,
      serveSources,
      smallMessages,
      publishFrames,
      publishNames(),
      publishClaims(statementNotes),
      publish('publish-scenes', () => sceneFiles()),
      publish('publish-files-to-take', takeFiles),
      publishPlayground(),
    ],
  },
}
