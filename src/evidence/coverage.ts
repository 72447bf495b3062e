/** Finds which lines of the port each claim's trace executes. */
import type { Playable } from '../trace/engine.ts'
import { portEngine } from '../trace/port.ts'
import { portFile } from './edit.ts'
import { loadPort, readEdited } from './edits.ts'
import { instrument } from './instrument.ts'
import type { Judged } from './verdict-types.ts'

/** What executes a line of src/providers/memory.ts. */
export interface Exercise {
  /** The claims whose traces execute it, in the registry's order. */
  readonly claims: readonly string[]
  /** Whether loading the module executes it. */
  readonly loading: boolean
}

/** Executable lines, from 1, and what executes them. */
export type Coverage = ReadonlyMap<number, Exercise>

/** Runs traces on a copy of the port that reports its executed lines. */
export interface Covering {
  /** The lines that the claims' traces execute. */
  of(claims: ReadonlyMap<string, Judged>): Coverage
  /**
   * The lines of the port that each step of a trace executes, from 1, in the
   * order in which they are executed first.
   */
  steps(trace: Playable): (readonly number[])[]
}

const hook = 'partIsExecuted'

let opened: Promise<Covering> | undefined

/** Loads the copy once per process. @throws {Error} If it cannot be loaded. */
export function openCovering(): Promise<Covering> {
  opened ??= load()
  return opened
}

async function load(): Promise<Covering> {
  const text = readEdited(portFile, [])
  const { code, parts } = instrument(text, hook)
  let executed = new Set<number>()
  Reflect.set(globalThis, hook, (part: number) => executed.add(part))
  const port = await loadPort([{ file: portFile, find: text, replace: code }])
  const loading = executed
  const engine = portEngine(port)
  const known = new WeakMap<ReadonlyMap<string, Judged>, Coverage>()
  return {
    of(claims) {
      const coverage = known.get(claims) ?? cover(claims.values())
      known.set(claims, coverage)
      return coverage
    },
    steps(trace) {
      const found: (readonly number[])[] = []
      executed = new Set()
      for (const _ of engine.steps(trace)) {
        found.push([...executed].flatMap((part) => parts[part] ?? []))
        executed = new Set()
      }
      return found
    },
  }

  function cover(claims: Iterable<Judged>): Coverage {
    const found = parts.map((): string[] => [])
    for (const { id, run } of claims) {
      if (!run) continue
      executed = new Set()
      engine.run([run.trace])
      for (const part of executed) found[part]?.push(id)
    }
    const lines = parts.flatMap((lines, part) =>
      lines.map((line): [number, Exercise] => [
        line,
        { claims: found[part] ?? [], loading: loading.has(part) },
      ]),
    )
    return new Map(lines.sort(([a], [b]) => a - b))
  }
}
