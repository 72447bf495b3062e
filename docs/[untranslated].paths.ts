/**
 * Pages that a language lacks: each is made from the English text, under the
 * address it will have, and is gone once the language's own file is there.
 */
import { readFileSync } from 'node:fs'
import { defineRoutes } from 'vitepress'
import {
  languages,
  root,
  untranslatedPagesOf,
} from '../.vitepress/config/site.ts'

export default defineRoutes({
  watch: ['./*/*.md'],
  paths: () =>
    languages.flatMap((language) =>
      untranslatedPagesOf(language).map((page) => ({
        params: { untranslated: `${language}/${page}` },
        content: readFileSync(`${root}docs/en/${page}.md`, 'utf8'),
      })),
    ),
  transformPageData: ({ params }) => ({
    filePath: `en/${params?.untranslated.replace(/^.*\//, '')}.md`,
    lastUpdated: undefined,
  }),
})
