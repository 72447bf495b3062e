/** The HTML of a chunk's head, rows and lines. */
import { basename } from 'node:path'
import { sourceAddress } from '../config/source.ts'
import type { Piece, ShownLine } from './lines.ts'
import type { Source } from './sources.ts'

/** One side of a row. */
export interface Facing {
  readonly kind: 'go' | 'ts'
  readonly file: string
  readonly lines: readonly ShownLine[]
}

/** Why one side of a row is empty, and the claim that proves it. */
export interface Reason {
  readonly text: string
  readonly claim: string | undefined
}

/** A row's lines of both sides, ready to draw. */
export interface Faced {
  readonly sides: readonly [Facing, Facing]
  readonly reason: Reason | undefined
}

/** The head of a column, which leads to the whole file. */
export function drawHead(kind: 'go' | 'ts', { file }: Source): string {
  const language = kind === 'go' ? 'Go' : 'TypeScript'
  const link = `<a class="file" href="${sourceAddress(file)}">${basename(file)}</a>`
  return `<th class="${kind}" scope="col" data-file="${file}">${language} ${link}</th>`
}

/** @param blank Whether it ends the chunk without any code. */
export function drawRow({ sides, reason }: Faced, blank: boolean): string {
  const cells = sides.map(({ kind, file, lines }) => {
    if (lines.length > 0) {
      const code = lines.map((line) => drawLine(line, file)).join('\n')
      return `<td class="${kind}"><pre class="shiki"><code>${code}</code></pre></td>`
    }
    return reason === undefined
      ? `<td class="${kind}"></td>`
      : `<td class="${kind} gap"><span class="gap-reason">${drawReason(reason)}</span></td>`
  })
  return `<tr${blank ? ' class="blank"' : ''}>${cells.join('')}</tr>`
}

function drawReason({ text, claim }: Reason): string {
  const written = escapeHtml(text)
  return claim === undefined
    ? written
    : `<a href="#claim-${claim}">${written}</a>`
}

function drawLine({ number, pieces }: ShownLine, file: string): string {
  const data = number === undefined ? '' : ` data-line="${number}"`
  const text = pieces.map((piece) => piece.text).join('')
  // For the theme, which lets a line that is too long hang.
  const indent = text.length - text.trimStart().length
  const style = indent > 0 ? ` style="--indent:${indent}"` : ''
  // A blank line has none: it stays empty, for the theme to see.
  const link = number === undefined || !text ? '' : drawNumber(file, number)
  return `<span class="line"${data}${style}>${link}${drawPieces(pieces)}</span>`
}

/** A line's text in its colours. */
export function drawPieces(pieces: readonly Piece[]): string {
  const merged: { text: string; style: string }[] = []
  for (const { text, style } of pieces) {
    const last = merged.at(-1)
    if (last && (last.style === style || text.trim() === '')) last.text += text
    else merged.push({ text, style })
  }
  // A long chain of names may break at its dots, and not before it alone.
  const long = /\S{20}/.test(pieces.map(({ text }) => text).join(''))
  const written = (text: string) =>
    long
      ? escapeHtml(text).replace(/\.(?=[A-Za-z(])/g, '.<wbr>')
      : escapeHtml(text)
  return merged
    .map(({ text, style }) =>
      style === ''
        ? written(text)
        : `<span style="${style}">${written(text)}</span>`,
    )
    .join('')
}

/** The theme draws the number; this lets the mouse follow it to the source. */
const drawNumber = (file: string, line: number): string =>
  `<a href="${sourceAddress(file, line)}" tabindex="-1" aria-hidden="true"></a>`

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
}
