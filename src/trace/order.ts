/** The orders that both engines share, where the language leaves one open. */
import type { Scalar } from './trace.ts'

/** Orders strings by code point, as Go orders their bytes. */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && a[at] === b[at]) {
    at++
  }
  if (at === shorter) {
    return a.length - b.length
  }
  // Only the second halves of two pairs can differ here as well as the first.
  return rank(a.charCodeAt(at)) - rank(b.charCodeAt(at))
}

/** Surrogates stand for what is above the whole of the first plane. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** Orders keys: by type, then by value. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return compareCodePoints(a, b)
  }
  if (typeof a === typeof b) {
    return Number(a) - Number(b)
  }
  return typeof a < typeof b ? -1 : 1
}

/** Sorts the values of a session by their keys, in place. */
export function sortByKey(values: [Scalar, Scalar][]): [Scalar, Scalar][] {
  return values.length > 1
    ? values.sort(([a], [b]) => compareScalars(a, b))
    : values
}
