/**
 * Shows the status of the translations on the pages. Each section whose English
 * text has changed has a note with the changes. `<TranslationStatus />` becomes
 * tables of all languages.
 */
import { join } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { openProject, type Project } from '../../../src/project/project.ts'
import { blockMark } from '../../site/block-mark.ts'
import { type PageEnv, pageIn } from '../../site/env.ts'
import { type Element, html } from '../../site/html.ts'
import { docsFile, source } from '../../site/languages.ts'
import { type Mark, namedChunk } from '../../site/marks.ts'
import type { Tokens } from '../../site/page.ts'
import { recordsFile } from '../records.ts'
import { titleId } from '../sections.ts'
import { type PageStatus, pageStatus } from '../status.ts'
import { chunkKeys } from './chunk-keys.ts'
import { noteOf } from './note.ts'
import { filesOfStatus, tablesHtml } from './tables.ts'

const table = /^<TranslationStatus \/>$/

/** Adds notes and tables. Call it after `weave`, because it reads its marks. */
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
    // Notes must not be in the search index.
    if (!page || !env.realPath) return
    const { file, locale, untranslated } = page
    if (locale === source || untranslated) return
    const name = file.replace(/^.*\/|\.md$/g, '')
    const files = [docsFile(source, `${name}.md`), recordsFile(locale)]
    env.includes?.push(...files.map((each) => join(project.root, each)))
    const status = pageStatus(project, locale, name)
    markEnglish(state.tokens, status)
    const notes = notesOf(project, status, page)
    state.tokens = state.tokens.flatMap((token, i, tokens) => {
      const drawn = notes(tokens, i)
      if (!drawn) return token
      const note = new state.Token('translation_note', '', 0)
      note.content = `${html(drawn)}\n`
      return [token, note]
    })
  })
  md.renderer.rules.translation_note = (tokens, i) => tokens[i]?.content ?? ''
}

/** Gives the blocks of sections that are still English their language. */
function markEnglish(tokens: Tokens, { sections }: PageStatus): void {
  const english = sections
    .filter(({ state, translation }) => state === 'missing' && translation)
    .map(({ id }) => id)
  let section = titleId
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      section = token.attrGet('id') ?? section
    }
    if (token.level > 0 || token.nesting < 0) continue
    if (english.includes(section)) token.attrSet('lang', source)
  }
}

/** Makes a function that renders the note after a token, if there is one. */
function notesOf(
  project: Project,
  { sections }: PageStatus,
  { locale }: NonNullable<ReturnType<typeof pageIn>>,
) {
  let first = true
  let comments: PageStatus | undefined
  return (tokens: Tokens, i: number): Element | undefined => {
    const token = tokens[i]
    if (token?.type === 'heading_close') {
      const open = tokens.slice(0, i).findLast(({ type }) => {
        return type === 'heading_open'
      })
      const own = sections.filter(({ id, state }) => {
        // Below the first heading, the front matter's note is only for changes.
        const ofTitle = first && id === titleId && state === 'stale'
        return ofTitle || id === open?.attrGet('id')
      })
      first = false
      return noteOf(project, own, locale)
    }
    const { kind, name = '' } = (token?.meta ?? {}) as Partial<Mark>
    if (token?.type !== 'weave_mark' || kind !== 'chunk') return
    comments ??= pageStatus(project, locale, 'comments.json')
    const { chunk, loop } = namedChunk(name)
    // The whole chunk has the note of a loop that the page shows alone.
    if (comments.counts.stale === 0 || loop) return
    const keys = chunkKeys(project, chunk)
    const stale = comments.sections.filter(({ id }) => keys.includes(id))
    return noteOf(project, stale, locale, 'staleComments')
  }
}
