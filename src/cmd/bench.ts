/**
 * Measures the port, popular session stores and, if Go is installed, the
 * original: `npm run bench`. Each run is a process of its own, and the stores
 * take turns, so that all of them meet the same load. Prints the median of the
 * runs and its ratio to the port, and then the goals of the repaired store.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Goal, goalLines, goalsOf } from '../bench/goals.ts'
import type { Figures } from '../bench/measure.ts'
import { median } from '../bench/median.ts'
import { stores } from '../bench/stores.ts'
import { table } from '../bench/table.ts'
import { optionsOf } from './options.ts'
import { typedPath } from './typed-path.ts'

/** All that one call of this program measured. */
export interface Measurement {
  date: string
  machine: string
  node: string
  go: string | null
  runs: number
  /** By size, then by store. */
  sizes: {
    sessions: number
    stores: Record<string, Figures>
    /** Of the repaired store; without it or lru-cache, none. */
    goals: Goal[]
  }[]
}

const original = 'the original'
const all = [...Object.keys(stores), original]

const program = {
  name: 'bench',
  usage: `usage: npm run bench -- [--sizes N,N…] [--runs N] [--stores NAME,NAME…] [--out FILE]

Measures each store with each number of sessions; the result is the median of
the runs. Without options: 1000, 100000 and 1000000 sessions, 3 runs, all stores.
FILE gets the result as JSON. It runs no traces; the page /bench of the site,
docs/en/bench.md, describes what is measured.
The stores are ${all.join(', ')}.`,
}

function options() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,100000,1000000' },
      runs: { type: 'string', default: '3' },
      stores: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  const runs = Number(values.runs)
  for (const n of [...sizes, runs]) {
    if (!Number.isSafeInteger(n) || n < 1)
      throw new Error(`want a whole number above 0, got ${n}`)
  }
  const chosen = values.stores?.split(',')
  for (const name of chosen ?? []) {
    if (!all.includes(name))
      throw new Error(`found no store ${name}; they are ${all.join(', ')}`)
  }
  // A file that cannot be written is known before the measurements.
  const out = values.out === undefined ? undefined : typedPath(values.out)
  if (out !== undefined) closeSync(openSync(out, 'a'))
  return { sizes, runs, chosen, out }
}

function output(command: string, args: string[], cwd = '.'): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8' })
}

function goVersion(): string | null {
  try {
    return output('go', ['env', 'GOVERSION']).trim()
  } catch {
    return null
  }
}

function medians(of: Figures[]): Figures {
  const names = Object.keys(of[0] as Figures) as (keyof Figures)[]
  return Object.fromEntries(
    names.map((name) => [name, median(of.map((figures) => figures[name]))]),
  ) as unknown as Figures
}

const { sizes, runs, chosen = all, out } = optionsOf(program, options)
const go = goVersion()

function measure(name: string, sessions: number): Figures {
  const text =
    name === original
      ? output('go', ['run', './cmd/bench', `${sessions}`], 'go-reference')
      : output(process.execPath, [
          '--expose-gc',
          'src/cmd/run.mjs',
          'src/bench/measure.ts',
          name,
          `${sessions}`,
        ])
  return JSON.parse(text) as Figures
}

const result: Measurement = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0]?.model ?? 'CPU'} × ${cpus().length}`,
  node: process.version,
  go,
  runs,
  sizes: [],
}

const measured = chosen.filter((name) => name !== original || go)

/** The fixed cost of a run, expressed as a number of sessions. */
const perRun = 500_000
const workOf = (sessions: number) =>
  measured.length * runs * (sessions + perRun)
const allWork = sizes.map(workOf).reduce((a, b) => a + b)
const start = performance.now()
let work = 0

/** Prints to standard error what is measured and how long the rest takes. */
function progress(name: string, sessions: number, run: number): void {
  const done = work / allWork
  const left = ((performance.now() - start) / done) * (1 - done)
  const minutes = Math.ceil(left / 60_000)
  const rest = work > 0 ? `, about ${minutes} min left` : ''
  const percent = `${Math.floor(100 * done)} %`.padStart(5)
  console.error(
    `${percent}: ${sessions} sessions, ${name}, run ${run} of ${runs}${rest}`,
  )
  work += sessions + perRun
}

for (const sessions of sizes) {
  const rounds = new Map(
    measured.map((name): [string, Figures[]] => [name, []]),
  )
  for (let run = 1; run <= runs; run++) {
    for (const [name, figures] of rounds) {
      progress(name, sessions, run)
      figures.push(measure(name, sessions))
    }
  }
  const found = Object.fromEntries(
    [...rounds].map(([name, figures]) => [name, medians(figures)]),
  )
  const [own, other] = [rounds.get('repaired'), rounds.get('lru-cache')]
  const goals = own && other ? goalsOf(own, other) : []
  result.sizes.push({ sessions, stores: found, goals })
  console.log(table(sessions, found))
  if (own && other) console.log(goalLines(goals).concat('').join('\n'))
}

if (!go) console.log('Go is not installed: the original was not measured')
console.log(
  `${result.date}, ${result.machine}, Node ${result.node}${go ? `, ${go}` : ''}, median of ${runs}`,
)
if (out) writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`)
