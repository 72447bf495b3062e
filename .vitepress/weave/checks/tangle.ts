/** Checks that the chunks of a page together are the complete files. */

import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import { linesOf } from '../../../src/project/project.ts'
import type { Page } from '../../site/page.ts'
import { isMarker } from '../chunks-of-regions.ts'
import { textOf } from '../comment-frame.ts'
import { commentsIn, replaceComments } from '../comments.ts'
import { type Localized, readLocalized, type Section } from '../localized.ts'
import {
  keyedComments,
  type Program,
  readPrograms,
  type Side,
} from '../programs.ts'
import { shownChunks } from '../read-chunks.ts'
import { wovenPages } from './chapter.ts'
import type { Checked } from './checked.ts'

/** One side of a chunk, and its text as a page shows it. */
interface Shown {
  readonly side: Side
  readonly text: string
}

/**
 * Finds lines of a file that a woven page does not show or shows differently,
 * and comments that differ from comments.json. Reads the code from the page's
 * HTML and replaces its comments with those of the source before it compares.
 */
export function checkTangle(checked: Checked): Problem[] {
  const programs = readPrograms(checked.project)
  return wovenPages(checked).flatMap((page) => {
    const problems: Problem[] = []
    const stopped = problemsOf(() => {
      const chunks = shownChunks(checked.html(page))
      const localized = readLocalized(checked.project, page.locale)
      for (const program of programs.filter(
        (each) => each.page === page.name,
      )) {
        for (const section of ['listing', 'port'] as const) {
          const shown = chunks.flatMap((chunk): Shown[] => {
            const has = ({ name }: { name: string }) => name === chunk.name
            const side = program.pairs.find(has)?.[section]
            return side ? [{ side, text: chunk[section] }] : []
          })
          problems.push(
            ...commentProblems(page, shown, program, localized[section]),
            ...firstDifference(page, shown, program, section),
          )
        }
      }
    })
    return [...stopped, ...problems]
  })
}

function commentProblems(
  page: Page,
  shown: readonly Shown[],
  program: Program,
  texts: Localized[Section],
): Problem[] {
  return shown.flatMap(({ side, text }) => {
    const want = keyedComments(side).map(({ key }) => texts.get(key)?.text)
    const got = commentsIn(text, side.source.language)
    if (JSON.stringify(want) === JSON.stringify(got.map(rawText))) return []
    const { name } = side.chunk
    const message = `chunk "${name}" does not show its comments from comments.json; correct .vitepress/weave/localized-lines.ts`
    return [{ file: page.file, line: lineOf(page, program, name), message }]
  })
}

const rawText = ({ raw }: { raw: string }) => textOf(raw)

/** The first line of a file that the page shows differently. */
function firstDifference(
  page: Page,
  shown: readonly Shown[],
  program: Program,
  section: 'listing' | 'port',
): Problem[] {
  const { file, language } = program[section]
  const text = shown.map(({ side, text }) => {
    const own = keyedComments(side)
    const put = (_: unknown, i: number) => own[i]?.comment.raw ?? ''
    return replaceComments(text, language, put)
  })
  const wanted = wantedLines(program, section)
  const got = text.join('').split('\n')
  if (got.join('\n') === wanted.map(({ text }) => `${text}\n`).join('')) {
    return []
  }
  const at = wanted.findIndex(({ text }, i) => text !== got[i])
  const want = wanted[at] ?? { line: wanted.length, text: '', name: '' }
  const message = `shows ${JSON.stringify(got[at] ?? '')} for ${file}:${want.line}, which is ${JSON.stringify(want.text)}; put <Chunk name="${want.name}" /> where it belongs`
  return [{ file: page.file, line: lineOf(page, program, want.name), message }]
}

/** The lines of a file that the page must show. */
function wantedLines(
  { whole, pairs, ...sources }: Program,
  section: 'listing' | 'port',
) {
  const { text } = sources[section]
  const chunks = pairs.map((pair) => pair[section].chunk)
  return linesOf(text)
    .map((text, i) => {
      const line = i + 1
      const chunk = chunks.find((c) => c.first <= line && line <= c.last)
      return { line, text, name: chunk?.name ?? '' }
    })
    .filter(({ text, name }) => name !== '' || (whole && !isMarker(text)))
}

/** The line of a chunk's mark, or of the last one before it. */
function lineOf(page: Page, program: Program, chunk: string): number {
  const names = program.pairs.map(({ name }) => name)
  const upTo = names.slice(0, names.indexOf(chunk) + 1)
  const marks = page.marks.filter(({ kind }) => kind === 'chunk')
  return marks.findLast(({ name }) => upTo.includes(name))?.line ?? 1
}
