/** Makes repaired stores for tests, and checks their invariants. */
import { Chain } from '../src/container/chain.ts'
import { Provider } from '../src/providers/repaired.ts'
import { checkChain } from './chain.ts'

/** An empty repaired store that is not registered. */
export function newRepaired(): Provider {
  const provider = new Provider(new Chain())
  provider.sessions = new Map()
  return provider
}

/**
 * Checks that the list and the map hold the same sessions, that none of them
 * has ended, and that the list is in order of use.
 * @returns The sids in the list, front to back.
 * @throws {Error} If a check fails.
 */
export function checkRepaired(provider: Provider): string[] {
  const listed = checkChain(provider.list)
  let last = Number.POSITIVE_INFINITY
  for (const store of listed) {
    const where = `session ${JSON.stringify(store.sid)}`
    ensure(provider.sessions.get(store.sid) === store, `${where}: not mapped`)
    ensure(!store.ended, `${where}: has ended`)
    ensure(store.timeAccessed <= last, `${where}: behind an older session`)
    ensure(store.pder === provider, `${where}: of another provider`)
    last = store.timeAccessed
  }
  ensure(provider.sessions.size === listed.length, 'map: more than the list')
  return listed.map(({ sid }) => sid)
}

function ensure(holds: boolean, broken: string): void {
  if (!holds) throw new Error(broken)
}
