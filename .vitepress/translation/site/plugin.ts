/**
 * Shows on the pages how fresh their translation is: a mark on each section
 * whose English has changed since, with what changed behind it, and in place
 * of `<TranslationStatus />` the table of all languages.
 */
import { join } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { blockMark } from '../../weave/block-mark.ts'
import { type PageEnv, pageIn } from '../../weave/env.ts'
import type { Mark } from '../../weave/marks.ts'
import type { Tokens } from '../../weave/page.ts'
import { docsFile, openProject, type Project } from '../../weave/project.ts'
import { recordsFile } from '../records.ts'
import { titleId } from '../sections.ts'
import { type PageStatus, pageStatus } from '../status.ts'
import { chunkKeys } from './chunk-keys.ts'
import { noteHtml } from './note.ts'
import { filesOfStatus, tablesHtml } from './tables.ts'

const table = /^<TranslationStatus \/>$/

/** Adds marks and table. To be called after the weave, whose marks it reads. */
export function translation(
  md: MarkdownRenderer,
  project: Project = openProject(),
): void {
  blockMark(md, 'translation_status', table, (_, env) => {
    const page = pageIn(project, env)
    if (!page || !env.realPath) return ''
    env.includes?.push(...filesOfStatus(project))
    return tablesHtml(project, page.locale)
  })
  md.core.ruler.push('translation_notes', (state) => {
    const env: PageEnv = state.env ?? {}
    const page = pageIn(project, env)
    // The search index has no use for what changed in another language.
    if (!page || !env.realPath) return
    const { file, locale, untranslated } = page
    if (locale === 'en' || untranslated) return
    const name = file.replace(/^.*\/|\.md$/g, '')
    const files = [docsFile('en', `${name}.md`), recordsFile(locale)]
    env.includes?.push(...files.map((each) => join(project.root, each)))
    const notes = notesOf(project, pageStatus(project, locale, name), page)
    state.tokens = state.tokens.flatMap((token, i, tokens) => {
      const html = notes(tokens, i)
      if (html === '') return token
      const note = new state.Token('translation_note', '', 0)
      note.content = html
      return [token, note]
    })
  })
  md.renderer.rules.translation_note = (tokens, i) => tokens[i]?.content ?? ''
}

/** Gives the mark that stands behind a token, if one does. */
function notesOf(
  project: Project,
  { sections }: PageStatus,
  { locale }: NonNullable<ReturnType<typeof pageIn>>,
) {
  let first = true
  let comments: PageStatus | undefined
  return (tokens: Tokens, i: number): string => {
    const token = tokens[i]
    if (token?.type === 'heading_close') {
      const open = tokens.slice(0, i).findLast(({ type }) => {
        return type === 'heading_open'
      })
      const ids = [open?.attrGet('id'), first ? titleId : undefined]
      first = false
      return noteHtml(
        sections.filter(({ id }) => ids.includes(id)),
        locale,
      )
    }
    const { kind, name = '' } = (token?.meta ?? {}) as Partial<Mark>
    if (token?.type !== 'weave_mark' || kind !== 'chunk') return ''
    comments ??= pageStatus(project, locale, 'comments.json')
    if (comments.counts.stale === 0) return ''
    const keys = chunkKeys(project, name)
    const stale = comments.sections.filter(({ id }) => keys.includes(id))
    return noteHtml(stale, locale, 'staleComments')
  }
}
