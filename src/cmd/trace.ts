/**
 * Runs traces on the port and on the original and shows, operation by
 * operation, the line and the state, side by side where the two differ:
 *
 *     npm run trace -- [--engine port|original] [--json] FILE...
 *
 * `-` is standard input. Exit code 0 if all expectations came true and the
 * engines agree, 1 if not, 2 if a file cannot be read or parsed, or the
 * arguments are wrong; nothing is run then.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as memory from '../providers/memory.ts'
import * as time from '../time.ts'
import type { Engine } from '../trace/engine.ts'
import { ParseError } from '../trace/error.ts'
import { readOriginal } from '../trace/original-node.ts'
import { parse } from '../trace/parse.ts'
import { portEngine } from '../trace/port.ts'
import { differing, isGood, printRun, type Ran } from '../trace/print.ts'
import type { Trace } from '../trace/trace.ts'

const usage = `usage: npm run trace -- [--engine port|original] [--json] FILE...
       FILE is a trace; - is standard input`

/** What keeps the program from running anything: exit code 2. */
class Refusal extends Error {}

interface Options {
  readonly files: readonly string[]
  readonly engine?: string | undefined
  readonly json: boolean
}

function options(): Options {
  let parsed: ReturnType<typeof parseOptions>
  try {
    parsed = parseOptions()
  } catch (error) {
    throw new Refusal(`trace: ${(error as Error).message}\n${usage}`)
  }
  const { values, positionals: files } = parsed
  const { engine, json } = values
  if (engine !== undefined && engine !== 'port' && engine !== 'original') {
    throw new Refusal(
      `trace: --engine: found ${JSON.stringify(engine)}, expected port or original\n${usage}`,
    )
  }
  if (files.length === 0) {
    throw new Refusal(`trace: found no FILE\n${usage}`)
  }
  return { files, engine, json }
}

function parseOptions() {
  return parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
}

function read(file: string): Trace {
  const name = file === '-' ? 'standard input' : file
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    throw new Refusal(`trace: ${name}: cannot be read: ${reason(error)}`)
  }
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name)
  } catch (error) {
    const text =
      error instanceof ParseError
        ? error.message
        : `${name}: found bytes that are not UTF-8, expected text in UTF-8`
    throw new Refusal(`trace: ${text}`)
  }
}

/** Node's words for an error of the system, without its code and call. */
function reason(error: unknown): string {
  const { message } = error as Error
  return /^[A-Z]+: ([^,]*)/.exec(message)?.[1] ?? message
}

/** Reads all files before anything runs, and tells of all that are wrong. */
function readAll(files: readonly string[]): Trace[] {
  const traces: Trace[] = []
  const wrong: string[] = []
  for (const file of files) {
    try {
      traces.push(read(file))
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error
      }
      wrong.push(error.message)
    }
  }
  if (wrong.length > 0) {
    throw new Refusal(wrong.join('\n'))
  }
  return traces
}

async function engines(only: string | undefined): Promise<Engine[]> {
  const all: Engine[] = []
  if (only !== 'original') {
    all.push(portEngine({ memory, time }))
  }
  if (only !== 'port') {
    try {
      all.push(await readOriginal())
    } catch (error) {
      throw new Refusal(`trace: the original cannot be read: ${reason(error)}`)
    }
  }
  return all
}

function json(all: readonly Ran[]): string {
  return JSON.stringify({
    ok: all.every(isGood),
    traces: all.map((ran) => ({
      file: ran.trace.file,
      title: ran.trace.title,
      ok: isGood(ran),
      operations: ran.trace.operations.map((operation, index) => ({
        line: operation.line,
        text: operation.text,
        differs: differing(ran.runs, index),
        ...Object.fromEntries(
          ran.runs.map(({ engine, steps }) => [engine, steps[index]]),
        ),
      })),
    })),
  })
}

/** A last line that says what became of all traces. */
function summary(all: readonly Ran[]): string {
  const good = all.filter(isGood).length
  const operations = all.flatMap(({ trace }) => trace.operations)
  const expected = operations.filter((operation) => operation.expected).length
  const names = all[0]?.runs.map(({ engine }) => engine).join(' and ')
  return (
    `${good} of ${all.length} traces good on ${names}: ` +
    `${operations.length} operations, ${expected} expectations`
  )
}

async function main(): Promise<number> {
  const { files, engine, json: asJson } = options()
  const traces = readAll(files)
  const all = await engines(engine)
  const runs = all.map((one) => ({ engine: one.name, all: one.run(traces) }))
  const ran = traces.map((trace, index) => ({
    trace,
    runs: runs.map((run) => ({
      engine: run.engine,
      steps: run.all[index] ?? [],
    })),
  }))
  const text = asJson
    ? json(ran)
    : [...ran.flatMap((one) => [...printRun(one), '']), summary(ran)].join('\n')
  process.stdout.write(`${text}\n`)
  return ran.every(isGood) ? 0 : 1
}

// Who reads only the first lines closes the pipe: no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error
  }
  process.exit()
})

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof Refusal)) {
    throw error
  }
  console.error(error.message)
  process.exitCode = 2
}
