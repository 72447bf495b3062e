/** Finds which lines of the port each claim's trace executes. */
import type { Playable, ProviderPackage } from '../trace/engine.ts'
import { portEngine } from '../trace/port.ts'
import { portFile } from './edit.ts'
import { loadPort, loadRepaired, readEdited, repairedFile } from './edits.ts'
import { instrument } from './instrument.ts'
import type { Judged } from './verdict-types.ts'

/** What executes a line of the port, or of the repaired store. */
export interface Exercise {
  /** The claims whose traces execute it, in the registry's order. */
  readonly claims: readonly string[]
  /** Whether loading the module executes it. */
  readonly loading: boolean
}

/** Executable lines, from 1, and what executes them. */
export type Coverage = ReadonlyMap<number, Exercise>

/** Runs traces on a copy of a store that reports its executed lines. */
export interface Covering {
  /** The lines that the claims' traces execute. */
  of(claims: ReadonlyMap<string, Judged>): Coverage
  /**
   * The lines of the store that each step of a trace executes, from 1, in the
   * order in which they are executed first.
   */
  steps(trace: Playable): (readonly number[])[]
}

const opened = new Map<ProviderPackage, Promise<Covering>>()

/**
 * Loads the copy of a store once per process.
 * @throws {Error} If it cannot be loaded.
 */
export function openCovering(
  provider: ProviderPackage = 'memory',
): Promise<Covering> {
  const covering = opened.get(provider) ?? load(provider)
  opened.set(provider, covering)
  return covering
}

async function load(provider: ProviderPackage): Promise<Covering> {
  const file = provider === 'memory' ? portFile : repairedFile
  const hook = `partIsExecutedIn${provider}`
  const text = readEdited(file, [])
  const { code, parts } = instrument(text, hook)
  let executed = new Set<number>()
  Reflect.set(globalThis, hook, (part: number) => executed.add(part))
  const edits = [{ file, find: text, replace: code }]
  const engine =
    provider === 'memory'
      ? portEngine(await loadPort(edits))
      : portEngine(await loadRepaired(edits))
  const loading = executed
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
