/** Writes line numbers in a short form. */

/** Numbers as ranges, such as `79–81, 83`. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open && number <= open.last + 1) open.last = number
    else ranges.push({ first: number, last: number })
  }
  return ranges
    .map(({ first, last }) =>
      first === last ? `${first}` : `${first}–${last}`,
    )
    .join(', ')
}
