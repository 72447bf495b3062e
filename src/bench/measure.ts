/**
 * Measures one store at one size, in a process of its own, and prints the
 * figures as one line of JSON: `measure.ts STORE SESSIONS`.
 */
import { median } from './median.ts'
import { hour, type Store, type StoreName, stores } from './stores.ts'

/** The figures that one process measures. Microseconds are per pass. */
export interface Figures {
  createPerSecond: number
  usePerSecond: number
  destroyPerSecond: number
  bytesPerSession: number
  collectNoneMicroseconds: number
  collectAllMicroseconds: number
}

const [name, count] = process.argv.slice(2)
const sessions = Number(count)

if (name === undefined || !(name in stores) || !(sessions > 0)) {
  console.error('usage: measure.ts STORE SESSIONS')
  process.exit(2)
}
const make: (separate?: boolean) => Store = stores[name as StoreName]

// The ids have 43 characters, as real session ids have. They are made before
// the heap is first measured, so that their memory is not counted.
const sids = Array.from({ length: sessions }, (_, i) =>
  String(i).padStart(43, 'session-'),
)

/** A fixed pseudo-random order, so that every store sees the same one. */
const order = new Uint32Array(Math.max(sessions, 100_000))
let seed = 1
for (let i = 0; i < order.length; i++) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  order[i] = seed % sessions
}

/** Runs `operation` `times` times. Returns the seconds until all are done. */
async function seconds(
  times: number,
  operation: (i: number, done: () => void) => void,
): Promise<number> {
  let open = times
  const done = () => {
    open--
  }
  const start = performance.now()
  for (let i = 0; i < times; i++) operation(i, done)
  while (open > 0) await new Promise(setImmediate)
  return (performance.now() - start) / 1000
}

function heap(): number {
  if (!globalThis.gc) throw new Error('start node with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

const sid = (i: number) => sids[order[i] as number] as string

function expect(store: Store, size: number, after: string): void {
  if (store.size() !== size)
    throw new Error(`${name}: ${store.size()} sessions after ${after}`)
}

/** Fills a new store; `ttl` is in milliseconds. Returns it and the seconds. */
async function filled(ttl: number, separate = false): Promise<[Store, number]> {
  const store = make(separate)
  const time = await seconds(sessions, (i, done) =>
    store.create(sids[i] as string, ttl, done),
  )
  expect(store, sessions, 'creating')
  return [store, time]
}

// Small stores are measured in many rounds: one round is too short to time, and
// the JavaScript engine must compile the measured code first.
const rounds = Math.ceil(300_000 / sessions)

const destroyCount = Math.min(sessions, 100_000)

/** The seconds of one round, for each of the three operations. */
async function measureRound(): Promise<[number, number, number]> {
  const [store, created] = await filled(hour)
  const uses = sessions < 100_000 ? sessions : order.length
  const used = await seconds(uses, (i, done) => store.use(sid(i), done))
  const destroyed = await seconds(destroyCount, (i, done) =>
    store.destroy(sids[i] as string, done),
  )
  expect(store, sessions - destroyCount, 'destroying')
  return [created / sessions, used / uses, destroyed / destroyCount]
}

/** The median of the rounds: other programs interrupt some of them. */
async function measureRounds(): Promise<[number, number, number]> {
  const found: [number, number, number][] = []
  for (let round = 0; round < rounds; round++) found.push(await measureRound())
  const middle = (at: 0 | 1 | 2) => median(found.map((each) => each[at]))
  return [middle(0), middle(1), middle(2)]
}

/**
 * Lifetime, in milliseconds, of the sessions that a pass must collect. It is
 * longer than a pause of the garbage collector: memorystore computes the rest
 * of the lifetime while it stores a session, and treats exactly 0 as no limit.
 */
const short = sessions < 100_000 ? 10 : 250

/** Waits without the event loop, so that a store's timers cannot run. */
function busyWait(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

async function collectAllTime(): Promise<number> {
  let sum = 0
  for (let round = 0; round < Math.min(rounds, 20); round++) {
    const [store] = await filled(short)
    busyWait(3 * short)
    sum += await seconds(1, (_, done) => store.collect(true, done))
    expect(store, 0, 'a pass with all expired')
  }
  return sum / Math.min(rounds, 20)
}

const [created, used, destroyed] = await measureRounds()
make()
const before = heap()
const kept: Store[] = []
for (let round = 0; round < rounds; round++)
  kept.push((await filled(hour, true))[0])
const bytes = (heap() - before) / kept.length
kept.length = 0

const [store] = await filled(hour)

// A single pass is too short to time, so passes are repeated for 0.1 s.
let passes = 0
let none = 0
while (none < 0.1 && passes < 100_000) {
  const more = Math.max(1, passes)
  none += await seconds(more, (_, done) => store.collect(false, done))
  passes += more
}
expect(store, sessions, 'passes with none expired')

const figures: Figures = {
  createPerSecond: 1 / created,
  usePerSecond: 1 / used,
  destroyPerSecond: 1 / destroyed,
  bytesPerSession: bytes / sessions,
  collectNoneMicroseconds: (none / passes) * 1e6,
  collectAllMicroseconds: (await collectAllTime()) * 1e6,
}
console.log(JSON.stringify(figures))
// express-session's stores may keep timers, which keep the process alive.
process.exit(0)
