/** What became of a claim on the port and on the original, and how it is seen. */
import type { Step } from '../../src/trace/engine.ts'
import type { Trace } from '../../src/trace/trace.ts'
import type { Claim } from '../weave/claims.ts'
import type { Problem } from '../weave/problem.ts'

/**
 * - `holds`: all that shows the claim on this engine came true.
 * - `fails`: something of it did not.
 * - `none`: the claim is not shown on this engine.
 * - `not-run`: there is no result, or it is older than the code.
 */
export type Verdict = 'holds' | 'fails' | 'none' | 'not-run'

/** The two sides that a claim is shown on. */
export const sides = ['port', 'original'] as const

/** The port, or the original. */
export type Side = (typeof sides)[number]

/** A test whose title begins with the claim's id. */
export interface ClaimTest {
  /** Path from the project's root. */
  readonly file: string
  /** Its title, without the id. */
  readonly title: string
  readonly passed: boolean
}

/** What Go printed when the original was last run natively. */
export interface Recorded {
  /** Path from the project's root. */
  readonly file: string
  /** Such as `go1.26.8 linux/amd64`. */
  readonly version: string
  /** What holds on every run. */
  readonly always: string
}

/** A claim's trace, as both engines have just run it. */
export interface TraceRun {
  readonly trace: Trace
  /** The text of its file. */
  readonly text: string
  /** One step for each operation. */
  readonly port: readonly Step[]
  readonly original: readonly Step[]
  /** What did not come true, or differs, each with its place. */
  readonly problems: readonly Problem[]
}

/** A claim with both verdicts and all its evidence. */
export interface Judged extends Claim, Readonly<Record<Side, Verdict>> {
  readonly run?: TraceRun
  readonly tests: readonly ClaimTest[]
  readonly recorded?: Recorded
}

/** All claims, in the registry's order. */
export interface Verdicts {
  readonly claims: ReadonlyMap<string, Judged>
  /** What keeps a verdict from being there, or from being `holds`. */
  readonly problems: readonly Problem[]
}
