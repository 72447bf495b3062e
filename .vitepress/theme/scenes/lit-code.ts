/** Marks in the chunks of a page the lines that a step has executed. */
import type { Lines } from '../../scenes/published.ts'

const files = {
  go: 'go-reference/providers/memory/memory.go',
  ts: 'src/providers/memory.ts',
} as const

/**
 * Marks these lines and no others.
 * @returns The chunks in which lines are marked, from top to bottom.
 */
export function lightUp(lines: Lines): Element[] {
  for (const line of document.querySelectorAll('.line.ran')) {
    line.classList.remove('ran')
  }
  const lit = new Set<Element>()
  for (const side of ['go', 'ts'] as const) {
    const wanted = new Set(lines[side].map(String))
    const heads = document.querySelectorAll(`th[data-file="${files[side]}"]`)
    for (const chunk of [...heads].flatMap(
      (head) => head.closest('.chunk') ?? [],
    )) {
      for (const line of chunk.querySelectorAll<HTMLElement>(
        `td.${side} .line`,
      )) {
        if (!wanted.has(line.dataset.line ?? '')) continue
        line.classList.add('ran')
        lit.add(chunk)
      }
    }
  }
  return [...lit]
}

/** Removes all marks. */
export const lightOff = (): unknown => lightUp({ go: [], ts: [] })
