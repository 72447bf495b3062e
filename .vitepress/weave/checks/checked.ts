/** What the checks look at. */
import type { MarkdownRenderer } from 'vitepress'
import { type Page, readPage } from '../page.ts'
import { docsFile, locales, type Project } from '../project.ts'

/** The project and its pages, read and ready to be woven. */
export interface Checked {
  readonly project: Project
  readonly pages: readonly Page[]
  /** A page's HTML. @throws {WeaveError} If it cannot be woven. */
  html(page: Page): string
}

/**
 * Reads the pages of all languages.
 * @param md A renderer that weaves.
 * @param known Pages read before: those still the same are not read again.
 */
export function readChecked(
  project: Project,
  md: MarkdownRenderer,
  known: readonly Page[] = [],
): Checked {
  const pages = locales.flatMap((locale) =>
    project.pages(locale).map((name) => {
      const file = docsFile(locale, name)
      const text = project.read(file)
      const same = known.find((page) => page.file === file)
      return same?.text === text ? same : readPage(project, md, locale, name)
    }),
  )
  return {
    project,
    pages,
    html({ file, text }) {
      const path = `${project.root}/${file}`
      const env = { path, realPath: path, relativePath: file, src: text }
      return md.renderer.render(md.parse(text, env), md.options, env)
    },
  }
}
