/** Reads what the marks of pages name, and renders the marks. */

import {
  claimsFile,
  readClaims,
  traceFile,
  tracesOf,
} from '../../src/evidence/claims.ts'
import {
  filesOfVerdicts,
  readVerdicts,
} from '../../src/evidence/read-verdicts.ts'
import { runsOnRepaired } from '../../src/evidence/repaired-claims.ts'
import type { Judged, Verdicts } from '../../src/evidence/verdict-types.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import {
  type Chosen,
  chosenBy,
  numbersIn,
  tellingStep,
} from '../scenes/chosen.ts'
import { drawingOf } from '../scenes/drawing.ts'
import { isDrawing } from '../scenes/drawings.ts'
import { figureOf } from '../scenes/figure.ts'
import { questionOf } from '../scenes/question.ts'
import { filesOfTraceTexts, readTraceTexts } from '../scenes/trace-texts.ts'
import { h, html } from '../site/html.ts'
import { docsFile, type Language } from '../site/languages.ts'
import { type Mark, namedChunk } from '../site/marks.ts'
import { requireGapClaims } from './gap-claims.ts'
import { readLocalized } from './localized.ts'
import { readPrograms, sourceFiles } from './programs.ts'
import { renderChunk } from './render-chunk.ts'
import { renderTrace } from './render-trace.ts'

/** Renders the mark of a claim. */
export type ClaimMark = (claim: Judged, locale: Language) => string

/** The names that marks can have, and a function that renders marks. */
export interface PageMarks {
  readonly chunks: readonly string[]
  readonly claims: readonly string[]
  readonly traces: readonly string[]
  /** The HTML of a mark whose name is known. */
  draw(mark: Mark): string
}

/** The files that a page with these marks depends on, except its own. */
export function filesOf(
  project: Project,
  locale: Language,
  marks: readonly Mark[],
): string[] {
  const traces = marks.flatMap(({ kind, name }) => {
    if (kind === 'trace') return filesOfTraceTexts(name, locale)
    if (kind === 'scene') return filesOfTraceTexts(chosenBy(name).trace, locale)
    return []
  })
  const comments = docsFile(locale, 'comments.json')
  const verdicts = marks.some(({ kind }) => ['claim', 'scene'].includes(kind))
    ? filesOfVerdicts(project)
    : [claimsFile]
  return [...sourceFiles, comments, ...new Set([...verdicts, ...traces])]
}

/**
 * Reads the current code, comments and claims.
 * @throws {ProblemError} If one of the files cannot be read or is malformed.
 */
export function readPageMarks(
  project: Project,
  locale: Language,
  claimMark: ClaimMark,
): PageMarks {
  const pairs = readPrograms(project).flatMap((program) => program.pairs)
  const claims = readClaims(project)
  requireGapClaims(project, claims)
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
      if (kind === 'drawing') return renderDrawing(name, locale)
      if (kind === 'trace') return renderTrace(project, name, locale)
      if (kind === 'scene') {
        verdicts ??= readVerdicts(project).claims
        return renderScene(project, verdicts, chosenBy(name), locale)
      }
      const { chunk, loop } = namedChunk(name)
      const pair = pairs.find((each) => each.name === chunk)
      return pair ? renderChunk(pair, localized, loop) : ''
    },
  }
}

function renderDrawing(name: string, locale: Language): string {
  return isDrawing(name) ? `${html(drawingOf(name, locale))}\n` : ''
}

/** Draws the chosen steps of a trace's run. */
function renderScene(
  project: Project,
  claims: Verdicts['claims'],
  { trace, provider, steps, ask }: Chosen,
  locale: Language,
): string {
  const run =
    provider === 'memory'
      ? claims.get(trace)?.run
      : runsOnRepaired(project).get(trace)
  if (!run) return ''
  const { title } = readTraceTexts(project, trace, locale)
  const numbers = numbersIn(steps, run.port.length)
  const indices =
    numbers.length > 0 ? numbers.map((n) => n - 1) : [tellingStep(run.port)]
  const asked = indices.at(-1) ?? 0
  const line = run.port[asked]?.line ?? 1
  const question = ask
    ? orFail(traceFile(trace), line, () => questionOf(ask, run, asked))
    : undefined
  const figure = figureOf(
    { id: trace, title, run, steps: indices, provider, question },
    locale,
  )
  // Vue must not read ids and values as templates.
  return `${html(h('div', { 'v-pre': true }, figure))}\n`
}

/** @throws {ProblemError} At this line, if `make` throws a RangeError. */
function orFail<Made>(file: string, line: number, make: () => Made): Made {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) fail(file, line, error.message)
    throw error
  }
}
