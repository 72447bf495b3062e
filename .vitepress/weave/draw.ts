/** Renders the head, the rows and the lines of a chunk. */
import { basename } from 'node:path'
import { sourceAddress } from '../site/addresses.ts'
import { type Child, type Element, h, link, separated } from '../site/html.ts'
import { docFolds, type Fold } from './doc-fold.ts'
import type { Piece, ShownLine } from './localized-lines.ts'
import type { Source } from './programs.ts'

/** One side of a row. */
export interface RowSide {
  readonly kind: 'go' | 'ts'
  readonly lines: readonly DrawnLine[]
}

/** A line, and whether a page can count its number from the line before. */
export interface DrawnLine extends ShownLine {
  readonly counted: boolean
}

/** Why one side of a row is empty. */
export interface Reason {
  readonly text: string
  /** The address of the claim that proves it, if there is one. */
  readonly proof: string | undefined
}

/** The lines on both sides of a row, ready to be rendered. */
export interface ChunkRow {
  readonly sides: readonly [RowSide, RowSide]
  readonly reason: Reason | undefined
}

/** Renders the head of a column, with a link to the whole file. */
export function drawHead(kind: 'go' | 'ts', { file }: Source): Element {
  const language = kind === 'go' ? 'Go' : 'TypeScript'
  const name = h(
    'a.file',
    { href: sourceAddress(file), translate: 'no' },
    basename(file),
  )
  const attributes = { class: kind, scope: 'col', 'data-file': file }
  return h('th', attributes, `${language} `, name)
}

/**
 * Renders a row.
 * @param blank Whether it is one of the blank rows above or below the code.
 */
export function drawRow({ sides, reason }: ChunkRow, blank: boolean): Element {
  const cells = sides.map(({ kind, lines }) => {
    if (lines.length > 0) {
      const folds = docFolds(lines.map(textOf))
      const code = lines.flatMap((line, i) => [
        i > 0 ? '\n' : '',
        drawLine(line, folds[i]),
      ])
      return h(`td.${kind}`, h('pre.shiki', h('code', code)))
    }
    return reason ? h(`td.${kind}.gap`, drawReason(reason)) : h(`td.${kind}`)
  })
  return h('tr', { class: blank ? 'blank' : null }, cells)
}

const drawReason = ({ text, proof }: Reason): Element =>
  h('span.gap-reason', proof ? link(proof, text) : text)

const textOf = ({ pieces }: DrawnLine): string =>
  pieces.map(({ text }) => text).join('')

/**
 * Renders a line. The theme counts and shows its number, and a script links the
 * number. Only a line whose number cannot be counted names it, because hundreds
 * of numbers would make a page larger.
 */
function drawLine(line: DrawnLine, fold: Fold): Element {
  const { number, counted, pieces } = line
  const text = textOf(line)
  // If a line is too long, the theme indents its continuation by this much. A
  // tab is as wide as in the theme.
  const space = text.slice(0, text.length - text.trimStart().length)
  const indent = space.replaceAll('\t', '    ').length
  const style = [
    number !== undefined && !counted ? `--line:${number}` : [],
    indent > 0 ? `--indent:${indent}` : [],
  ].flat()
  const kinds = ['line', number === undefined ? 'added' : [], fold ?? []].flat()
  return h(
    `span.${kinds.join('.')}`,
    { style: style.length > 0 ? style.join(';') : null },
    drawPieces(pieces),
  )
}

/**
 * The class of a colour, such as `c-a0111f`. A page has hundreds of coloured
 * names, and a class makes it smaller than a style; code-colors.css has a rule
 * for each.
 */
export const colorClass = (style: string): string =>
  `c-${/--shiki-light:#(\w+)/.exec(style)?.[1]}`

/** Renders the pieces of a line in their colours. */
export function drawPieces(pieces: readonly Piece[]): Child[] {
  const merged: { text: string; style: string }[] = []
  for (const { text, style } of pieces) {
    const last = merged.at(-1)
    if (last && (last.style === style || text.trim() === '')) last.text += text
    else merged.push({ text, style })
  }
  // A line with a long chain of names may break after each dot.
  const long = /\S{20}/.test(pieces.map(({ text }) => text).join(''))
  const written = (text: string) =>
    long ? separated(text.split(/(?<=\.)(?=[A-Za-z(])/), h('wbr')) : text
  return merged.flatMap(({ text, style }) =>
    style === ''
      ? written(text)
      : [h('span', { class: colorClass(style) }, written(text))],
  )
}
