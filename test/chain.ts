/** Checks the links of a chain. */
import type { Chain, Link } from '../src/container/chain.ts'

/**
 * Checks that the links of a chain agree in both directions.
 * @returns Its values, front to back.
 * @throws {Error} If a check fails.
 */
export function checkChain<T extends Link<T>>(chain: Chain<T>): T[] {
  const values: T[] = []
  let last: T | null = null
  for (let at = chain.front(); at !== null; at = at.after) {
    if (values.length >= chain.len() || at.before !== last) {
      throw new Error(`chain: wrong link at value ${values.length}`)
    }
    values.push(at)
    last = at
  }
  if (values.length !== chain.len() || chain.back() !== last) {
    throw new Error(`chain: ${values.length} values, len ${chain.len()}`)
  }
  return values
}
