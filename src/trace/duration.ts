/** Durations in Go's notation: `10s`, `993ms`, `1h0m5s`, `-1.5h`. */
import { ParseError, quote } from './error.ts'

/** A unit and its nanoseconds. */
type Unit = readonly [name: string, nanoseconds: bigint]

/** The units that are written, largest first. */
const LARGER: readonly Unit[] = [
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
]

/** The unit that is written if no larger one will do. */
const SMALLEST: Unit = ['ns', 1n]

const UNITS = new Map<string, bigint>([
  ...LARGER,
  SMALLEST,
  ['\u00b5s', 1_000n], // micro sign
  ['\u03bcs', 1_000n], // Greek mu
])

/** A number with its fraction and its unit. It matches at each place. */
const PART = /(\d*)(\.\d*)?([^\d.]*)/
type Part = [
  all: string,
  whole: string,
  fraction: string | undefined,
  unit: string,
]

const LIMIT = 1n << 63n

/**
 * Reads a duration by the rules of Go's `time.ParseDuration`.
 * @returns Nanoseconds, within int64.
 * @throws {ParseError} If it is malformed, has no unit, or does not fit.
 */
export function parseDuration(text: string): bigint {
  const bare = text.replace(/^[+-]/, '')
  if (bare === '0') {
    return 0n
  }
  let sum = 0n
  let rest = bare
  do {
    const part = PART.exec(rest) as unknown as Part
    const [all, whole, fraction = '', unit] = part
    const scale = UNITS.get(unit)
    if (/^\.?$/.test(whole + fraction) || scale === undefined) {
      throw new ParseError('duration', { found: quote(text) })
    }
    sum += BigInt(whole) * scale + fractionOf(fraction, scale)
    rest = rest.slice(all.length)
  } while (rest !== '')
  const duration = text.startsWith('-') ? -sum : sum
  if (duration < -LIMIT || duration >= LIMIT) {
    throw new ParseError('durationRange', { found: quote(text) })
  }
  return duration
}

/**
 * The nanoseconds of a fraction such as `.25`. As in Go, digits that no longer
 * fit int64 are ignored, and parts of a nanosecond are cut off in floating
 * point.
 */
function fractionOf(fraction: string, unit: bigint): bigint {
  let digits = 0n
  let scale = 1
  for (const digit of fraction.slice(1)) {
    const more = digits * 10n + BigInt(digit)
    // Stryker disable next-line EqualityOperator: this digit changes no result
    if (more > LIMIT) {
      break
    }
    digits = more
    scale *= 10
  }
  return BigInt(Math.floor(Number(digits) * (Number(unit) / scale)))
}

/** Writes nanoseconds in the largest unit that needs no fraction. */
export function formatDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s'
  const fits = ([, scale]: Unit) => nanoseconds % scale === 0n
  const [unit, scale] = LARGER.find(fits) ?? SMALLEST
  return `${nanoseconds / scale}${unit}`
}
