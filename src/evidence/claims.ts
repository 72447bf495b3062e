/** Reads the registry of claims. */

import { cacheByFile } from '../project/cache.ts'
import { readJson } from '../project/json.ts'
import { fail } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import { didYouMean } from '../trace/did-you-mean.ts'

/**
 * The kinds of claims: the prose states it, the code shows it, it follows
 * although neither says it, or TypeScript differs from Go.
 */
export const kinds = ['stated', 'shown', 'surprise', 'differs'] as const

/** The kind of a claim. */
export type Kind = (typeof kinds)[number]

/** A claim of the registry. */
export interface Claim {
  readonly id: string
  readonly kind: Kind
  /** The chunk of the listing that it is about. */
  readonly symbol: string
  /** The page that states it, such as `session-storage`. */
  readonly page: string
  /** How it is shown: by a trace, a test, or Go's own tools. */
  readonly evidence: string
  /** Conditions for its record, such as `name >= 1`; empty without a record. */
  readonly record: readonly string[]
  /** Its line in the registry. */
  readonly line: number
}

/** The registry's file. */
export const claimsFile = 'test/claims.json'

/** The page of the claims that name none. */
const defaultPage = 'session-storage'

/** The file of a claim's trace. */
export const traceFile = (id: string): string => `test/claims/${id}.trace`

/**
 * The registered claims, by id.
 * @throws {ProblemError} If the registry cannot be read, or a claim has no
 * id, an unknown kind, or another claim's id.
 */
export const readClaims = (project: Project): ReadonlyMap<string, Claim> =>
  parse(claimsFile, project.read(claimsFile))

const parse = cacheByFile((file, text): ReadonlyMap<string, Claim> => {
  const { value, lineOf } = readJson(file, text)
  if (!Array.isArray(value)) fail(claimsFile, 1, 'is not a list of claims')
  const claims = new Map<string, Claim>()
  for (const [index, entry] of value.entries()) {
    const { id, kind, symbol, page, evidence, record = [] } = entry ?? {}
    const line = lineOf(index, 'id')
    const refuse = (message: string) => fail(claimsFile, line, message)
    if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) {
      return refuse(`${JSON.stringify(id)} is not an id; write words-like-this`)
    }
    const known = kinds.find((each) => each === kind)
    if (!known) {
      const near = didYouMean(String(kind), kinds)
      const advice = near || `; the kinds are ${kinds.join(', ')}`
      return refuse(`claim "${id}" has the kind "${kind}"${advice}`)
    }
    if (claims.has(id)) refuse(`claim "${id}" occurs twice; delete one`)
    claims.set(id, {
      id,
      kind: known,
      symbol: String(symbol),
      page: String(page ?? defaultPage),
      evidence: String(evidence),
      record: (record as unknown[]).map(String),
      line,
    })
  }
  return claims
})

/** The ids of the claims that a trace shows. */
export function tracesOf(claims: ReadonlyMap<string, Claim>): string[] {
  return [...claims.values()]
    .filter(({ evidence }) => evidence === 'trace')
    .map(({ id }) => id)
}
