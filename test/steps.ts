/** Makes runs of a trace, also such in which chosen steps are other than they were. */
import { openEngines } from '../src/evidence/runs.ts'
import type { Side } from '../src/evidence/verdict-types.ts'
import type { Engine, Playable, State, Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import type { Trace } from '../src/trace/trace.ts'

/** The steps of one trace on an engine, which runs a list of them. */
export function stepsOn(engine: Pick<Engine, 'run'>, trace: string | Playable) {
  const one = typeof trace === 'string' ? parse(trace) : trace
  return engine.run([one])[0] ?? []
}

/** What another engine could have reported. */
export type Changed = Partial<Omit<Step, 'state'>> & {
  readonly state?: Partial<State>
}

/** Changes a step itself, because a copy would be nobody's. */
export function change(step: Step | undefined, changed: Changed): void {
  if (!step) throw new Error('there is no such step')
  const state = { ...step.state, ...changed.state }
  Object.assign(step, changed, { state })
}

/** Runs that no test has taken yet; a program of the original starts slowly. */
const stock = new Map<Trace, Record<Side, Step[]>[]>()

/** The steps of both sides for a trace, which the caller may change. */
export function runOf(trace: Trace): Record<Side, Step[]> & { trace: Trace } {
  const runs = stock.get(trace) ?? []
  stock.set(trace, runs)
  if (runs.length === 0) {
    const many = Array.from({ length: 20 }, () => trace)
    const { port, original } = openEngines()
    const theirs = original.run(many)
    for (const [index, ours] of port.run(many).entries()) {
      runs.push({ port: ours, original: theirs[index] ?? [] })
    }
  }
  const { port, original } = runs.pop() ?? { port: [], original: [] }
  return { trace, port, original }
}

/** One change of each part of a step of `h = init a` after `h.set "k" 1`. */
export const changes: Readonly<Record<string, Changed>> = {
  result: { result: 'b' },
  'no result': { result: undefined },
  error: { error: 'broken' },
  'an entry less': { state: { list: [] } },
  'a number': withEntry({ number: 9 }),
  'a sid': withEntry({ sid: 'b' }),
  'a stamp': withEntry({ stamp: 1 }),
  'a value': withEntry({ values: [['k', 2]] }),
  'a key': withEntry({ values: [['l', 1]] }),
  'the type of a value': withEntry({ values: [['k', '1']] }),
  'a value less': withEntry({ values: [] }),
  'a value more': withEntry({
    values: [
      ['k', 1],
      ['l', null],
    ],
  }),
  orphans: { state: { orphans: [1] } },
  astray: { state: { astray: { b: 1 } } },
  'a handle': { state: { handles: { h: 2 } } },
  'a handle less': { state: { handles: {} } },
  visited: { visited: 7 },
}

function withEntry(entry: Partial<State['list'][number]>): Changed {
  const was = { number: 1, sid: 'a', stamp: 0, values: [['k', 1]] as const }
  return { state: { list: [{ ...was, ...entry }] } }
}
