/** Durations in Go's notation: `10s`, `993ms`, `1h0m5s`, `-1.5h`. */
import { ParseError, quote } from './error.ts'

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n, // micro sign
  '\u03bcs': 1_000n, // Greek mu
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
}

/** The units that are written, largest first. */
const WRITTEN = ['h', 'm', 's', 'ms', 'us', 'ns'] as const

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
    const part = /^(\d*)(\.\d*)?([^\d.]*)/.exec(rest)
    const [all = '', whole = '', fraction = '', unit = ''] = part ?? []
    const scale = Object.hasOwn(NANOSECONDS, unit) && NANOSECONDS[unit]
    if (/^\.?$/.test(whole + fraction) || !scale) {
      throw new ParseError('duration', { found: quote(text) })
    }
    sum += BigInt(whole || '0') * scale + fractionOf(fraction, scale)
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
    if (digits > (LIMIT - 1n) / 10n || more > LIMIT) {
      break
    }
    digits = more
    scale *= 10
  }
  return BigInt(Math.floor(Number(digits) * (Number(unit) / scale)))
}

/** Writes nanoseconds in the largest unit that needs no fraction. */
export function formatDuration(nanoseconds: bigint): string {
  const unit =
    nanoseconds === 0n
      ? 's'
      : WRITTEN.find((one) => nanoseconds % (NANOSECONDS[one] ?? 1n) === 0n)
  return `${nanoseconds / (NANOSECONDS[unit ?? 'ns'] ?? 1n)}${unit}`
}
