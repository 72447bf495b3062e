/** The last measurements, as the tables and the chart of their page show them. */

import result from '../../../src/bench/result.json'
import type { Interface } from '../../site/interface.ts'
import { number } from '../../site/number.ts'

export { result }

type Strings = Interface['theme']['measurements']

const files = import.meta.glob<Partial<Interface['theme']>>(
  '../../../docs/*/interface.json',
  { eager: true, import: 'theme' },
)
const of = (locale: string): Partial<Strings> | undefined =>
  files[`../../../docs/${locale}/interface.json`]?.measurements

/** The strings of a locale; English ones replace those that it lacks. */
export const stringsOf = (localeIndex: string): Strings =>
  ({ ...of('en'), ...of(localeIndex) }) as Strings

/** A store's figures at one size. */
export type Figures = (typeof result.sizes)[number]['stores']['port']

/** A number with three significant digits, in the format of `language`. */
export function figure(n: number, language: string): string {
  return number(Number(n.toPrecision(3)), language, 3)
}

/** The chart's size and its margins, in units of its view box. */
export const chart = {
  width: 720,
  height: 372,
  left: 88,
  right: 210,
  // Room for the unit above the topmost figure.
  top: 32,
  bottom: 60,
}

const sessions = result.sizes.map((size) => size.sessions)
const times = result.sizes.flatMap((size) =>
  Object.values(size.stores).map((store) => store.collectNoneMicroseconds),
)
const lowest = Math.floor(Math.log10(Math.min(...times)))
const highest = Math.ceil(Math.log10(Math.max(...times)))

/** Both axes are logarithmic, because the figures span seven powers of ten. */
function x(n: number): number {
  const [first, last] = [
    Math.log10(sessions[0] ?? 1),
    Math.log10(sessions.at(-1) ?? 1),
  ]
  const inner = chart.width - chart.left - chart.right
  return chart.left + ((Math.log10(n) - first) / (last - first || 1)) * inner
}

function y(microseconds: number): number {
  const inner = chart.height - chart.top - chart.bottom
  const share = (Math.log10(microseconds) - lowest) / (highest - lowest)
  return chart.height - chart.bottom - share * inner
}

/** Marks along the axes. */
export const ticks = {
  sessions: sessions.map((value) => ({ value, at: x(value) })),
  times: Array.from({ length: highest - lowest + 1 }, (_, i) => {
    const value = 10 ** (lowest + i)
    return { value, at: y(value) }
  }).filter((_, i, all) => all.length < 8 || i % 2 === 0),
}

/** The height of a line of text, also in Chinese and Japanese. */
const lineHeight = 24

/** Moves labels until they are a line's height apart, above the lower axis. */
function spread(wanted: number[]): number[] {
  const places = [...wanted]
  const order = [...places.keys()].sort(
    (a, b) => (places[a] ?? 0) - (places[b] ?? 0),
  )
  for (const [i, index] of order.entries()) {
    const above = order[i - 1]
    if (above === undefined) continue
    const least = (places[above] ?? 0) + lineHeight
    places[index] = Math.max(places[index] ?? 0, least)
  }
  let most = chart.height - chart.bottom
  for (const index of order.toReversed()) {
    places[index] = Math.min(places[index] ?? 0, most)
    most = (places[index] ?? 0) - lineHeight
  }
  return places
}

const names = Object.keys(result.sizes[0]?.stores ?? {})
const drawn = names.map((name) => ({
  name,
  points: result.sizes.flatMap((size) => {
    const store = (size.stores as Record<string, Figures>)[name]
    return store
      ? [{ x: x(size.sessions), y: y(store.collectNoneMicroseconds) }]
      : []
  }),
}))
const labels = spread(drawn.map((line) => line.points.at(-1)?.y ?? 0))

/** One line per store, with its label at the right end. */
export const lines = drawn.map((line, i) => ({
  ...line,
  path: line.points.map((point) => `${point.x},${point.y}`).join(' '),
  label: labels[i] ?? 0,
}))
