/**
 * Runs traces on the port and on the original and shows, operation by
 * operation, the line and the state, side by side where the two differ:
 *
 *     npm run trace -- [--engine port|original] [--json]
 *       [--provider memory|repaired] FILE...
 *
 * With the environment variable SITE_URL it also prints, for each trace, a link
 * that opens it in the playground of that site.
 *
 * `-` is standard input. Exit code 0 if all expectations are met and the
 * engines agree, 1 if not, 2 if a file cannot be read or parsed or is too
 * large, or the arguments are wrong. Nothing runs unless all files can be
 * parsed. Only one step is kept at a time, so long traces need little memory.
 */
import { parseArgs } from 'node:util'
import { openEngines, openPort } from '../evidence/runs.ts'
import {
  EMPTY,
  type Engine,
  type ProviderPackage,
  readProvider,
  type State,
  type Step,
} from '../trace/engine.ts'
import { IdentityError } from '../trace/identity.ts'
import type { PortEngine } from '../trace/port.ts'
import {
  differing,
  type EngineSteps,
  isGood,
  printStep,
} from '../trace/print.ts'
import { checkSide } from '../trace/sides.ts'
import type { Operation } from '../trace/trace.ts'
import { linkLine } from './link.ts'
import { aboutTraces, optionsOf } from './options.ts'
import { write } from './output.ts'
import { reason } from './read-text.ts'
import {
  type LongTrace,
  MOST_BYTES,
  MOST_OPERATIONS,
  Refusal,
  readAll,
} from './trace-files.ts'

/**
 * The largest sum of sessions over all states of a trace. Each engine reports
 * the whole state after every operation, so this sum limits the cost of a run.
 */
const LIMIT = 10_000_000

const program = {
  name: 'trace',
  usage: `usage: npm run trace -- [--engine port|original] [--json]
         [--provider memory|repaired] FILE...

Runs each FILE, a trace, on the port and on the original, and shows the state
after each operation. The FILE - is standard input. All traces together may have
${MOST_BYTES.toLocaleString('en')} bytes, each may have ${MOST_OPERATIONS.toLocaleString('en')} operations, and the
states of each may have ${LIMIT.toLocaleString('en')} sessions in all. With the environment
variable SITE_URL, each trace has a link that opens it in the playground of that
site. Exit code 0 if all expectations are met and the engines agree.
${aboutTraces}`,
}

interface Options {
  readonly files: readonly string[]
  readonly engine?: Engine['name'] | undefined
  readonly json: boolean
  readonly provider: ProviderPackage
}

function options(): Options {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: 'string' },
      json: { type: 'boolean', default: false },
      provider: { type: 'string', default: 'memory' },
    },
  })
  const { engine, json } = values
  if (engine !== undefined && engine !== 'port' && engine !== 'original') {
    throw new Error(
      `--engine: found ${JSON.stringify(engine)}, expected port or original`,
    )
  }
  if (files.length === 0) throw new Error('found no FILE')
  return { files, engine, json, provider: readProvider(values.provider) }
}

function requireEngines(provider: ProviderPackage) {
  try {
    return openEngines(provider)
  } catch (error) {
    throw new Refusal(`trace: the original cannot be read: ${reason(error)}`)
  }
}

/** The engines to run. */
interface Chosen {
  readonly port: PortEngine
  readonly original: Engine | undefined
  /** Those that must make a step for each operation. */
  readonly names: readonly Engine['name'][]
}

/** Receives the engines' steps for one operation, before the next one runs. */
type Look = (steps: EngineSteps) => void

/** Runs a trace on the chosen engines, one operation at a time on each. */
function play(
  trace: LongTrace,
  { port, original, names }: Chosen,
  look: Look,
): void {
  const before: Record<string, State> = {}
  let held = 0
  const take = (...made: { engine: Engine['name']; step: Step }[]) => {
    for (const { engine, step } of made) checkSide(engine, [step])
    look(
      made.map((each) => ({ ...each, before: before[each.engine] ?? EMPTY })),
    )
    for (const { engine, step } of made) before[engine] = step.state
    const { line = 0, state = EMPTY } = made[0]?.step ?? {}
    held += state.list.length
    if (held <= LIMIT) return
    throw new Refusal(
      `trace: ${trace.file}:${line}: found ${held} sessions in the states so far, expected at most ${LIMIT}; keep fewer sessions, or use npm run bench for large stores`,
    )
  }
  if (!original) {
    for (const step of port.steps(trace)) take({ engine: 'port', step })
    return
  }
  // The port runs the operation that the original has just run.
  let last: Operation
  const noted = function* () {
    for (last of trace.operations) yield last
  }
  const same = function* () {
    for (;;) yield last
  }
  const ours = port.steps({ operations: same() })
  original.play([{ operations: noted() }], (step) => {
    const { value } = names.includes('port') ? ours.next() : {}
    const theirs = { engine: 'original', step } as const
    if (value) take({ engine: 'port', step: value }, theirs)
    else take(theirs)
  })
  ours.return()
}

/** The outcome of one trace. */
interface Sum {
  readonly good: boolean
  readonly operations: number
  readonly expected: number
}

function run(trace: LongTrace, chosen: Chosen, look: Look): Sum {
  let good = true
  let operations = 0
  let expected = 0
  play(trace, chosen, (steps) => {
    good &&= isGood(steps) && steps.length === chosen.names.length
    operations++
    if (steps[0]?.step.expected) expected++
    look(steps)
  })
  return { good: good && operations === trace.count, operations, expected }
}

/** One operation as JSON. */
function json(steps: EngineSteps): string {
  const { line, text } = steps[0]?.step ?? {}
  const made = steps.map(({ engine, step }) => [engine, step])
  return JSON.stringify({
    line,
    text,
    differs: differing(steps),
    ...Object.fromEntries(made),
  })
}

async function main(): Promise<number> {
  const { files, engine, json: asJson, provider } = optionsOf(program, options)
  const traces = readAll(files)
  const links = await Promise.all(
    traces.map(({ text }) => linkLine(text, provider)),
  )
  const engines =
    engine === 'port'
      ? { port: openPort(provider), original: undefined }
      : requireEngines(provider)
  const names = engine ? [engine] : (['port', 'original'] as const)
  const chosen = { ...engines, names }
  if (asJson) write('{"traces":[')
  const sums = traces.map((trace, index) => {
    const { file, title, lastLine } = trace
    if (asJson) {
      const head = JSON.stringify({ file, title }).slice(0, -1)
      write(`${index > 0 ? ',' : ''}${head},"operations":[`)
    } else {
      write(`${file}: ${title || 'untitled'}\n`)
    }
    const width = `${lastLine}`.length
    let comma = ''
    const sum = run(trace, chosen, (steps) => {
      if (asJson) write(comma + json(steps))
      else write(`${printStep(steps, width).join('\n')}\n`)
      comma = ','
    })
    const link = links[index]
    if (asJson) {
      const more = link?.startsWith('http') ? `,"link":"${link}"` : ''
      write(`],"ok":${sum.good}${more}}`)
    } else {
      write(link === undefined ? '\n' : `${link}\n\n`)
    }
    return sum
  })
  const good = sums.filter((sum) => sum.good).length
  if (asJson) write(`],"ok":${good === sums.length}}\n`)
  else {
    const add = (what: 'operations' | 'expected') =>
      sums.reduce((all, sum) => all + sum[what], 0)
    write(
      `${good} of ${sums.length} traces good on ${names.join(' and ')}: ` +
        `${add('operations')} operations, ${add('expected')} expectations\n`,
    )
  }
  write.end()
  return good === sums.length ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  const refused = error instanceof IdentityError
  if (!refused && !(error instanceof Refusal)) {
    throw error
  }
  write.end()
  console.error(refused ? `trace: ${error.message}` : error.message)
  process.exitCode = 2
}
