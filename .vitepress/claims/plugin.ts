/**
 * Adds to Markdown the marks that show claims. Each is alone on its line:
 *
 * - `<Ledger />`: all claims.
 * - `<LedgerLines />`: the listing, with the claims that execute each line.
 * - `<Recorded id="…" />`: what Go's tools or Redis showed, by a record's name.
 * - `<RecordedQuestion id="…" value="…" />`: asks for a count of a record.
 * - `<RedisSpeed />`: the speed of the Redis store beside express-session.
 * - `<Take />`: the files with the repaired store, to download or to copy.
 * - `<Goals />`: the goals of the repaired store, with the last measurements.
 * - `<Load />`: what many visitors met with each store, by the last measurement.
 * - `<Repair edit="pushFront" trace="…" />`: a trace on an edited port.
 */
import { join } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { openCovering } from '../../src/evidence/coverage.ts'
import { filesOfVerdicts } from '../../src/evidence/read-verdicts.ts'
import { fail } from '../../src/project/problem.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { programOf } from '../book.ts'
import { tracesName } from '../scenes/trace-texts.ts'
import { blockMark } from '../site/block-mark.ts'
import { type PageEnv, pageIn } from '../site/env.ts'
import { formOf } from '../site/known-marks.ts'
import { docsFile, languages, source } from '../site/languages.ts'
import { blockMarks, type StatementNotes } from './block-marks.ts'
import { openRepairs } from './repair-table.ts'
import { statementsFile } from './statements.ts'

const names = Object.keys(blockMarks) as (keyof typeof blockMarks)[]
const whole = new RegExp(`^(?:${names.map(formOf).join('|')})$`)
const parts = /^<(\w+)(.*?) \/>$/

/** Adds the marks to a renderer, and loads the ports that they run. */
export async function ledger(
  md: MarkdownRenderer,
  notes: StatementNotes,
  project: Project = openProject(),
): Promise<void> {
  const covering = await openCovering()
  const repairs = await openRepairs()
  blockMark(md, 'ledger', whole, (text, env) => {
    const [, name, attributes = ''] = parts.exec(text) ?? []
    const draw = blockMarks[name as keyof typeof blockMarks]
    const { file = '', locale = source } = pageIn(project, env) ?? {}
    const index = env.realPath === undefined
    const on = { project, covering, repairs, locale, index, notes }
    const html = draw(on, valuesOf(attributes))
    if (html !== undefined || index) return html ?? ''
    const line = (env.src ?? '').split('\n').indexOf(text) + 1
    fail(
      file,
      Math.max(line, 1),
      `"${text}" names nothing that exists; the ids are in test/claims.json, the edits are in src/evidence/mutants.ts, and the chunks are the regions of ${programOf('repaired').port}`,
    )
  })
  md.core.ruler.push('ledger', ({ tokens, env }) => {
    if (!tokens.some(({ type }) => type === 'ledger')) return
    const files = [
      ...filesOfVerdicts(project),
      ...languages
        .flatMap((locale) => [
          statementsFile(locale),
          docsFile(locale, tracesName),
        ])
        .filter((file) => project.has(file)),
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
