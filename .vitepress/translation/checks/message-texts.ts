/** Reads an ICU message as the sentences that readers can get from it. */
import { IntlMessageFormat } from 'intl-messageformat'
import { once } from '../../../src/project/cache.ts'

/** A part of a message, as far as the checks read it. */
export interface Part {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { value: Part[] }>> | null
}

/** The parts of a message. @throws {Error} If it is none. */
export const parseMessage = once(
  (message: string): Part[] =>
    IntlMessageFormat.__parse?.(message, { ignoreTag: true }) ?? [],
)

/**
 * The sentences of a message, with one branch of each `plural` and `select`:
 * the first branches, the second ones, and so on. A message that cannot be read
 * is returned as it is, because the check `interface` reports it.
 */
export function textsOfMessage(message: string): string[] {
  if (!/\{\s*\w+\s*,/.test(message)) return [message]
  try {
    const parts = parseMessage(message)
    return Array.from({ length: mostOf(parts) }, (_, i) => textOf(parts, i))
  } catch {
    return [message]
  }
}

/** The greatest number of branches of a part. */
const mostOf = (parts: readonly Part[]): number =>
  Math.max(
    1,
    ...parts.map(branchesOf).flatMap((inner) => {
      return [inner.length, ...inner.map(mostOf)]
    }),
  )

/** The contents of the branches of a part; none if it has no branches. */
export const branchesOf = (part: Part): Part[][] =>
  Object.values(part.options ?? {}).map(({ value }) => value)

/** The text with the branches of one place, from 0. */
const textOf = (parts: readonly Part[], at: number): string =>
  parts
    .map((part) => {
      const branches = branchesOf(part)
      const branch = branches[Math.min(at, branches.length - 1)]
      if (branch) return textOf(branch, at)
      // A literal, a placeholder, or the number of a plural.
      if (part.value === undefined) return '#'
      return part.type === 0 ? part.value : `{${part.value}}`
    })
    .join('')
