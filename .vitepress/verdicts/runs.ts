/** Runs the claims' traces on both engines. */
import { readFileSync } from 'node:fs'
import * as memory from '../../src/providers/memory.ts'
import * as time from '../../src/time.ts'
import { differences } from '../../src/trace/compare.ts'
import type { Engine, Step } from '../../src/trace/engine.ts'
import { ParseError } from '../../src/trace/error.ts'
import { formatExpectation } from '../../src/trace/format.ts'
import { originalEngine } from '../../src/trace/original.ts'
import { parse } from '../../src/trace/parse.ts'
import { portEngine } from '../../src/trace/port.ts'
import { formatOutcome } from '../../src/trace/show.ts'
import type { Trace } from '../../src/trace/trace.ts'
import { fail, type Problem } from '../weave/problem.ts'
import type { Project } from '../weave/project.ts'
import { traceFile } from '../weave/trace.ts'
import { type Side, sides, type TraceRun } from './verdict.ts'

/** What runs a trace on each side. */
export type Engines = Readonly<Record<Side, Pick<Engine, 'run'>>>

let opened: Engines | undefined

/** The port itself, and the original as trace.wasm; opened once a process. */
export function openEngines(root: string): Engines {
  if (opened) return opened
  const bytes = readFileSync(`${root}/go-reference/trace.wasm`)
  opened = {
    port: portEngine({ memory, time }),
    original: originalEngine(new WebAssembly.Module(bytes)),
  }
  return opened
}

/** The last runs, by engines, so that the same texts are not run again. */
const known = new WeakMap<Engines, { key: string; runs: Runs }>()
type Runs = ReadonlyMap<string, TraceRun>

/**
 * Runs the traces of these claims, all in one program.
 * @throws {WeaveError} If a trace cannot be read.
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
    const said = error.message.slice(`${file}:${error.line}: `.length)
    fail(file, error.line, said)
  }
}

/** What did not come true on an engine, and where the two differ. */
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
      const message = `"${text}" on the ${side}: expected ${wanted || 'nothing'}, got ${came || 'nothing'}; mend the code or the claim`
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

/** Whether all expectations came true on one side. */
export const cameTrue = (steps: readonly Step[]): boolean =>
  steps.every(({ ok }) => ok)
