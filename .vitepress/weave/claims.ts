/** Reads the registry of claims. */

import { didYouMean } from '../../src/nearest.ts'
import { lineAt, parseJson } from './json.ts'
import { fail } from './problem.ts'
import { claimsFile, type Project } from './project.ts'

/** Stated by the prose, shown by the code, unsaid, or other in TypeScript. */
export const kinds = ['stated', 'shown', 'surprise', 'differs'] as const

/** One of the four kinds. */
export type Kind = (typeof kinds)[number]

/** A claim of the registry. */
export interface Claim {
  readonly id: string
  readonly kind: Kind
  /** The chunk of the listing that it is about. */
  readonly symbol: string
  /** How it is shown: by a trace, a test, or Go's own tools. */
  readonly evidence: string
  /** What its record must show, each as `name >= value`; empty without one. */
  readonly record: readonly string[]
  /** Its line in the registry. */
  readonly line: number
}

/**
 * The registered claims, by id.
 * @throws {WeaveError} If the registry cannot be read, or a claim lacks its
 * id or a known kind, or has another's id.
 */
export function readClaims(project: Project): Map<string, Claim> {
  const text = project.read(claimsFile)
  const data = parseJson(claimsFile, text)
  if (!Array.isArray(data)) fail(claimsFile, 1, 'is not a list of claims')
  const claims = new Map<string, Claim>()
  for (const { id, kind, symbol, evidence, record = [] } of data as Record<
    string,
    unknown
  >[]) {
    const at = text.search(new RegExp(`"id"\\s*:\\s*${JSON.stringify(id)}`))
    const line = lineAt(text, Math.max(at, 0))
    if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) {
      fail(
        claimsFile,
        line,
        `${JSON.stringify(id)} is no id; write words-like-this`,
      )
    }
    const known = kinds.find((each) => each === kind)
    if (!known) {
      const near = didYouMean(String(kind), kinds)
      fail(
        claimsFile,
        line,
        `claim "${id}" has the kind "${kind}"${near || `; the kinds are ${kinds.join(', ')}`}`,
      )
    }
    if (claims.has(id)) {
      fail(claimsFile, line, `claim "${id}" stands twice; delete one`)
    }
    claims.set(id, {
      id,
      kind: known,
      symbol: String(symbol),
      evidence: String(evidence),
      record: (record as unknown[]).map(String),
      line,
    })
  }
  return claims
}

/** The ids of the claims that a trace shows. */
export function tracesOf(claims: ReadonlyMap<string, Claim>): string[] {
  return [...claims.values()]
    .filter(({ evidence }) => evidence === 'trace')
    .map(({ id }) => id)
}
