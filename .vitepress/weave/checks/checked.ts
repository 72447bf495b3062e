/** Reads the pages that the checks examine. */
import type { MarkdownRenderer } from 'vitepress'
import type { Project } from '../../../src/project/project.ts'
import {
  docsFile,
  type Language,
  languages,
  markdownFiles,
} from '../../site/languages.ts'
import { type Page, readPage } from '../../site/page.ts'

/** The project and its pages. */
export interface Checked {
  readonly project: Project
  /** The languages whose texts are examined; all if it is left out. */
  readonly locales?: readonly Language[]
  readonly pages: readonly Page[]
  /** Renders a page. @throws {ProblemError} If the weave reports problems. */
  html(page: Page): string
}

/**
 * Reads the pages of all languages.
 * @param md A renderer to which `weave` was added.
 * @param known Pages that were read before. If unchanged, they are reused.
 */
export function readChecked(
  project: Project,
  md: MarkdownRenderer,
  known: readonly Page[] = [],
): Checked {
  const pages = languages.flatMap((locale) =>
    markdownFiles(locale, project).map((name) => {
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
