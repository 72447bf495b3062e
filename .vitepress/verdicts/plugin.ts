/**
 * Teaches Markdown the marks of the pages that show claims, each alone on a
 * line: `<Ledger />`, all claims; `<LedgerLines />`, the listing by line;
 * `<Recorded id="…" />`, what Go printed of a claim; and
 * `<Repair edit="pushFront" trace="…" />`, a trace on a changed port.
 */
import { join } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { blockMark } from '../weave/block-mark.ts'
import { type PageEnv, pageIn } from '../weave/env.ts'
import { fail } from '../weave/problem.ts'
import { locales, openProject, type Project } from '../weave/project.ts'
import { openCovering } from './coverage.ts'
import { drawings } from './drawings.ts'
import { filesOfVerdicts } from './index.ts'
import { openRepairs } from './repairs.ts'
import { statementsFile } from './statements.ts'

const names = Object.keys(drawings) as (keyof typeof drawings)[]
const mark = new RegExp(`^<(${names.join('|')})\\b([^>]*?) ?/>\\s*$`)

/** Adds the marks. Loads the ports that they run. */
export async function ledger(
  md: MarkdownRenderer,
  project: Project = openProject(),
): Promise<void> {
  const covering = await openCovering()
  const repairs = await openRepairs()
  blockMark(md, 'ledger', mark, (text, env) => {
    const [, name, attributes = ''] = mark.exec(text) ?? []
    const drawing = drawings[name as keyof typeof drawings]
    const { file, locale } = pageIn(project, env) ?? { file: '', locale: 'en' }
    const index = env.realPath === undefined
    const on = { project, covering, repairs, locale, index }
    const html = drawing(on, valuesOf(attributes))
    if (html !== undefined || index) return html ?? ''
    const line = (env.src ?? '').split('\n').indexOf(text) + 1
    fail(
      file,
      Math.max(line, 1),
      `"${text}" names nothing that exists; the ids are in test/claims.json, the edits in test/mutants.ts`,
    )
  })
  md.core.ruler.push('ledger', ({ tokens, env }) => {
    if (!tokens.some(({ type }) => type === 'ledger')) return
    const files = [
      ...filesOfVerdicts(project),
      ...locales.map(statementsFile).filter((file) => project.has(file)),
    ]
    const { includes } = env as PageEnv
    includes?.push(...files.map((file) => join(project.root, file)))
  })
}

function valuesOf(attributes: string): Record<string, string> {
  const found = attributes.matchAll(/([a-z]+)="([^"]*)"/g)
  return Object.fromEntries(
    [...found].map(([, key = '', value = '']) => [key, value]),
  )
}
