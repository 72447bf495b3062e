/**
 * Adds to Markdown the mark `<SyntaxNotes language="go" />`: a table of the
 * constructs of that language which the other one lacks, with their notes.
 */
import { join } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { fail } from '../../src/project/problem.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { blockMark } from '../site/block-mark.ts'
import { pageIn } from '../site/env.ts'
import { formOf } from '../site/known-marks.ts'
import { docsFile, source } from '../site/languages.ts'
import { isSyntax, notesTable } from './notes-table.ts'
import { syntaxName } from './notes.ts'

/** Adds the mark to a renderer. */
export function syntaxNotes(
  md: MarkdownRenderer,
  project: Project = openProject(),
): void {
  const mark = new RegExp(`^${formOf('SyntaxNotes')}$`)
  blockMark(md, 'syntax_notes', mark, (text, env) => {
    const { file = '', locale = source } = pageIn(project, env) ?? {}
    const [, syntax = ''] = text.split('"')
    if (isSyntax(syntax)) {
      const notes = docsFile(locale, syntaxName)
      env.includes?.push(join(project.root, notes))
      return notesTable(project, syntax, locale)
    }
    if (!env.realPath) return ''
    const line = (env.src ?? '').split('\n').indexOf(text) + 1
    const what = `"${syntax}" is no language of the code`
    fail(file, Math.max(line, 1), `${what}; write "go" or "typescript"`)
  })
}
