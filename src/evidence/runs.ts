/** Runs the claims' traces on both engines. */

import { fail, type Problem } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import * as memory from '../providers/memory.ts'
import * as repaired from '../providers/repaired.ts'
import * as time from '../time.ts'
import { differences } from '../trace/compare.ts'
import type { Engine, ProviderPackage, Step } from '../trace/engine.ts'
import { ParseError } from '../trace/error.ts'
import { messages } from '../trace/messages.ts'
import { formatExpectation } from '../trace/format.ts'
import { parse } from '../trace/parse.ts'
import { say } from '../trace/say.ts'
import { type PortEngine, portEngine } from '../trace/port.ts'
import { formatOutcome } from '../trace/show.ts'
import type { Trace } from '../trace/trace.ts'
import { traceFile } from './claims.ts'
import { openOriginal } from './original.ts'
import { type Side, sides, type TraceRun } from './verdict-types.ts'

/** The engine of each side. */
export type Engines = Readonly<Record<Side, Pick<Engine, 'run'>>>

/** The engine of the port, or of the port's repaired store. */
export function openPort(provider: ProviderPackage = 'memory'): PortEngine {
  return provider === 'memory'
    ? portEngine({ memory, time })
    : portEngine({ repaired, time })
}

const opened = new Map<ProviderPackage, Record<Side, Engine>>()

/**
 * The port itself and the original as trace.wasm, or the same engines for the
 * repaired store; opened once per process.
 */
export function openEngines(
  provider: ProviderPackage = 'memory',
): Readonly<Record<Side, Engine>> {
  const engines = opened.get(provider) ?? {
    port: openPort(provider),
    original: openOriginal({ provider }),
  }
  opened.set(provider, engines)
  return engines
}

/** The last runs by engines, so that unchanged traces are not run again. */
const known = new WeakMap<Engines, { key: string; runs: Runs }>()
type Runs = ReadonlyMap<string, TraceRun>

/**
 * Runs the traces of these claims with one call of each engine.
 * @throws {ProblemError} If a trace cannot be read.
 */
export function runTraces(
  project: Project,
  ids: readonly string[],
  engines: Engines,
): Runs {
  const texts = ids.map((id) => project.read(traceFile(id)))
  const key = JSON.stringify([ids, texts])
  const last = known.get(engines)
  if (last?.key === key) return last.runs
  const traces = texts.map((text, i) => readTrace(ids[i] ?? '', text))
  const [port = [], original = []] = sides.map((side) =>
    engines[side].run(traces),
  )
  const runs = new Map(
    traces.map((trace, i): [string, TraceRun] => {
      const run = { port: port[i] ?? [], original: original[i] ?? [] }
      const text = texts[i] ?? ''
      return [
        ids[i] ?? '',
        { trace, text, ...run, problems: judge(trace, run) },
      ]
    }),
  )
  known.set(engines, { key, runs })
  return runs
}

function readTrace(id: string, text: string): Trace {
  const file = traceFile(id)
  try {
    return parse(text, file)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    fail(file, error.line, say(messages, error.code, error.values))
  }
}

/** The expectations that failed on an engine, and where the engines differ. */
function judge(
  { file, operations }: Trace,
  run: Readonly<Record<Side, readonly Step[]>>,
): Problem[] {
  return operations.flatMap(({ name, line, text, expected }, index) => {
    const failed = sides.flatMap((side) => {
      const step = run[side][index]
      if (step?.ok) return []
      const came = step ? formatOutcome(step) : 'nothing'
      const wanted = expected ? formatExpectation(name, expected) : 'no error'
      const message = `"${text}" on the ${side}: expected ${wanted || 'nothing'}, got ${came || 'nothing'}; fix the code or the claim`
      return [{ file, line, message }]
    })
    const { port, original } = run
    const [a, b] = [port[index], original[index]]
    const parts = a && b ? differences(a, b) : []
    if (failed.length > 0 || parts.length === 0) return failed
    const message = `"${text}": port and original differ in ${parts.join(', ')}; npm run trace -- ${file} shows both`
    return [{ file, line, message }]
  })
}

/** Whether all expectations are met on one side. */
export const cameTrue = (steps: readonly Step[]): boolean =>
  steps.every(({ ok }) => ok)
