/**
 * Measures the CPU time of programs, which hardly depends on the load of the
 * machine.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Loaded before the program; writes the CPU time to a file when it ends. */
const preload = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs'
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    if (process.env.CPU_TIME) writeFileSync(process.env.CPU_TIME, String(user + system))
  })
`)}`

/**
 * Runs a Node program.
 * @param args The program's file and its arguments.
 * @returns Seconds of CPU time, of all its threads.
 * @throws {Error} If it fails.
 */
export function cpuSeconds(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): number {
  const folder = mkdtempSync(join(tmpdir(), 'session-storage-cpu-'))
  const file = join(folder, 'microseconds')
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', preload, ...args],
      { env: { ...process.env, CPU_TIME: file, ...env }, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
    return Number(readFileSync(file, 'utf8')) / 1e6
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Compares two programs, measured in turn. A busy machine only adds to a
 * program's CPU time, so the smallest of each says most; while the ratio is
 * above the limit, further rounds can only bring it nearer to the truth.
 * @param rounds At least 1; at most three times as many are run.
 * @returns The ratio of the smallest times, and these times.
 */
export function compare(
  rounds: number,
  limit: number,
  program: () => number,
  yardstick: () => number,
): { ratio: number; seconds: number; yardstick: number } {
  let [above, below] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 1; round <= 3 * rounds; round++) {
    below = Math.min(below, yardstick())
    above = Math.min(above, program())
    if (round >= rounds && above / below <= limit) break
  }
  return { ratio: above / below, seconds: above, yardstick: below }
}
