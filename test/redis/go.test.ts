/** Runs the tests of the Redis store in Go. */
import { expect, it } from 'vitest'
import { goTest, goVersion } from './go.ts'

const version = await goVersion()
if (version === undefined) {
  console.log(
    'Go is not installed: the tests of the Redis store in Go are left out',
  )
}

it.runIf(version)('go test: the Redis store in Go', async () => {
  const { passed, output } = await goTest()
  expect(passed, output).toBe(true)
})

it.runIf(version)('go vet: reports nothing', async () => {
  const { execFileSync } = await import('node:child_process')
  const cwd = new URL('../../go-reference/providers/redis', import.meta.url)
  expect(execFileSync('go', ['vet', './...'], { cwd, encoding: 'utf8' })).toBe(
    '',
  )
})
