/**
 * Counts the calls of functions in a Node program. It is a measure of its work
 * that neither the speed nor the load of the machine changes: two runs differ
 * by about a thousandth.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What V8 writes for each thread that it measures, as far as it is read here. */
interface Coverage {
  result: { functions: { ranges: { count: number }[] }[] }[]
}

/**
 * Runs a Node program, with its child processes.
 * @param args The program's file and its arguments.
 * @returns The number of calls, and the seconds that it took.
 * @throws {Error} If it fails.
 */
export function measure(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { calls: number; seconds: number } {
  const folder = mkdtempSync(join(tmpdir(), 'session-storage-calls-'))
  try {
    const begun = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, {
      env: { ...process.env, ...env, NODE_V8_COVERAGE: folder },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
    const seconds = (performance.now() - begun) / 1000
    const calls = readdirSync(folder).map((file) =>
      callsIn(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    )
    return { calls: calls.reduce((sum, some) => sum + some, 0), seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function callsIn({ result }: Coverage): number {
  let calls = 0
  for (const { functions } of result) {
    // The first range of a function is its whole body.
    for (const { ranges } of functions) calls += ranges[0]?.count ?? 0
  }
  return calls
}
