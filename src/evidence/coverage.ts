/** Finds which lines of the port each claim's trace executes. */
import type { Playable, ProviderPackage } from '../trace/engine.ts'
import { portEngine } from '../trace/port.ts'
import { portFile } from './edit.ts'
import { loadPort, loadRepaired, readEdited, repairedFile } from './edits.ts'
import { instrument, type PartKind } from './instrument.ts'
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
   * order in which they are executed. A loop makes three groups for each pass
   * through it: up to what decides, what decides, and what follows.
   */
  steps(trace: Playable): (readonly (readonly number[])[])[]
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
  const { code, parts, kinds } = instrument(text, hook)
  let executed: number[] = []
  let own: readonly number[] | undefined
  const options = {
    // What the engine asks to report the step is none of the step's lines.
    afterCall() {
      own = [...executed]
    },
  }
  Reflect.set(globalThis, hook, (part: number) => executed.push(part))
  const edits = [{ file, find: text, replace: code }]
  const engine =
    provider === 'memory'
      ? portEngine(await loadPort(edits), options)
      : portEngine(await loadRepaired(edits), options)
  const loading = new Set(executed)
  const known = new WeakMap<ReadonlyMap<string, Judged>, Coverage>()
  return {
    of(claims) {
      const coverage = known.get(claims) ?? cover(claims.values())
      known.set(claims, coverage)
      return coverage
    },
    steps(trace) {
      const found: number[][][] = []
      const lines = (group: readonly number[]) => [
        ...new Set(group.flatMap((part) => parts[part] ?? [])),
      ]
      executed = []
      for (const _ of engine.steps(trace)) {
        found.push(grouped(own ?? executed, kinds).map(lines))
        executed = []
        own = undefined
      }
      return found
    },
  }

  function cover(claims: Iterable<Judged>): Coverage {
    const found = parts.map((): string[] => [])
    for (const { id, run } of claims) {
      if (!run) continue
      executed = []
      engine.run([run.trace])
      for (const part of new Set(executed)) found[part]?.push(id)
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

/** Splits the executed parts of a step at the passes through its loop. */
function grouped(
  executed: readonly number[],
  kinds: readonly PartKind[],
): (readonly number[])[] {
  const is = (kind: PartKind) => (part: number) => kinds[part] === kind
  const start = executed.findIndex(is('loop')) + 1
  if (start === 0) return [executed]
  const groups: (readonly number[])[] = []
  let rest = executed.slice(start)
  let head = executed.slice(0, start)
  while (rest.length > 0) {
    const next = rest.indexOf(rest[0] ?? -1, 1)
    const pass = next < 0 ? rest : rest.slice(0, next)
    const decides = pass.findLastIndex(is('decides'))
    const after = pass.findIndex((part, i) => i > decides && is('inside')(part))
    groups.push([...head, ...pass.slice(0, decides)])
    groups.push(pass.slice(decides, after), pass.slice(after))
    rest = rest.slice(pass.length)
    head = []
  }
  return groups
}
