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

/** A copy of the project's modules. */
export interface Copy {
  /** Loads a module, relative to src/, and what it imports. */
  load(file: string): Promise<object>
  /** Forgets what was loaded: the next `load` begins a new program. */
  reset(): void
}

/**
 * Opens a copy with these edits.
 * @param given Modules that it gets in the place of these packages and files.
 */
export function openCopy(
  edits: readonly Edit[],
  given: Readonly<Record<string, object>> = {},
): Copy {
  const loaded = new Map<string, Promise<object>>()
  const load = async (name: string): Promise<object> => {
    const own = given[name]
    if (own) return own
    if (!/\.(ts|json)$/.test(name)) return await import(name)
    const module = loaded.get(name) ?? evaluate(name, edits, load)
    loaded.set(name, module)
    return await module
  }
  return { load, reset: () => loaded.clear() }
}

/**
 * Loads a new copy of the port with these edits.
 * @throws {Error} If an edit cannot be made, or the edited port cannot load.
 */
export async function loadPort(edits?: readonly Edit[]): Promise<EditedPort> {
  const { store, ...others } = await loadStore(portFile, edits)
  return { memory: store as typeof memory, ...others }
}

/** The same for the repaired store. */
export async function loadRepaired(
  edits?: readonly Edit[],
): Promise<EditedRepaired> {
  const { store, ...others } = await loadStore(repairedFile, edits)
  return { repaired: store as typeof repaired, ...others }
}

async function loadStore(file: string, edits: readonly Edit[] = []) {
  const { load } = openCopy(edits)
  return {
    store: await load(file),
    session: (await load('session.ts')) as typeof session,
    time: (await load('time.ts')) as typeof time,
  }
}

/** A path relative to src/, without a way out of src/ and back. */
const fromSource = (path: string): string => path.replace(/^\.\.\/src\//, '')

async function evaluate(
  file: string,
  edits: readonly Edit[],
  load: Copy['load'],
): Promise<object> {
  const text = readEdited(file, edits)
  if (file.endsWith('.json')) return { default: JSON.parse(text) }
  const exports = {}
  const run = await compile(file, text)
  const loadNamed = (name: string): Promise<object> =>
    load(
      name.startsWith('.')
        ? fromSource(posix.join(posix.dirname(file), name))
        : name,
    )
  await run(
    loadNamed,
    loadNamed,
    (name, get) => Object.defineProperty(exports, name, { get }),
    { url: new URL(file, source).href },
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

type LoadNamed = (name: string) => Promise<object>

/**
 * A compiled module: takes a loader for its imports, one for those that it makes
 * while it runs, a sink for its exports, and its `import.meta`.
 */
type Run = (
  load: LoadNamed,
  loadLater: LoadNamed,
  give: (name: string, get: () => unknown) => void,
  meta: { readonly url: string },
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
    '__vite_ssr_dynamic_import__',
    '__vite_ssr_exportName__',
    '__vite_ssr_import_meta__',
    result?.code ?? '',
  )
}
