/** Runs the tests of the Redis store in Go. */
import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { goTest, goVersion } from './go.ts'
import { record } from './record.ts'

const version = await goVersion()
if (version === undefined) {
  console.log(
    'Go is not installed: the tests of the Redis store in Go are left out',
  )
}

it.runIf(version)(
  'differs-async: the store in Go passes its tests behind the interfaces of the listing',
  async () => {
    const { passed, output } = await goTest()
    expect(passed, output).toBe(true)
    // It compiled, so the store in Go has the methods of session.go.
    await record('differs-async', { interfaces_stay_in_go: { value: passed } })
  },
)

it.runIf(version)('go vet: reports nothing', () => {
  const cwd = new URL('../../go-reference/providers/redis', import.meta.url)
  expect(execFileSync('go', ['vet', './...'], { cwd, encoding: 'utf8' })).toBe(
    '',
  )
})
