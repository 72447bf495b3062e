/**
 * Measures programs by the CPU time that they take, which hardly depends on
 * what else the machine does.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Loaded before the program: writes the CPU time down when it ends. */
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

/** The middle one of some figures. */
export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? Number.NaN

/**
 * Compares two programs, measured in turn.
 * @returns The median of the rounds' ratios, and both programs' medians.
 */
export function compare(
  rounds: number,
  program: () => number,
  yardstick: () => number,
): { ratio: number; seconds: number; yardstick: number } {
  const pairs = Array.from({ length: rounds }, () => {
    const below = yardstick()
    return { below, above: program() }
  })
  return {
    ratio: median(pairs.map(({ above, below }) => above / below)),
    seconds: median(pairs.map(({ above }) => above)),
    yardstick: median(pairs.map(({ below }) => below)),
  }
}
