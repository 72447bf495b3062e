/** Tests that the visitors of `npm run load` notice each lie of a store. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { ours } from '../../src/bench/load/app.ts'
import { visit } from '../../src/bench/load/visitors.ts'
import { Memory } from '../../src/manager/memory.ts'
import type { Session } from '../../src/session.ts'

/** A store that counts its lies. */
class Lying extends Memory {
  lies = 0
}

/** Acknowledges one update of each session that it does not make. */
class Forgetful extends Lying {
  override sessionInit(sid: string): Session {
    const found = super.sessionInit(sid)
    const set = found.set.bind(found)
    let told = false
    found.set = (key, value) => {
      if (value !== 3 || told) return set(key, value)
      told = true
      this.lies += 1
    }
    return found
  }
}

/** Does not end every third session that it should end. */
class Immortal extends Lying {
  private calls = 0

  override sessionDestroy(sid: string): void {
    this.calls += 1
    if (this.calls % 3 === 0) this.lies += 1
    else super.sessionDestroy(sid)
  }
}

/** What a server's process would be. */
async function listen(store: Memory, port = 0): Promise<Server> {
  const server = createServer(ours(store)).listen(port, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  return server
}

const load = { visitors: 6, logins: 60 }

it.each([
  ['nothing of an honest store', Lying, 'lost', 0],
  ['each lost update', Forgetful, 'lost', 60],
  ['each risen session', Immortal, 'risen', 20],
] as const)('load: visitors notice %s', async (_, Store, where, lies) => {
  const store = new Store(3600)
  const server = await listen(store)
  const { port } = server.address() as AddressInfo
  const met = await visit({ port, keeps: true, restart: async () => {} }, load)
  server.close()
  expect(store.lies).toBe(lies)
  const none = { cut: 0, errors: 0, lost: 0, risen: 0, ended: 0 }
  expect(met).toMatchObject({ ...none, [where]: lies })
})

it.each([
  ['lost, if they should outlive it', true, 'lost', 'ended'],
  ['counted apart, if they are in memory', false, 'ended', 'lost'],
] as const)(
  'load: sessions that end with the process are %s',
  async (_, keeps, some, none) => {
    let server = await listen(new Memory(3600))
    const { port } = server.address() as AddressInfo
    const restart = async () => {
      server.close()
      server.closeAllConnections()
      server = await listen(new Memory(3600), port)
    }
    const met = await visit({ port, keeps, restart }, load)
    server.close()
    expect(met[some]).toBeGreaterThan(0)
    expect(met).toMatchObject({ errors: 0, risen: 0, [none]: 0 })
  },
)
