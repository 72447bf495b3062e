/** Starts a program of a browser and ends it. */
import { type ChildProcess, spawn } from 'node:child_process'

/** A running program. */
export interface Program {
  /** What the program has said about itself. */
  readonly said: string
  stop(): Promise<void>
}

/**
 * Starts a program and waits until it is ready.
 * @param ready Looks at what the program has printed. Called until it returns
 * what the program said.
 * @throws {Error} If the program cannot be started, or ends before.
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  ready: (printed: string) => Promise<string | undefined> | string | undefined,
  env: NodeJS.ProcessEnv = {},
): Promise<Program> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let printed = ''
  let failed = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (part) => {
      printed += part
    })
  child.on('error', () => {
    failed = `${command} cannot be started; is it installed?`
  })
  child.on('exit', (code, signal) => {
    failed ||= `${command} ended (${signal ?? code}) and said: ${printed}`
  })
  for (;;) {
    if (failed) throw new Error(failed)
    const said = await ready(printed)
    if (said !== undefined) return { said, stop: () => stop(child) }
    await new Promise((soon) => setTimeout(soon, 20))
  }
}

/** Ends the program and waits until it has ended. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill()
  await ended
}
