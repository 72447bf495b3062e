/** Runs the claims' traces on both engines. */

import { fail } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import * as memory from '../providers/memory.ts'
import * as repaired from '../providers/repaired.ts'
import * as time from '../time.ts'
import type { Engine, ProviderPackage } from '../trace/engine.ts'
import { ParseError } from '../trace/error.ts'
import { messages } from '../trace/messages.ts'
import { parse } from '../trace/parse.ts'
import { type PortEngine, portEngine } from '../trace/port.ts'
import { say } from '../trace/say.ts'
import type { Trace } from '../trace/trace.ts'
import { traceFile } from './claims.ts'
import { problemsOfRun } from './judge-run.ts'
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

/** The engines that this program opens. */
interface Opened {
  readonly port: PortEngine
  readonly original: Engine
}

const opened = new Map<ProviderPackage, Opened>()

/**
 * The port itself and the original as trace.wasm, or the same engines for the
 * repaired store; opened once per process.
 */
export function openEngines(provider: ProviderPackage = 'memory'): Opened {
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
 * @throws {IdentityError} If an engine is not that of its side.
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
      const run = { trace, port: port[i] ?? [], original: original[i] ?? [] }
      const text = texts[i] ?? ''
      return [ids[i] ?? '', { text, ...run, problems: problemsOfRun(run) }]
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
