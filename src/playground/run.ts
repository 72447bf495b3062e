/** Runs traces in a worker and judges them outside it. */
import { EMPTY, judge, notRun, type Step } from '../trace/engine.ts'
import { newChallenge, whyUnanswered } from '../trace/identity.ts'
import type { Trace } from '../trace/trace.ts'
import { askWorker, type End, type WorkerLike } from './ask.ts'
import type { Answer, Ask, Bare } from './messages.ts'
import { ReportReader } from './reports.ts'

type Without<Given, Name extends string> = Given extends unknown
  ? Omit<Given, Name>
  : never
type Asked = Without<Ask, 'traces'>

/** What a run asks for, besides its traces. */
export type Engine =
  | Exclude<Asked, { on: 'original' }>
  | (Extract<Asked, { on: 'original' }> & {
      /** What it must say it was built from. The worker is not told. */
      readonly built: string
    })

/** How a run has ended, and the steps of each trace, one an operation. */
export interface Ran {
  /** `impostor`: what ran as the original has not shown that it is. */
  readonly end: End | 'impostor'
  /** Whether the code was loaded. */
  readonly ready: boolean
  /** Why the code of an edited port was refused. */
  readonly refused?: string | undefined
  /** What the original says it was built from. */
  readonly built?: string | undefined
  readonly runs: readonly (readonly Step[])[]
  /** How many traces, from the first, have ended. */
  readonly whole: number
}

/** A run that can be stopped. */
export interface Run {
  readonly ran: Promise<Ran>
  stop(): void
}

/** The options of a run. */
export interface RunOptions {
  /** Milliseconds without an answer after which the worker is ended. */
  readonly patience?: number
  /** Called with the number of traces that have ended. */
  readonly onProgress?: (traces: number) => void
}

/** The error of the operation at which a silent worker was ended. */
export const ENDLESS = 'does not end'

/** The error of the operation at which a run has ended in another way. */
const errors: Partial<Record<End, string>> = {
  silent: ENDLESS,
  failed: 'has ended the engine',
  large: 'makes the states too large',
}

/**
 * Runs traces in this worker, which is ended afterwards. Whoever runs them as
 * the original is first asked who it is; the answer is judged here.
 */
export function runTraces(
  worker: WorkerLike,
  engine: Engine,
  traces: readonly Trace[],
  options: RunOptions = {},
): Run {
  if (engine.on !== 'original') return runIn(worker, engine, traces, options)
  const { built, ...asked } = engine
  const challenge = newChallenge(engine.provider ?? 'memory')
  const { ran, stop } = runIn(worker, asked, [challenge, ...traces], {
    ...options,
    onProgress: (ended) => ended > 1 && options.onProgress?.(ended - 1),
  })
  const judged = ran.then((all): Ran => {
    const [answers = [], ...runs] = all.runs
    if (all.built === built && !whyUnanswered(challenge, answers)) {
      return { ...all, runs, whole: Math.max(0, all.whole - 1) }
    }
    const none = traces.map((trace) => fill([], trace, undefined))
    const end = all.end === 'stopped' ? all.end : 'impostor'
    return { ...all, end, runs: none, whole: 0 }
  })
  return { ran: judged, stop }
}

function runIn(
  worker: WorkerLike,
  engine: Asked,
  traces: readonly Trace[],
  { patience, onProgress }: RunOptions,
): Run {
  const reader = new ReportReader()
  const runs = traces.map((): Step[] => [])
  const broken = new Map<number, string>()
  let refused: string | undefined
  let built: string | undefined
  let ready = false
  let at = 0
  const take = (answer: Answer): void => {
    ready ||= answer.kind === 'ready' || answer.kind === 'step'
    if (answer.kind === 'ready') built = answer.built
    if (answer.kind === 'refused') refused = `${answer.why}`
    if (answer.kind === 'broken') broken.set(answer.trace, `${answer.why}`)
    if (answer.kind !== 'step') return
    const { trace } = answer
    const steps = runs[trace]
    const operation = traces[trace]?.operations[steps?.length ?? 0]
    if (!steps || !operation || trace < at) throw new Error('out of order')
    if (trace > at) onProgress?.(trace)
    at = trace
    steps.push(reader.read(operation, answer))
  }
  const ask = { ...engine, traces: traces.map(bare) } as Ask
  const { ended, stop } = askWorker(worker, ask, take, patience)
  const ran = ended.then((end): Ran => {
    const ended = runs.map(
      (steps, i) => broken.has(i) || steps.length === lengthOf(traces[i]),
    )
    const last = ready ? ended.indexOf(false) : -1
    const filled = runs.map((steps, i) => {
      const why = broken.get(i) ?? (i === last ? errors[end] : undefined)
      return fill(steps, traces[i], why)
    })
    const whole = last < 0 ? ended.filter(Boolean).length : last
    return { end, ready, refused, built, runs: filled, whole }
  })
  return { ran, stop }
}

const lengthOf = (trace: Trace | undefined) => trace?.operations.length

/** An edited port gets the operations without what is expected of them. */
const bare = ({ operations }: Trace): Bare =>
  operations.map(({ expected: _, ...operation }) => operation)

/**
 * Adds the operations that were not run.
 * @param why What happened at the first of them, if it was begun.
 */
function fill(
  steps: readonly Step[],
  trace: Trace | undefined,
  why: string | undefined,
): readonly Step[] {
  const missing = trace?.operations.slice(steps.length) ?? []
  const { state = EMPTY, visited = 0 } = steps.at(-1) ?? {}
  const last = { state, visited }
  return [
    ...steps,
    ...missing.map((operation, i) => {
      if (i > 0 || why === undefined) {
        return notRun(operation, last, 'the run has ended before')
      }
      const step = judge(operation, { ...last, error: why })
      return { ...step, ok: false }
    }),
  ]
}
