/**
 * Visitors with two tabs each, who log in, count in both tabs at once and log
 * out. They know what they have counted, so they notice each lost update, and
 * each session that answers after its logout.
 */
import { type Answer, Wire } from './wire.ts'

/** A server under load, which can be killed and started again. */
export interface Site {
  readonly port: number
  /** Whether its sessions outlive the process. */
  readonly keeps: boolean
  /** Kills its process and starts it again; resolved when it answers. */
  restart(): Promise<void>
}

/** What the visitors of one store met. */
export interface Met {
  /** Answers. */
  requests: number
  /** Answers in a second in which the server was not down. */
  perSecond: number
  /** Requests that the kill cut off. */
  cut: number
  /** Other requests without an answer, and answers that nobody may get. */
  errors: number
  /** Acknowledged updates that a later answer did not know. */
  lost: number
  /** Sessions that answered after their logout. */
  risen: number
  /** Sessions that were gone after the restart, where memory holds them. */
  ended: number
}

/** How much load there is: for some seconds, or for some logins in all. */
export type Load = { readonly visitors: number } & (
  | { readonly seconds: number }
  | { readonly logins: number }
)

const tabs = ['a', 'b'] as const
type Tab = (typeof tabs)[number]

/** How often each tab counts between a login and the logout. */
const rounds = 8

/** Milliseconds until a visitor whose request failed tries again. */
const pause = 20

/** What a visitor knows of his session. */
interface Known {
  readonly cookie: string
  /** How often the server had been killed when the session began. */
  readonly kills: number
  /** By tab: what was acknowledged, and how many updates may be done besides. */
  readonly counts: Record<Tab, { acknowledged: number; unknown: number }>
  gone: boolean
}

/** Lets visitors use a site, kills it in the middle, and counts. */
export async function visit(site: Site, load: Load): Promise<Met> {
  const met = { requests: 0, cut: 0, errors: 0, lost: 0, risen: 0, ended: 0 }
  const most = 100 * load.visitors
  const begun = performance.now()
  let logins = 0
  let kills = 0
  let down = 0
  let up = Promise.resolve()
  /** How often the server had been killed when each connection began. */
  const connected = new WeakMap<Wire, number>()

  const share = () =>
    'seconds' in load
      ? (performance.now() - begun) / load.seconds / 1000
      : logins / load.logins

  async function restart(): Promise<void> {
    const from = performance.now()
    await site.restart()
    down += performance.now() - from
  }

  /** The answer, and how often the server had been killed before the request. */
  async function send(
    wire: Wire,
    line: string,
    cookie = '',
  ): Promise<(Answer & { kills: number }) | undefined> {
    if (kills === 0 && share() >= 0.5) {
      kills += 1
      up = restart()
    }
    // While it waits, another visitor may kill the server.
    for (let waited: unknown; waited !== up; await waited) waited = up
    const before = kills
    // The news that a killed server's connections have ended may come late.
    if (connected.get(wire) !== kills) wire.close()
    connected.set(wire, kills)
    try {
      const answer = await wire.send(line, cookie)
      met.requests += 1
      if (answer.status === 200 || answer.status === 401)
        return { ...answer, kills: before }
      met.errors += 1
    } catch {
      if (kills === before) met.errors += 1
      else met.cut += 1
    }
    if (met.errors > most) throw new Error(`${line}: ${most} errors are enough`)
    await new Promise((done) => setTimeout(done, pause))
    return undefined
  }

  /** The same, again and again until there is an answer. */
  async function insist(wire: Wire, line: string, cookie = '') {
    for (;;) {
      const answer = await send(wire, line, cookie)
      if (answer) return answer
    }
  }

  /** Compares a count with what is known, and knows it from now on. */
  function learn(known: Known, tab: Tab, count: number, added: 0 | 1): void {
    const at = known.counts[tab]
    const least = at.acknowledged + added
    if (count < least) met.lost += least - count
    if (!(count <= least + at.unknown)) met.errors += 1
    at.acknowledged = count
    at.unknown = 0
  }

  /** The server knows the session no more, although nobody logged out. */
  function lose(known: Known): void {
    if (known.gone) return
    known.gone = true
    if (kills > known.kills && !site.keeps) met.ended += 1
    // Even a session in which nothing was counted is worth a login.
    else
      met.lost += 1 + known.counts.a.acknowledged + known.counts.b.acknowledged
  }

  async function count(wire: Wire, known: Known, tab: Tab): Promise<void> {
    const answer = await send(wire, `POST /count/${tab}`, known.cookie)
    if (!answer) known.counts[tab].unknown += 1
    else if (answer.status === 401) lose(known)
    else learn(known, tab, Number(answer.body), 1)
  }

  async function logIn(wire: Wire): Promise<Known> {
    const { cookie, kills } = await insist(wire, 'POST /login')
    const zero = () => ({ acknowledged: 0, unknown: 0 })
    const counts = { a: zero(), b: zero() }
    return { cookie, kills, counts, gone: false }
  }

  async function look(wire: Wire, known: Known): Promise<void> {
    const { status, body } = await insist(wire, 'GET /', known.cookie)
    if (status === 401) return lose(known)
    const counts = body.split(' ').map(Number)
    for (const [i, tab] of tabs.entries())
      learn(known, tab, counts[i] ?? Number.NaN, 0)
  }

  /** Logs out in one tab while the other one counts. */
  async function logOut(a: Wire, b: Wire, known: Known): Promise<void> {
    await Promise.all([
      insist(a, 'POST /logout', known.cookie),
      send(b, 'POST /count/b', known.cookie),
    ])
    const { status } = await insist(a, 'GET /', known.cookie)
    if (status === 200) met.risen += 1
  }

  async function visitor(): Promise<void> {
    const [a, b] = [new Wire(site.port), new Wire(site.port)]
    while (share() < 1) {
      logins += 1
      const known = await logIn(a)
      for (let round = 0; round < rounds && !known.gone; round++)
        await Promise.all([count(a, known, 'a'), count(b, known, 'b')])
      if (!known.gone) await look(a, known)
      if (!known.gone) await logOut(a, b, known)
    }
    a.close()
    b.close()
  }

  await Promise.all(Array.from({ length: load.visitors }, visitor))
  const seconds = (performance.now() - begun - down) / 1000
  return { ...met, perSecond: met.requests / seconds }
}
