/** What is wrong and where, and the error that stops a build with it. */

/** One thing to mend. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  readonly file: string
  /** Line in that file, from 1. */
  readonly line: number
  /** The bad name, the nearest good one, and what to do. */
  readonly message: string
}

/** `FILE:LINE: message`, as editors and terminals turn into a link. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`
}

/** Stops the weaving; its message lists the problems, one a line. */
export class WeaveError extends Error {
  override readonly name = 'WeaveError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems
  }
}

/** Ends the weaving at one place. @throws {WeaveError} Always. */
export function fail(file: string, line: number, message: string): never {
  throw new WeaveError([{ file, line, message }])
}

/** The problems for which `step` stopped: none if it came to its end. */
export function problemsOf(step: () => unknown): readonly Problem[] {
  try {
    step()
    return []
  } catch (error) {
    if (error instanceof WeaveError) return error.problems
    throw error
  }
}
