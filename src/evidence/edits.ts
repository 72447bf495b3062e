/** Loads copies of the port with small edits. The copies share no state. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { moduleRunnerTransform, transformWithOxc } from 'vite'
import type * as memory from '../providers/memory.ts'
import type * as repaired from '../providers/repaired.ts'
import type * as session from '../session.ts'
import type * as time from '../time.ts'
import { applyEdits, type Edit, portFile } from './edit.ts'

/** The modules of one copy of the port. */
export interface EditedPort {
  readonly memory: typeof memory
  readonly session: typeof session
  readonly time: typeof time
}

/** The modules of one copy of the repaired store. */
export interface EditedRepaired {
  readonly repaired: typeof repaired
  readonly session: typeof session
  readonly time: typeof time
}

/** The file of the repaired store. */
export const repairedFile = 'providers/repaired.ts'

const source = new URL('../', import.meta.url)

/**
 * Loads a new copy of the port with these edits.
 * @throws {Error} If an edit cannot be made, or the edited port cannot load.
 */
export async function loadPort(
  edits: readonly Edit[] = [],
): Promise<EditedPort> {
  const load = loader(edits)
  return {
    memory: (await load(portFile)) as typeof memory,
    session: (await load('session.ts')) as typeof session,
    time: (await load('time.ts')) as typeof time,
  }
}

/**
 * Loads a new copy of the repaired store with these edits.
 * @throws {Error} If an edit cannot be made, or the copy cannot load.
 */
export async function loadRepaired(
  edits: readonly Edit[] = [],
): Promise<EditedRepaired> {
  const load = loader(edits)
  return {
    repaired: (await load(repairedFile)) as typeof repaired,
    session: (await load('session.ts')) as typeof session,
    time: (await load('time.ts')) as typeof time,
  }
}

/** A function that loads each file of a copy once. */
function loader(edits: readonly Edit[]): (file: string) => Promise<object> {
  const loaded = new Map<string, Promise<object>>()
  const load = (file: string): Promise<object> => {
    const module = loaded.get(file) ?? evaluate(file, edits, load)
    loaded.set(file, module)
    return module
  }
  return load
}

async function evaluate(
  file: string,
  edits: readonly Edit[],
  load: (file: string) => Promise<object>,
): Promise<object> {
  const exports = {}
  const run = await compile(file, readEdited(file, edits))
  await run(
    (name) =>
      name.startsWith('.')
        ? load(posix.join(posix.dirname(file), name))
        : import(name),
    (name, get) => Object.defineProperty(exports, name, { get }),
  )
  return exports
}

/**
 * The source of a file with its edits applied.
 * @throws {Error} If the text of an edit does not occur exactly once.
 */
export function readEdited(file: string, edits: readonly Edit[]): string {
  const text = readFileSync(new URL(file, source), 'utf8')
  return applyEdits(file, text, edits)
}

/** A compiled module: takes a loader for its imports and a sink for exports. */
type Run = (
  load: (name: string) => Promise<object>,
  give: (name: string, get: () => unknown) => void,
) => Promise<void>

const AsyncFunction: new (...code: string[]) => Run = Object.getPrototypeOf(
  async () => {},
).constructor

const compiled = new Map<string, Promise<Run>>()

/** Compiles a module as vitest does, and each text only once. */
function compile(file: string, text: string): Promise<Run> {
  const known = compiled.get(text) ?? transform(file, text)
  compiled.set(text, known)
  return known
}

async function transform(file: string, text: string): Promise<Run> {
  const { code } = await transformWithOxc(text, file, { sourcemap: false })
  const result = await moduleRunnerTransform(code, null, file, code)
  return new AsyncFunction(
    '__vite_ssr_import__',
    '__vite_ssr_exportName__',
    result?.code ?? '',
  )
}
