/**
 * Runs N random operations on the port and on the original, or stops at the
 * first trace on which they differ: `npm run soak -- --ops N --seed S`. With
 * `--provider repaired` both run the repaired store. Prints that trace, made as
 * small as possible, in the trace language, and with the environment variable
 * SITE_URL a link that opens it in the playground of that site. Exit code 0 if
 * they agree, 1 if not, 2 if the arguments are wrong.
 */
import { parseArgs } from 'node:util'
import { openEngines } from '../evidence/runs.ts'
import { type Hunted, hunt } from '../soak/hunt.ts'
import { type ProviderPackage, readProvider } from '../trace/engine.ts'
import { IdentityError } from '../trace/identity.ts'
import { linkLine } from './link.ts'

const usage =
  'usage: npm run soak -- [--ops N] [--seed S] [--provider memory|repaired]'

/** Width of the progress bar in characters. */
const WIDTH = 30

interface Options {
  readonly operations: number
  readonly seed: number
  readonly provider: ProviderPackage
}

function options(): Options {
  try {
    const { values } = parseArgs({
      options: {
        ops: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: `${randomSeed()}` },
        provider: { type: 'string', default: 'memory' },
      },
    })
    const operations = Number(values.ops)
    if (!Number.isSafeInteger(operations) || operations < 1) {
      throw new Error(`--ops: want a whole number above 0, got ${values.ops}`)
    }
    const seed = Number(values.seed)
    if (!values.seed || seed !== (seed | 0)) {
      throw new Error(`--seed: want a 32-bit integer, got ${values.seed}`)
    }
    return { operations, seed, provider: readProvider(values.provider) }
  } catch (error) {
    console.error(`soak: ${(error as Error).message}\n${usage}`)
    process.exit(2)
  }
}

function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 31)
}

/** Redraws the progress bar if standard error is a terminal. */
function draw(done: number, all: number, seconds: number): void {
  if (!process.stderr.isTTY) {
    return
  }
  const share = Math.min(1, done / all)
  const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
  const left = Math.ceil((seconds / share) * (1 - share))
  const percent = `${Math.floor(share * 100)}%`.padStart(4)
  process.stderr.write(`\r${bar}${percent}, ${left} s left\u001b[K`)
}

function clear(): void {
  if (process.stderr.isTTY) {
    process.stderr.write('\r\u001b[K')
  }
}

/** Ends the program if it would not run on the port and on the original. */
function huntOrEnd(): Hunted {
  try {
    const { port, original } = openEngines(provider)
    return hunt([port, original], {
      operations,
      seed,
      onProgress: (done) => draw(done, operations, elapsed()),
    })
  } catch (error) {
    if (!(error instanceof IdentityError)) throw error
    console.error(`soak: ${error.message}`)
    process.exit(2)
  }
}

const { operations, seed, provider } = options()
const begun = performance.now()
const elapsed = () => (performance.now() - begun) / 1000
const hunted = huntOrEnd()
clear()

const rate = Math.round(hunted.operations / elapsed())
console.log(
  `${hunted.operations} operations on both engines, seed ${seed}, ` +
    `${elapsed().toFixed(1)} s, ${rate} a second`,
)
if (hunted.found !== undefined) {
  console.log(`\nThe engines differ on this trace:\n\n${hunted.found}`)
  const link = await linkLine(hunted.found)
  if (link !== undefined) console.log(`\n${link}`)
  process.exitCode = 1
}
