/** What the audit measures and the limit each figure is held to. */

/** One figure beside its limit. */
export interface Finding {
  /** What was measured, and where. */
  what: string
  figure: number
  limit: number
  /** Whether the figure has to stay below the limit or reach it. */
  bound: 'at most' | 'at least'
  unit: string
}

/** Kilobytes (1000 bytes), gzipped: the chapter's first visit. */
export const weight = 100

/** Time of a build in all languages, in builds of one language. */
export const buildRatio = 1.5

/** Seconds for the check of all translations. */
export const checkSeconds = 3

/** Lighthouse's scores, mobile preset. */
export const scores = {
  performance: 99,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
} as const

export function holds({ figure, limit, bound }: Finding): boolean {
  return bound === 'at most' ? figure <= limit : figure >= limit
}

/** A line of the report; a figure beyond its limit is marked. */
export function line(finding: Finding): string {
  const { what, figure, limit, bound, unit } = finding
  const mark = holds(finding) ? ' ' : '✗'
  const shown = `${Number(figure.toFixed(2))}${unit}`
  return `${mark} ${what.padEnd(48)} ${shown.padStart(10)}   ${bound} ${limit}${unit}`
}
