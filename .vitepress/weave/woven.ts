/** All that the marks of a page stand for, in one language. */
import { filesOfVerdicts, readVerdicts } from '../verdicts/index.ts'
import { claimMark } from '../verdicts/mark.ts'
import type { Verdicts } from '../verdicts/verdict.ts'
import { readClaims, tracesOf } from './claims.ts'
import { readLocalized } from './localized.ts'
import type { Mark } from './marks.ts'
import { claimsFile, docsFile, type Locale, type Project } from './project.ts'
import { requireProofs } from './proofs.ts'
import { renderChunk } from './render.ts'
import { readPrograms, sourceFiles } from './sources.ts'
import { renderTrace, traceFile } from './trace.ts'

/** The names that marks may have, and their HTML. */
export interface Woven {
  readonly chunks: readonly string[]
  readonly claims: readonly string[]
  readonly traces: readonly string[]
  /** The HTML of a mark whose name is known. */
  draw(mark: Mark): string
}

/** The files that a woven page depends on, besides its own. */
export function filesOf(
  project: Project,
  locale: Locale,
  marks: readonly Mark[],
): string[] {
  const traces = marks
    .filter(({ kind }) => kind === 'trace')
    .map(({ name }) => traceFile(name))
  const comments = docsFile(locale, 'comments.json')
  const verdicts = marks.some(({ kind }) => kind === 'claim')
    ? filesOfVerdicts(project)
    : [claimsFile]
  return [...sourceFiles, comments, ...new Set([...verdicts, ...traces])]
}

/**
 * Reads code, comments and claims as they are now.
 * @throws {WeaveError} If one of the files cannot be read or is malformed.
 */
export function readWoven(project: Project, locale: Locale): Woven {
  const pairs = readPrograms(project).flatMap((program) => program.pairs)
  const claims = readClaims(project)
  requireProofs(project, claims)
  const localized = readLocalized(project, locale)
  let verdicts: Verdicts['claims'] | undefined
  return {
    chunks: pairs.map(({ name }) => name),
    claims: [...claims.keys()],
    traces: tracesOf(claims),
    draw({ kind, name }) {
      if (kind === 'claim') {
        verdicts ??= readVerdicts(project).claims
        const claim = verdicts.get(name)
        return claim ? claimMark(claim, locale) : ''
      }
      if (kind === 'trace') return renderTrace(project, name)
      const pair = pairs.find((each) => each.name === name)
      return pair ? renderChunk(pair, localized) : ''
    },
  }
}
