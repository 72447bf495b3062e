/** Runs the tests of the Go module of the Redis store, if Go is installed. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { root } from '../node.ts'

const run = promisify(execFile)
const cwd = `${root}go-reference/providers/redis`

/** Go's version, such as `go1.26.8`; undefined if Go is to be left out. */
export async function goVersion(): Promise<string | undefined> {
  if (process.env.WITHOUT_GO) return undefined
  const found = await run('go', ['env', 'GOVERSION'], { cwd }).catch(() => null)
  return found?.stdout.trim()
}

/** Whether Go can link its race detector, for which it needs a C compiler. */
const canDetectRaces = async (): Promise<boolean> =>
  await run('cc', ['--version']).then(
    () => true,
    () => false,
  )

/**
 * Runs tests of the module, with the race detector if it can be linked.
 * @param pattern Names them, for `go test -run`; all without it.
 * @param cluster The servers of a cluster, for the test that needs one.
 * @returns What it printed, and whether all passed.
 */
export async function goTest(
  pattern = '',
  cluster = '',
): Promise<{ passed: boolean; output: string }> {
  const race = (await canDetectRaces()) ? ['-race'] : []
  const args = ['test', ...race, '-count=1', '-v', '-run', pattern, '.']
  const env = { ...process.env, REDIS_CLUSTER: cluster }
  const more = { cwd, env, maxBuffer: 2 ** 26 }
  return await run('go', args, more).then(
    ({ stdout }) => ({ passed: true, output: stdout }),
    ({ stdout, stderr }) => ({ passed: false, output: stdout + stderr }),
  )
}

/**
 * Runs one race of the Go store; undefined if Go is not installed.
 * @throws {Error} If the test fails for another reason than the race.
 */
export async function goRaces(
  name: string,
): Promise<{ rounds: number; failures: number } | undefined> {
  if ((await goVersion()) === undefined) return undefined
  const { output } = await goTest(`TestRaces/${name}`)
  const [, failures, rounds] = /raced: (\d+) of (\d+)/.exec(output) ?? []
  if (rounds === undefined) throw new Error(output)
  return { rounds: Number(rounds), failures: Number(failures) }
}
