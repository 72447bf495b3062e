/**
 * Answers each surprise: the repair that ends it, with the edits that undo the
 * repair, or the reason why it is left.
 */
import type { Edit } from './edit.ts'
import answers from './repairs.json' with { type: 'json' }

/** One repair of the listing. */
export interface Repair {
  /** Its permanent name, which is also that of its test in Go. */
  readonly name: string
  /** The ids of the surprises that it ends. */
  readonly surprises: readonly string[]
  /** What it changes and why, in one English sentence. */
  readonly reason: string
  /** The regions of the repaired store in which it is. */
  readonly regions: readonly string[]
  /** What fails in Go without it: a test, the race detector or go vet. */
  readonly shownBy: string
  /** Edits of files in go-reference that undo it. */
  readonly go: readonly Edit[]
  /** Edits of files in src that undo it; none if only Go has the fault. */
  readonly port: readonly Edit[]
}

/** All repairs. */
export const repairs: readonly Repair[] = answers.repairs

/** Why a surprise is left, in one English sentence, by the surprise's id. */
export const left: Readonly<Record<string, string>> = answers.left

/** The repair that ends a surprise; `undefined` if it is left. */
export const repairOf = (surprise: string): Repair | undefined =>
  repairs.find(({ surprises }) => surprises.includes(surprise))
