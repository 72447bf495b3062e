/** Formats the figures of one size as a text table, with ratios. */
import type { Figures } from './measure.ts'

const columns: [keyof Figures, string][] = [
  ['createPerSecond', 'create/s'],
  ['usePerSecond', 'use/s'],
  ['destroyPerSecond', 'destroy/s'],
  ['bytesPerSession', 'bytes/session'],
  ['collectNoneMicroseconds', 'gc none, µs'],
  ['collectAllMicroseconds', 'gc all, µs'],
]

/** Formats a number with three significant digits and commas. */
function figure(n: number): string {
  const rounded = Number(n.toPrecision(3))
  return rounded.toLocaleString('en', { maximumSignificantDigits: 3 })
}

/**
 * @param sessions The number of sessions in each store.
 * @param found The figures by store; the ratios are relative to `port`, or to
 *   the first store if the port was not measured.
 */
export function table(
  sessions: number,
  found: Record<string, Figures>,
): string {
  const reference = found.port ?? (Object.values(found)[0] as Figures)
  const head = [`${figure(sessions)} sessions`, ...columns.map(([, c]) => c)]
  const rows = Object.entries(found).map(([name, figures]) => [
    name,
    ...columns.map(([key]) => {
      const ratio = figures[key] / reference[key]
      return `${figure(figures[key])} (×${figure(ratio)})`
    }),
  ])
  const widths = head.map((_, i) =>
    Math.max(...[head, ...rows].map((row) => (row[i] as string).length)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) =>
          i === 0
            ? cell.padEnd(widths[i] as number)
            : cell.padStart(widths[i] as number),
        )
        .join('  '),
    )
    .concat('')
    .join('\n')
}
