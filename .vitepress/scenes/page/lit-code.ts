/** Marks in the chunks of a page the lines that a step has executed. */
import type { ProviderPackage } from '../../../src/trace/engine.ts'
import { linesOf } from '../../site/page/lines-of.ts'
import type { Lines } from '../published.ts'

/**
 * The lines of a side on the page, by their numbers. A page may show a loop a
 * second time, alone.
 */
type Shown = ReadonlyMap<number, readonly HTMLElement[]>

/** The lines of one store on the page that was looked at last. */
let known: {
  readonly page: Element
  readonly store: ProviderPackage
  readonly go: Shown
  readonly ts: Shown
}
let marked: HTMLElement[] = []

function linesOfPage(store: ProviderPackage) {
  const page = document.querySelector('.prose') ?? document.body
  if (known?.page === page && known.store === store) return known
  const of = `.chunk[data-provider="${store}"]`
  // A loop alone comes last: without a line in view, readers see the whole.
  const chunks = [`${of}:not(.loop)`, `${of}.loop`].flatMap((each) => [
    ...page.querySelectorAll(each),
  ])
  const shown = (side: 'go' | 'ts') => {
    const lines = new Map<number, HTMLElement[]>()
    for (const [number, line] of chunks.flatMap((each) => linesOf(each, side)))
      lines.set(number, [...(lines.get(number) ?? []), line])
    return lines
  }
  known = { page, store, go: shown('go'), ts: shown('ts') }
  return known
}

/**
 * Marks these lines of a store and no others.
 * @returns The marked lines and their chunks, in the order of execution.
 */
export function lightUp(
  lines: Pick<Lines, 'go' | 'ts'>,
  store: ProviderPackage = 'memory',
): { readonly lines: Element[]; readonly chunks: Element[] } {
  const shown = linesOfPage(store)
  const wanted = (['ts', 'go'] as const).flatMap((side) =>
    lines[side].flatMap((line) => shown[side].get(line) ?? []),
  )
  for (const line of marked) line.classList.toggle('ran', wanted.includes(line))
  for (const line of wanted) line.classList.add('ran')
  marked = wanted
  const chunks = wanted.flatMap((line) => line.closest('.chunk') ?? [])
  return { lines: wanted, chunks: [...new Set(chunks)] }
}

/** Removes all marks. */
export const lightOff = (): unknown => lightUp({ go: [], ts: [] })
