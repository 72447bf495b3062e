/**
 * Puts the stores of this project, and those that people use, under the load of
 * many visitors: `npm run load`. Kills each server in the middle. Prints what the
 * visitors met, and ends with 1 if a store of this project lost anything.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type LoadResult, measure, stores } from '../bench/load/stores.ts'
import { optionsOf } from './options.ts'
import { typedPath } from './typed-path.ts'

const program = {
  name: 'load',
  usage: `usage: npm run load -- [--seconds N] [--visitors N] [--out FILE]

Lets visitors log in, count in two tabs and log out, on each store in turn, and
kills each server in the middle. Without options: 60 seconds, 1000 visitors.
FILE gets the result as JSON. It needs redis-server and Go; the page /bench of the
site, docs/en/bench.md, describes what is measured.`,
}

function options() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      visitors: { type: 'string', default: '1000' },
      out: { type: 'string' },
    },
  })
  const [seconds, visitors] = [Number(values.seconds), Number(values.visitors)]
  for (const n of [seconds, visitors]) {
    if (!Number.isSafeInteger(n) || n < 1)
      throw new Error(`want a whole number above 0, got ${n}`)
  }
  // A file that cannot be written is known before the measurements.
  const out = values.out === undefined ? undefined : typedPath(values.out)
  if (out !== undefined) closeSync(openSync(out, 'a'))
  return { seconds, visitors, out }
}

const { seconds, visitors, out } = optionsOf(program, options)

const output = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8' }).trim()

const goMod = readFileSync('go-reference/cmd/load/go.mod', 'utf8')

/** The version of a package of Node or of a Go module. */
const versionOf = (name: string, on: 'Node' | 'Go'): string =>
  on === 'Go'
    ? (new RegExp(`/${name}(?:/v\\d+)? v(\\S+)`).exec(goMod)?.[1] ?? '')
    : JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
        .version

const versions = stores.flatMap(({ on, packages }) =>
  (packages?.split(' + ') ?? []).map((name) => [name, versionOf(name, on)]),
)

const result: LoadResult = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0]?.model ?? 'CPU'} × ${cpus().length}`,
  versions: {
    Node: process.version.slice(1),
    Go: output('go', 'env', 'GOVERSION').slice(2),
    Redis: /v=([\d.]+)/.exec(output('redis-server', '--version'))?.[1] ?? '',
    ...Object.fromEntries(versions),
  },
  visitors,
  seconds,
  stores: [],
}

for (const store of stores) {
  const met = await measure(store, { visitors, seconds })
  met.perSecond = Math.round(met.perSecond)
  result.stores.push({ ...store, ...met })
  const said = Object.entries(met).map(([name, n]) => `${name} ${n}`)
  console.log(`${store.name} on ${store.on}: ${said.join(', ')}`)
}
if (out !== undefined)
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`)
process.exitCode = result.stores.some(
  ({ own, lost, risen }) => own && lost + risen > 0,
)
  ? 1
  : 0
