/** What VitePress says of the page that it renders, and what that is here. */
import { relative } from 'node:path'
import { type Locale, locales, type Project } from './project.ts'

/** VitePress's environment of a page, as far as it is used here. */
export interface PageEnv {
  /** The page's file; for a rewritten page, the file it is served as. */
  path?: string
  /** The page's file on disk: missing while the search index is built. */
  realPath?: string
  /** The page with its front matter, and without. */
  src?: string
  content?: string
  /** Files that the page depends on: a change of one renders it anew. */
  includes?: string[]
}

/** Which page is rendered. */
export interface RenderedPage {
  /** The file that its text comes from, from the project's root. */
  readonly file: string
  /** The language of the interface around that text. */
  readonly locale: Locale
  /** Is the text English because the language has none? */
  readonly untranslated: boolean
}

const template = /^docs\/\[/

/** The page of an environment; nothing if it has no file. */
export function pageIn(
  project: Project,
  { path, realPath = path }: PageEnv,
): RenderedPage | undefined {
  if (path === undefined || realPath === undefined) return undefined
  const fromRoot = (name: string) =>
    relative(project.root, name).replaceAll('\\', '/')
  const file = fromRoot(realPath)
  const untranslated = template.test(file)
  const [, folder, name] = (untranslated ? fromRoot(path) : file).split('/')
  return {
    file: untranslated ? `docs/en/${name}` : file,
    locale: locales.find((locale) => locale === folder) ?? locales[0],
    untranslated,
  }
}
