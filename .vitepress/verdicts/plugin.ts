/**
 * Teaches Markdown the two marks of the ledger's page, each alone on a line:
 * `<Ledger />`, all claims, and `<LedgerLines />`, the listing by line.
 */
import { join, relative } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { readLocalized } from '../weave/localized.ts'
import {
  type Locale,
  locales,
  openProject,
  type Project,
} from '../weave/project.ts'
import { readPrograms } from '../weave/sources.ts'
import { openCovering } from './coverage.ts'
import type { Entry } from './entry.ts'
import { filesOfVerdicts, readVerdicts } from './index.ts'
import { ledgerHtml, ledgerIndex } from './ledger.ts'
import { linesHtml } from './lines.ts'
import { readStatements, statementsFile } from './statements.ts'

const mark = /^<(Ledger|LedgerLines) \/>\s*$/

/** What VitePress says of the page; no `realPath` while it builds the index. */
interface PageEnv {
  path?: string
  realPath?: string
  includes?: string[]
}

/** Adds the marks. Loads the port that tells its lines. */
export async function ledger(
  md: MarkdownRenderer,
  project: Project = openProject(),
): Promise<void> {
  md.block.ruler.before('fence', 'ledger', (state, line, _end, silent) => {
    const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
    const name = mark.exec(state.src.slice(from, state.eMarks[line]))?.[1]
    if (name === undefined) return false
    if (silent) return true
    const token = state.push('ledger', '', 0)
    token.block = true
    token.map = [line, line + 1]
    token.meta = name
    state.line = line + 1
    return true
  })
  const covering = await openCovering()
  md.renderer.rules.ledger = (tokens, i, _options, env: PageEnv) => {
    const path = env.realPath ?? env.path
    if (path === undefined) return ''
    const folder = relative(project.root, path).split(/[\\/]/)[1]
    const locale = locales.find((name) => name === folder) ?? 'en'
    const { claims } = readVerdicts(project)
    if (tokens[i]?.meta === 'LedgerLines') {
      if (env.realPath === undefined) return ''
      const pairs = readPrograms(project)[0]?.pairs ?? []
      const coverage = covering.of(claims.values())
      return linesHtml(pairs, readLocalized(project, locale), coverage)
    }
    const entries = readEntries(project, locale)
    return env.realPath === undefined
      ? ledgerIndex(entries)
      : ledgerHtml(entries, locale)
  }
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

/** The claims in the registry's order, with their statements. */
export function readEntries(project: Project, locale: Locale): Entry[] {
  const statements = readStatements(project, locale)
  return [...readVerdicts(project).claims.values()].map((claim) => ({
    claim,
    statement: statements.get(claim.id) ?? { text: claim.id, lang: 'en' },
  }))
}
