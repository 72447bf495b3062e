/** Writes llms.txt: all pages with their titles and descriptions. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageData } from 'vitepress'
import { addressOf } from '../site/addresses.ts'
import { interfaceOf } from '../site/interface.ts'
import { languages, source } from '../site/languages.ts'
import { pagePath, pagesOf } from '../site/pages.ts'

/** The pages that the build has read, by their paths in the site. */
const read = new Map<string, PageData>()

export const notePage = (page: PageData) =>
  read.set(`/${page.relativePath.replace(/(index)?\.md$/, '')}`, page)

/** Writes the list into the built site. */
export function writeLlms(outDir: string): void {
  const { title, description } = interfaceOf(source).site
  const lists = languages.flatMap((language) => [
    `\n## ${interfaceOf(language).language.name}\n`,
    ...pagesOf(language).map((page) => {
      const data = read.get(pagePath(language, page))
      return `- [${data?.title}](${addressOf(language, page)}): ${data?.description}`
    }),
  ])
  const text = [`# ${title}\n`, `> ${description}`, ...lists, ''].join('\n')
  writeFileSync(join(outDir, 'llms.txt'), text)
}
