/** Defines the verdicts of a claim on the port and on the original. */

import type { Problem } from '../project/problem.ts'
import type { Step } from '../trace/engine.ts'
import type { Trace } from '../trace/trace.ts'
import type { Claim } from './claims.ts'
import type { Value } from './condition.ts'

/**
 * - `holds`: all evidence on this engine confirms the claim.
 * - `fails`: at least one piece of evidence does not.
 * - `none`: there is no evidence on this engine.
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
  /** Whether it did not run, because it was skipped or left out. */
  readonly left?: boolean
  /** If it failed: the only sides on which it did. Undefined means all. */
  readonly failedOn?: readonly Side[] | undefined
}

/** One value that Go's tools measured. */
export interface Measured {
  readonly value: Value
  /** What a number counts, such as `sessions`. */
  readonly unit?: string
  /** Whether another run may measure another value. */
  readonly varies?: boolean
}

/** What Go's tools or a Redis server showed when they last ran. */
export interface Recorded {
  /** Path from the project's root. */
  readonly file: string
  /** Such as `go1.26.8 linux/amd64` or `Redis 7.0.15`. */
  readonly version: string
  /** The machine, if the record names it. */
  readonly machine: string | undefined
  /** Such as `2026-11-21`. */
  readonly date: string
  /** By name, as the claim's conditions use it. */
  readonly measured: ReadonlyMap<string, Measured>
  /** Whether the record shows what the claim says it must show. */
  readonly verdict: Verdict
}

/** A claim's trace, and its run on both engines. */
export interface TraceRun {
  readonly trace: Trace
  /** The text of its file. */
  readonly text: string
  /** One step for each operation. */
  readonly port: readonly Step[]
  readonly original: readonly Step[]
  /** Failed expectations and differences, each with its place. */
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
  /** A reason for each verdict that is missing or not `holds`. */
  readonly problems: readonly Problem[]
}
