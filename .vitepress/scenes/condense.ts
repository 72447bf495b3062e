/** Leaves out the middle of a long list. */

/** A list of at most this many entries is shown whole. */
export const longest = 12

/** How many entries of a longer list are shown at its front and at its back. */
const ends = [4, 3] as const

/** A list without its middle. */
export interface Condensed<Item> {
  readonly front: readonly Item[]
  /** The number of entries that are left out; 0 if none are. */
  readonly more: number
  readonly back: readonly Item[]
}

/** The ends of a list, or the whole list if it is short. */
export function condense<Item>(
  items: readonly Item[],
  most = longest,
): Condensed<Item> {
  if (items.length <= most) return { front: items, more: 0, back: [] }
  const [front, back] = ends
  return {
    front: items.slice(0, front),
    more: items.length - front - back,
    back: items.slice(-back),
  }
}
