/** Reads the registry of claims, and the traces that show them. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Step } from '../src/trace/engine.ts'
import { formatExpectation, formatResult } from '../src/trace/format.ts'
import { parse } from '../src/trace/parse.ts'
import type { Trace } from '../src/trace/trace.ts'
import registry from './claims.json' with { type: 'json' }

/** One checkable statement with a permanent id. */
export interface Claim {
  id: string
  kind: string
  /** The chunk of the listing that it is about. */
  symbol: string
  /** What shows it: a trace, a test, or Go's own tools. */
  evidence: string
  /** The page that states it, if not the chapter. */
  page?: string
}

export const claims: readonly Claim[] = registry

/** The kinds of claims, in the registry's order, as the report names them. */
export const kinds = {
  stated: 'stated by the prose',
  shown: 'shown by the code',
  surprise: 'surprises',
  differs: 'differs',
} as const

const folder = 'test/claims'

/** The ids of all trace files, even if no claim has the id. */
export function tracedIds(): string[] {
  const files = readdirSync(new URL('claims/', import.meta.url))
  return files.map((file) => file.replace(/\.trace$/, '')).sort()
}

/** The trace that shows a claim. */
export function traceOf(id: string): Trace {
  const file = `${id}.trace`
  const text = readFileSync(new URL(`claims/${file}`, import.meta.url), 'utf8')
  return parse(text, `${folder}/${file}`)
}

/** The failed expectations of a run: place, line, and the actual result. */
export function failures(trace: Trace, steps: readonly Step[]): string[] {
  return trace.operations.flatMap((operation, index) => {
    const step = steps[index]
    if (step?.ok) {
      return []
    }
    const { name, line, text, expected } = operation
    const came =
      step?.error ??
      (step?.result === undefined ? '' : formatResult(name, step.result))
    const wanted = expected ? formatExpectation(name, expected) : 'no error'
    return [`${trace.file}:${line}: ${text}: got ${came}, expected ${wanted}`]
  })
}
