// A copy of the project in which files can be broken, and mended again.
import type { Locale, Project } from '../../.vitepress/weave/project.ts'
import { openProject } from '../../.vitepress/weave/project.ts'

/** The project on disk, with some files replaced in memory. */
export interface Copy extends Project {
  /** Replaces a file's text; undefined deletes it. */
  edit(path: string, change: (text: string) => string | undefined): void
  /** Undoes all edits. */
  mend(): void
}

/** A copy in which nothing is broken yet. */
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
    pages: (locale: Locale) =>
      project
        .pages(locale)
        .filter(
          (name) =>
            edits.get(`docs/${locale}/${name}`) !== undefined ||
            !edits.has(`docs/${locale}/${name}`),
        ),
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

/** The line, from 1, that holds `needle`. */
export function lineOf(text: string, needle: string): number {
  const at = text.indexOf(needle)
  if (at < 0) throw new Error(`no ${needle}`)
  return text.slice(0, at).split('\n').length
}
