/** Defines a problem in a file of the project and the error that reports it. */

/** One thing to correct. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  readonly file: string
  /** Line in that file, from 1. */
  readonly line: number
  /** The bad value, the nearest good one, and what to do. */
  readonly message: string
}

/** `FILE:LINE: message`, which editors and terminals turn into a link. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`
}

/** An error with problems. Its message has one line for each. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems
  }
}

/** Reports one problem. @throws {ProblemError} Always. */
export function fail(file: string, line: number, message: string): never {
  throw new ProblemError([{ file, line, message }])
}

/** Runs `step`. Returns the problems that it threw; none if it returned. */
export function problemsOf(step: () => unknown): readonly Problem[] {
  try {
    step()
    return []
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
}
