/** Loads copies of the port with small edits, each copy for itself. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { moduleRunnerTransform, transformWithOxc } from 'vite'
import type * as memory from '../src/providers/memory.ts'
import type * as session from '../src/session.ts'
import type * as time from '../src/time.ts'

/** One replacement in a source file of the port. */
export interface Edit {
  /** Relative to src/. */
  readonly file: string
  /** Must stand in the file exactly once. */
  readonly find: string
  readonly replace: string
}

/** The port's modules, evaluated anew. */
export interface EditedPort {
  readonly memory: typeof memory
  readonly session: typeof session
  readonly time: typeof time
}

/** The file that mirrors the listing. */
export const listing = 'providers/memory.ts'

const source = new URL('../src/', import.meta.url)

/**
 * The port with these edits.
 * @throws {Error} If an edit cannot be made, or the edited port cannot load.
 */
export async function loadPort(
  edits: readonly Edit[] = [],
): Promise<EditedPort> {
  const loaded = new Map<string, Promise<object>>()
  const load = (file: string): Promise<object> => {
    const module = loaded.get(file) ?? evaluate(file, edits, load)
    loaded.set(file, module)
    return module
  }
  return {
    memory: (await load(listing)) as typeof memory,
    session: (await load('session.ts')) as typeof session,
    time: (await load('time.ts')) as typeof time,
  }
}

async function evaluate(
  file: string,
  edits: readonly Edit[],
  load: (file: string) => Promise<object>,
): Promise<object> {
  const exports = {}
  const run = await compile(file, edited(file, edits))
  await run(
    (name) =>
      name.startsWith('.')
        ? load(posix.join(posix.dirname(file), name))
        : import(name),
    (name, get) => Object.defineProperty(exports, name, { get }),
  )
  return exports
}

/** The source of a file, with the edits that are meant for it. */
export function edited(file: string, edits: readonly Edit[]): string {
  let text = readFileSync(new URL(file, source), 'utf8')
  for (const { find, replace } of edits.filter((edit) => edit.file === file)) {
    const count = text.split(find).length - 1
    if (count !== 1) {
      throw new Error(
        `src/${file}: found ${JSON.stringify(find)} ${count} times, expected ` +
          'it once; make the edit in test/mutants.ts fit the code again',
      )
    }
    text = text.replace(find, () => replace)
  }
  return text
}

/** A module as a function of what it imports and of where its exports go. */
type Run = (
  load: (name: string) => Promise<object>,
  give: (name: string, get: () => unknown) => void,
) => Promise<void>

const AsyncFunction: new (...code: string[]) => Run = Object.getPrototypeOf(
  async () => {},
).constructor

const compiled = new Map<string, Promise<Run>>()

/** Compiles as vitest itself does, and each text only once. */
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
