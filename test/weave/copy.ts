// Makes a copy of the project in which tests can break and restore files.
import {
  type Language,
  languages,
  source,
} from '../../.vitepress/site/languages.ts'
import type { Project } from '../../src/project/project.ts'
import { openProject } from '../../src/project/project.ts'

/** The project on disk, with some files replaced in memory. */
export interface Copy extends Project {
  /** Replaces a file's text; undefined deletes it. */
  edit(path: string, change: (text: string) => string | undefined): void
  /** Undoes all edits. */
  mend(): void
}

/** Makes a copy without edits. */
export function copyProject(): Copy {
  const project = openProject()
  const edits = new Map<string, string | undefined>()
  return {
    ...project,
    read(path) {
      const text = edits.get(path)
      if (text !== undefined) return text
      return project.read(edits.has(path) ? `${path} (deleted)` : path)
    },
    has: (path) =>
      edits.has(path) ? edits.get(path) !== undefined : project.has(path),
    list: (directory) =>
      project.list(directory).filter((name) => {
        const path = `${directory}/${name}`
        return edits.get(path) !== undefined || !edits.has(path)
      }),
    edit(path, change) {
      const before = this.read(path)
      const after = change(before)
      if (after === before)
        throw new Error(`the edit of ${path} changed nothing`)
      edits.set(path, after)
    },
    mend: () => edits.clear(),
  }
}

/** Is the file of no language, or of one that the site has? */
export function isInUse(path: string): boolean {
  const language = languageOf(path)
  return language === undefined || languages.includes(language)
}

/** The languages in which a change of this file can be a problem. */
export function languagesWith(path: string): readonly Language[] {
  const language = languageOf(path)
  const translated = language !== undefined && language !== source
  return translated ? [source, language] : languages
}

const languageOf = (path: string): Language | undefined =>
  /^docs\/([^/]+)\//.exec(path)?.[1]

/** The line, from 1, that holds `needle`, or where it begins. */
export function lineOf(text: string, needle: string | RegExp): number {
  const at =
    typeof needle === 'string' ? text.indexOf(needle) : text.search(needle)
  if (at < 0) throw new Error(`no ${needle}`)
  return text.slice(0, at).split('\n').length
}
