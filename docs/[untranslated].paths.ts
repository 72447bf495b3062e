/**
 * Pages that a language lacks: each is made from the English text, under the
 * address it will have, and is gone once the language's own file is there.
 */
import { defineRoutes } from 'vitepress'
import { docsFile, languages, source } from '../.vitepress/site/languages.ts'
import { untranslatedPagesOf } from '../.vitepress/site/pages.ts'
import { openProject } from '../src/project/project.ts'

export default defineRoutes({
  watch: ['./*/*.md'],
  paths: () =>
    languages.flatMap((language) =>
      untranslatedPagesOf(language).map((page) => ({
        params: { untranslated: `${language}/${page}` },
        content: openProject().read(docsFile(source, `${page}.md`)),
      })),
    ),
  transformPageData: ({ params }) => ({
    filePath: `${source}/${params?.untranslated.replace(/^.*\//, '')}.md`,
    lastUpdated: undefined,
  }),
})
