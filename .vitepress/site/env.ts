/** Finds the page that VitePress renders from VitePress's environment. */
import { relative } from 'node:path'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language, languages, source } from './languages.ts'

/** The part of VitePress's environment of a page that is used here. */
export interface PageEnv {
  /** The page's file; for a rewritten page, the file after the rewrite. */
  path?: string
  /** The page's file on disk; undefined while the search index is built. */
  realPath?: string
  /** The page's text with its front matter. */
  src?: string
  /** The page's text without its front matter. */
  content?: string
  /** Files that the page depends on. If one changes, it is rendered again. */
  includes?: string[]
}

/** A page that is rendered. */
export interface RenderedPage {
  /** The path of the file with its text, from the project's root. */
  readonly file: string
  /** The language of the interface around that text. */
  readonly locale: Language
  /** Whether the text is English because there is no translation. */
  readonly untranslated: boolean
}

const template = /^docs\/\[/

/** The page of an environment; undefined if it has no file. */
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
    file: untranslated ? docsFile(source, `${name}`) : file,
    locale: languages.find((locale) => locale === folder) ?? source,
    untranslated,
  }
}
