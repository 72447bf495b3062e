/**
 * Answers each surprise: the repair that ends it, with the edits that undo the
 * repair, or that it is left. The reasons are texts in docs/.
 */
import type { Edit } from './edit.ts'
import answers from './repairs.json' with { type: 'json' }

/** One repair of the listing. */
export interface Repair {
  /** Its permanent name, which is also that of its test in Go. */
  readonly name: string
  /** The ids of the surprises that it ends. */
  readonly surprises: readonly string[]
  /**
   * The regions of the repaired store in which it is. The first one has the
   * line that decides; if the manager has it, the first one is what it calls.
   */
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

/**
 * The ids of the surprises that are themselves remedies: nobody needs an answer
 * to them, although a repair makes their traces turn, too.
 */
export const remedies: readonly string[] = answers.remedies

/** The ids of the surprises that are left. */
export const left: readonly string[] = answers.left

/** The repair that ends a surprise; `undefined` if it is left. */
export const repairOf = (surprise: string): Repair | undefined =>
  repairs.find(({ surprises }) => surprises.includes(surprise))
