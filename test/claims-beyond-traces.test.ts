/** Tests claims about the inside of operations and about edited ports. */
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPort } from '../src/evidence/edits.ts'
import { proposed } from '../src/evidence/mutants.ts'
import * as memory from '../src/providers/memory.ts'
import * as session from '../src/session.ts'
import * as time from '../src/time.ts'
import type { Engine, Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'
import { claims, kinds, traceOf } from './claims.ts'
import { longProbes, probes, readersProbes } from './probes.ts'

const port = { memory, session, time }

describe(kinds.shown, () => {
  it('set-stores-then-touches: runs in this order [port]', () => {
    probes['set-stores-then-touches'](port)
  })
  it('get-touches-then-reads: runs in this order [port]', () => {
    probes['get-touches-then-reads'](port)
  })
  it('delete-removes-then-touches: runs in this order [port]', () => {
    probes['delete-removes-then-touches'](port)
  })
})

describe('probes', () => {
  const all = Object.entries({ ...probes, ...longProbes })
  it.each(all)('probes: %s is a claim that holds for the port', (id, probe) => {
    expect(claims.map((claim) => claim.id)).toContain(id)
    probe(port)
  })
})

describe(kinds.surprise, () => {
  let withContinue: Engine
  let withPushFront: Engine

  beforeAll(async () => {
    withContinue = portEngine(
      await loadPort(proposed.continueAtLivingTail.edits),
    )
    withPushFront = portEngine(await loadPort(proposed.pushFront.edits))
  })

  it('continue-would-hang: the pass does not end while the clock does not move [port with continue]', async () => {
    const probe = readersProbes['continue-would-hang']
    probe.check(await loadPort(probe.edits))
  })

  it('continue-would-hang: a pass ends if it removes all sessions', () => {
    const text = 'init ana\ninit bo\nwait 11s\ngc 10\nlist =>\nvisited => 2'
    expect(run(withContinue, text).every(({ ok }) => ok)).toBe(true)
  })

  it('continue-would-hang: it ends when all have expired [port with continue]', async () => {
    const edited = await loadPort(proposed.continueAtLivingTail.edits)
    const { pder } = edited.memory
    // Each reading moves the clock by a millisecond.
    let milliseconds = 0
    edited.time.setClock(() => milliseconds++)
    pder.sessionInit('ana')
    pder.sessionInit('bo')
    pder.sessionGC(10)
    expect(pder.list.len()).toBe(0)
    expect(milliseconds).toBeGreaterThan(10_000)
  })

  it('push-front-repairs: no session shields others [port with pushFront]', async () => {
    const probe = readersProbes['push-front-repairs']
    probe.check(await loadPort(probe.edits))
  })

  it('push-front-repairs: the sessions of fresh-shields-expired are removed', () => {
    const text = `init ana\ninit bo\ninit cy\nwait 100s\ninit fresh\n
      list => fresh cy bo ana\ngc 10\nlist => fresh\nmap => fresh`
    expect(run(withPushFront, text).every(({ ok }) => ok)).toBe(true)
    // On the unedited port, the fresh session shields the others.
    const literal = portEngine(port).run([traceOf('fresh-shields-expired')])
    expect(literal[0]?.every(({ ok }) => ok)).toBe(true)
  })

  it('push-front-repairs: fails after the wall clock is set back', () => {
    const text = `init ana\nclock -1000s\ninit bo\nwait 500s\n
      gc 10\nlist => bo ana\nvisited => 1`
    expect(run(withPushFront, text).every(({ ok }) => ok)).toBe(true)
  })
})

function run(engine: Engine, text: string): Step[] {
  return engine.run([parse(text)])[0] ?? []
}
