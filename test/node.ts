/** Runs Node programs, each in a process of its own. */
import { type ChildProcess, execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The exit code and the output of a program. */
export interface Ended {
  readonly code: unknown
  readonly stdout: string
  readonly stderr: string
}

/** What a program gets beside its arguments. */
export interface Given {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Its standard input. */
  readonly input?: string
  /** Is called with the process when it has started. */
  readonly watch?: (child: ChildProcess) => void
}

/** Runs Node and waits for its end, whatever the exit code. */
export function runNode(args: readonly string[], given: Given): Promise<Ended> {
  const { cwd = root, env, input, watch } = given
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd, env, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        const code = error ? (error.code ?? error.signal) : 0
        done({ code, stdout, stderr })
      },
    )
    // A program may end before it has read all of its input.
    child.stdin?.on('error', () => {}).end(input)
    watch?.(child)
  })
}

/** Runs a TypeScript program of the project. */
export const runProgram = (args: readonly string[], given: Given = {}) =>
  runNode(['src/cmd/run.mjs', ...args], given)
