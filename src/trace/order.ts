/** Sorts strings and keys, so that both engines report them in one order. */
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
  // If the first halves of two surrogate pairs are equal, the second halves
  // decide, and their ranks are in the order of the code points.
  return codePointRank(a.charCodeAt(at)) - codePointRank(b.charCodeAt(at))
}

/** Ranks surrogates last, because they encode code points above U+FFFF. */
function codePointRank(unit: number): number {
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
  return compareCodePoints(typeof a, typeof b)
}

/** Sorts the values of a session by their keys, in place. */
export function sortByKey(values: [Scalar, Scalar][]): [Scalar, Scalar][] {
  return values.sort(([a], [b]) => compareScalars(a, b))
}
