/** Compares a chunk of the repaired store with the same chunk of the listing. */
import { diffArrays } from 'diff'
import type { Project } from '../../src/project/project.ts'
import type { Localized } from '../weave/localized.ts'
import type { Piece } from '../weave/localized-lines.ts'
import { shownLines } from '../weave/localized-lines.ts'
import { type Pair, readProgram } from '../weave/programs.ts'

/** A line of a comparison. */
export interface ChangedLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly pieces: readonly Piece[]
}

/** What has changed in a chunk, on both sides. */
export interface Changes {
  readonly listing: readonly ChangedLine[]
  readonly port: readonly ChangedLine[]
}

/** A pair of the repaired store by its name without the prefix. */
export const repairedPair = (
  project: Project,
  chunk: string,
): Pair | undefined => {
  const { pairs, prefix } = readProgram(project, 'repaired')
  return pairs.find(({ name }) => name === prefix + chunk)
}

/**
 * What has changed in a chunk. Lines that are only a comment are left out.
 * @returns Undefined if the listing has no such chunk.
 */
export function changesOf(
  project: Project,
  localized: Localized,
  chunk: string,
): Changes | undefined {
  const before = readProgram(project).pairs.find(({ name }) => name === chunk)
  const after = repairedPair(project, chunk)
  if (!before || !after) return undefined
  const compare = (side: 'listing' | 'port') =>
    compareLines(
      codeOf(before, side, localized),
      codeOf(after, side, localized),
    )
  return { listing: compare('listing'), port: compare('port') }
}

type Line = readonly Piece[]

const textOf = (line: Line): string => line.map(({ text }) => text).join('')

const commentOnly = /^\s*(?:\/\/|\/?\*)/

/** The lines of one side; tabs are four spaces, as in the listing. */
function codeOf(
  pair: Pair,
  side: 'listing' | 'port',
  localized: Localized,
): Line[] {
  const lines = shownLines(pair[side], localized).map(({ pieces }) =>
    pieces.map(({ text, style }) => {
      return { text: text.replaceAll('\t', '    '), style }
    }),
  )
  const code = lines.filter((line) => !commentOnly.test(textOf(line)))
  const isBlank = (line: Line) => textOf(line).trim() === ''
  const first = code.findIndex((line) => !isBlank(line))
  return code.slice(first, code.findLastIndex((line) => !isBlank(line)) + 1)
}

/** Compares two texts, without colours; tabs are four spaces. */
export function compareTexts(before: string, after: string): ChangedLine[] {
  const lines = (text: string): Line[] =>
    text
      .replaceAll('\t', '    ')
      .split('\n')
      .map((line) => [{ text: line, style: '' }])
  return compareLines(lines(before), lines(after))
}

function compareLines(before: Line[], after: Line[]): ChangedLine[] {
  // Go's formatter aligns the comments of a struct anew if a name is longer.
  const key = (line: Line) =>
    textOf(line)
      .replace(/(\S)\s+/g, '$1 ')
      .trimEnd()
  let at = { before: 0, after: 0 }
  return diffArrays(before.map(key), after.map(key)).flatMap((part) => {
    const { added, removed, value } = part
    const lines = removed
      ? before.slice(at.before, at.before + value.length)
      : after.slice(at.after, at.after + value.length)
    at = {
      before: at.before + (added ? 0 : value.length),
      after: at.after + (removed ? 0 : value.length),
    }
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return lines.map((pieces): ChangedLine => ({ kind, pieces }))
  })
}
