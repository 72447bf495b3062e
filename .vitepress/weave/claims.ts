/** Reads the registry of claims, and draws a claim's mark. */
import { lineAt, parseJson } from './json.ts'
import { fail } from './problem.ts'
import { claimsFile, type Project } from './project.ts'

/** A claim of the registry. */
export interface Claim {
  readonly id: string
  readonly kind: string
  /** Its line in the registry. */
  readonly line: number
}

/**
 * The registered claims, by id.
 * @throws {WeaveError} If the registry cannot be read, or a claim lacks its
 * id or kind, or has another's id.
 */
export function readClaims(project: Project): Map<string, Claim> {
  const text = project.read(claimsFile)
  const data = parseJson(claimsFile, text)
  if (!Array.isArray(data)) fail(claimsFile, 1, 'is not a list of claims')
  const claims = new Map<string, Claim>()
  for (const { id, kind } of data as { id?: unknown; kind?: unknown }[]) {
    const at = text.search(new RegExp(`"id"\\s*:\\s*${JSON.stringify(id)}`))
    const line = lineAt(text, Math.max(at, 0))
    if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) {
      fail(
        claimsFile,
        line,
        `${JSON.stringify(id)} is no id; write words-like-this`,
      )
    }
    if (typeof kind !== 'string') {
      fail(claimsFile, line, `claim "${id}" has no kind; write one`)
    }
    if (claims.has(id)) {
      fail(claimsFile, line, `claim "${id}" stands twice; delete one`)
    }
    claims.set(id, { id, kind, line })
  }
  return claims
}

/** The mark that follows the sentence which states a claim. */
export function claimMark({ id, kind }: Pick<Claim, 'id' | 'kind'>): string {
  const anchor = `claim-${id}`
  return `<a class="claim" data-kind="${kind}" id="${anchor}" href="#${anchor}" title="${id}"><code>${id}</code></a>`
}
