/** Tests that the manager collects in the background and blocks nothing. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it, vi } from 'vitest'
import { pder } from '../src/providers/memory.ts'
import * as session from '../src/session.ts'
import { sids, start, useVirtualTime, wait } from './virtual-time.ts'

useVirtualTime()

/** A store that notes the times of its collections, in seconds. */
class Counting implements session.Provider {
  passes: number[] = []
  sessionInit = pder.sessionInit.bind(pder)
  sessionRead = pder.sessionRead.bind(pder)
  sessionDestroy = pder.sessionDestroy.bind(pder)
  sessionGC(): void {
    this.passes.push((Date.now() - start) / 1000)
  }
}

const counting = new Counting()
session.register('counting', counting)

/** Starts a manager for the counting store; returns its growing passes. */
function gcEvery(seconds: number): number[] {
  const passes: number[] = []
  counting.passes = passes
  session.newManager('counting', 'gosessionid', seconds).gc()
  return passes
}

it('gc-in-background: collects at once', () => {
  pder.sessionInit('a')
  wait(11)
  session.newManager('memory', 'gosessionid', 10).gc()
  expect(sids()).toEqual([])
})

it('gc-in-background: collects again after each lifetime', () => {
  const passes = gcEvery(10)
  expect(passes).toEqual([0])
  wait(9.999)
  expect(passes).toEqual([0])
  wait(0.001)
  expect(passes).toEqual([0, 10])
  wait(35)
  expect(passes).toEqual([0, 10, 20, 30, 40])
})

it('gc-in-background: a session is removed by the second pass after its last use', () => {
  session.newManager('memory', 'gosessionid', 10).gc()
  wait(5)
  pder.sessionInit('a')
  wait(14)
  expect(sids()).toEqual(['a'])
  wait(1)
  expect(sids()).toEqual([])
})

it('gc-in-background: each call starts its own series', () => {
  const passes = gcEvery(10)
  wait(5)
  session.newManager('counting', 'gosessionid', 10).gc()
  wait(20)
  expect(passes).toEqual([0, 5, 10, 15, 20, 25])
})

it.each([0, -10])(
  'gc-in-background: with a lifetime of %i s it collects continuously and blocks nothing',
  (lifetime) => {
    const passes = gcEvery(lifetime)
    expect(passes).toEqual([0])
    let ran = false
    setTimeout(() => {
      ran = true
    }, 50)
    vi.advanceTimersByTime(50)
    expect(ran).toBe(true)
    expect(passes.length).toBeGreaterThan(10)
    expect(passes.length).toBeLessThan(100)
  },
)

it('gc-in-background: no lifetime keeps a process alive', {
  timeout: 300_000,
}, async () => {
  const program = ['src/cmd/run.mjs', 'test/gc-program.ts']
  const run = promisify(execFile)(
    process.execPath,
    [...program, '3600', '0', '-10'],
    // Much shorter than the lifetime of 3600 s, and long on a busy machine.
    { timeout: 240_000, cwd: new URL('..', import.meta.url) },
  )
  expect((await run).stdout).toBe('turns: 3\n')
})
