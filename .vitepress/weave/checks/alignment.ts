/** Every line of the listing and of the port has its place in the alignment. */

import { didYouMean } from '../../../src/nearest.ts'
import { type Alignment, alignment as ours, type Row } from '../alignment.ts'
import { linesOf } from '../chunk.ts'
import type { Problem } from '../problem.ts'
import { type Pair, readPrograms, type Side } from '../sources.ts'
import type { Checked } from './checked.ts'

const file = '.vitepress/weave/alignment.ts'

/**
 * Chunks without rows and rows without a chunk, lines that no row holds, and
 * rows whose gap is missing, needless, or hides that blank faces code.
 */
export function checkAlignment(
  { project }: Pick<Checked, 'project'>,
  alignment: Alignment = ours,
): Problem[] {
  const problems: Problem[] = []
  const text = project.has(file) ? project.read(file).split('\n') : []
  const report = (chunk: string, message: string) => {
    const key = new RegExp(`^  '?${chunk.replaceAll('.', '\\.')}'?: \\[`)
    const line = text.findIndex((line) => key.test(line)) + 1 || 1
    problems.push({ file, line, message: `"${chunk}" ${message}` })
  }
  const pairs = readPrograms(project).flatMap((program) => program.pairs)
  const names = pairs.map(({ name }) => name)
  for (const name of Object.keys(alignment)) {
    if (names.includes(name)) continue
    report(name, `is no chunk${didYouMean(name, names)}; rename or delete it`)
  }
  for (const pair of pairs) {
    const rows = alignment[pair.name]
    if (!rows) report(pair.name, 'has no rows; write which lines face which')
    for (const message of rows ? wrongRows(pair, rows) : []) {
      report(pair.name, message)
    }
  }
  return problems
}

/** What a line is, as far as the alignment cares. */
type Content = 'blank' | 'comment' | 'code'

function* wrongRows({ listing, port }: Pair, rows: readonly Row[]) {
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
    yield `has rows for ${held} lines, ${place(side, 0)} has ${has}; mend the rows`
  }
}

const place = ({ source, chunk }: Side, lines: number): string =>
  `${source.file}:${chunk.first + lines}`

function faultOf(row: Row, taken: readonly (readonly Content[])[]) {
  const [left, right, gap] = row
  if (left < 0 || right < 0 || left + right === 0)
    return 'holds no line; delete it'
  const [blanks, others] = [0, 1].map((s) =>
    taken[s]?.every((line) => line === 'blank'),
  )
  if (left > 0 && right > 0) {
    if (gap) return `faces lines and names the gap "${gap}"; drop the gap`
    return blanks === others
      ? undefined
      : 'faces blank lines with code; mend it'
  }
  const code = taken.flat().includes('code')
  if (code && !gap) return 'faces nothing and names no gap; say why'
  return !code && gap ? `needs no gap "${gap}"; drop it` : undefined
}

/** Each line of one side of a chunk. */
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
