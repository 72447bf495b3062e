/** Checks that every line of listing and port is in the alignment. */

import type { Row } from '../../../src/alignment/rows.ts'
import type { Problem } from '../../../src/project/problem.ts'
import { linesOf } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import {
  type Pair,
  type Program,
  readPrograms,
  type Side,
} from '../programs.ts'
import type { Checked } from './checked.ts'

/**
 * Finds chunks without rows, rows without a chunk, lines without a row, rows
 * whose gap is missing or not needed, and blank lines beside code.
 */
export function checkAlignment(
  { project }: Pick<Checked, 'project'>,
  programs: readonly Program[] = readPrograms(project),
): Problem[] {
  const problems: Problem[] = []
  const report = (file: string, chunk: string, message: string) => {
    const text = project.has(file) ? project.read(file).split('\n') : []
    const key = new RegExp(`^  '?${chunk.replaceAll('.', '\\.')}'?: `)
    const line = text.findIndex((line) => key.test(line)) + 1 || 1
    problems.push({ file, line, message: `"${chunk}" ${message}` })
  }
  const ownName = ({ prefix }: Program, { name }: Pair) =>
    name.slice(prefix.length)
  for (const [file, sharing] of byAlignment(programs)) {
    const chunks = sharing.flatMap((program) =>
      program.pairs.map((pair) => ownName(program, pair)),
    )
    for (const name of Object.keys(sharing[0]?.alignment[0] ?? {})) {
      if (chunks.includes(name)) continue
      const near = didYouMean(name, chunks)
      report(file, name, `is not a chunk${near}; rename or delete it`)
    }
    for (const program of sharing) {
      for (const pair of program.pairs) {
        const name = ownName(program, pair)
        if (pair.rows.length === 0)
          report(file, name, 'has no rows; write which lines are side by side')
        else for (const why of wrongRows(pair)) report(file, name, why)
      }
    }
  }
  return problems
}

/** The programs by the file that lists their rows. */
function byAlignment(programs: readonly Program[]): Map<string, Program[]> {
  const files = new Map<string, Program[]>()
  for (const program of programs) {
    const [, file] = program.alignment
    files.set(file, [...(files.get(file) ?? []), program])
  }
  return files
}

/** The kinds of lines that the alignment distinguishes. */
type Content = 'blank' | 'comment' | 'code'

function* wrongRows({ listing, port, rows }: Pair) {
  const [left, right] = [contents(listing), contents(port)]
  let [l, r] = [0, 0]
  for (const [i, row] of rows.entries()) {
    const [taking, facing] = row
    const taken = [left.slice(l, l + taking), right.slice(r, r + facing)]
    const fault = faultOf(row, taken)
    const at = `${place(listing, l)}, ${place(port, r)}`
    if (fault) yield `row ${i + 1} (${at}) ${fault}`
    l += taking
    r += facing
  }
  for (const [side, held, has] of [
    [listing, l, left.length],
    [port, r, right.length],
  ] as const) {
    if (held === has) continue
    yield `has rows for ${held} lines, but ${place(side, 0)} has ${has}; correct the rows`
  }
}

const place = ({ source, chunk }: Side, lines: number): string =>
  `${source.file}:${chunk.first + lines}`

function faultOf(row: Row, taken: readonly (readonly Content[])[]) {
  const [left, right, gap] = row
  if (left < 0 || right < 0 || left + right === 0)
    return 'has no lines; delete it'
  const [blanks, others] = [0, 1].map((s) =>
    taken[s]?.every((line) => line === 'blank'),
  )
  if (left > 0 && right > 0) {
    if (gap)
      return `has lines on both sides and the gap "${gap}"; delete the gap`
    return blanks === others
      ? undefined
      : 'has blank lines beside code; correct it'
  }
  const code = taken.flat().includes('code')
  if (code && !gap) return 'has code on one side only; name a gap'
  return !code && gap ? `does not need the gap "${gap}"; delete it` : undefined
}

/** The kind of each line of one side of a chunk. */
function contents({ source, chunk }: Side): Content[] {
  let text = source.text
  for (const { start, end, raw } of source.comments) {
    const gone = raw.replace(/[^\n]/g, ' ')
    text = text.slice(0, start) + gone + text.slice(end)
  }
  const code = linesOf(text)
  return linesOf(source.text)
    .map((line, i): Content => {
      if (line.trim() === '') return 'blank'
      return code[i]?.trim() === '' ? 'comment' : 'code'
    })
    .slice(chunk.first - 1, chunk.last)
}
