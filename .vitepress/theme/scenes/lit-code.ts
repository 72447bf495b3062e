/** Marks in the chunks of a page the lines that a step has executed. */
import type { Lines } from '../../scenes/published.ts'

const files = {
  go: 'go-reference/providers/memory/memory.go',
  ts: 'src/providers/memory.ts',
} as const

/** The lines of a side on the page, by their numbers. */
type Shown = ReadonlyMap<number, HTMLElement>

/** The lines of the page that was looked at last. */
let known: { readonly page: Element; readonly go: Shown; readonly ts: Shown }
let marked: HTMLElement[] = []

/** The lines of one side in all chunks of its file. */
function linesIn(page: Element, side: 'go' | 'ts'): Shown {
  const heads = page.querySelectorAll(`th[data-file="${files[side]}"]`)
  const lines = [...heads].flatMap((head) => [
    ...(head
      .closest('.chunk')
      ?.querySelectorAll<HTMLElement>(`td.${side} .line[data-line]`) ?? []),
  ])
  return new Map(lines.map((line) => [Number(line.dataset.line), line]))
}

function linesOfPage() {
  const page = document.querySelector('.prose') ?? document.body
  if (known?.page === page) return known
  known = { page, go: linesIn(page, 'go'), ts: linesIn(page, 'ts') }
  return known
}

/**
 * Marks these lines and no others.
 * @returns The chunks in which lines are marked, from top to bottom.
 */
export function lightUp(lines: Lines): Element[] {
  const shown = linesOfPage()
  const wanted = (['go', 'ts'] as const).flatMap((side) =>
    lines[side].flatMap((line) => shown[side].get(line) ?? []),
  )
  for (const line of marked) line.classList.toggle('ran', wanted.includes(line))
  for (const line of wanted) line.classList.add('ran')
  marked = wanted
  const chunks = wanted.flatMap((line) => line.closest('.chunk') ?? [])
  const order = (a: Element, b: Element) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  return [...new Set(chunks)].sort(order)
}

/** Removes all marks. */
export const lightOff = (): unknown => lightUp({ go: [], ts: [] })
