/** Opens the original, go-reference/trace.wasm, from its file. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openProject, type Project } from '../project/project.ts'
import type { OriginalOptions } from '../trace/conversation.ts'
import type { Engine } from '../trace/engine.ts'
import { IdentityError, type Sources } from '../trace/identity.ts'
import { originalEngine, readSources } from '../trace/original.ts'
import { splitSeal } from '../trace/seal.ts'
import { sumOf } from './recorded.ts'

/** Its path from the project's root. */
export const programFile = 'go-reference/trace.wasm'

/** The files whose texts it carries, below go-reference. */
const carried = [
  'providers/memory/memory.go',
  'providers/repaired/repaired.go',
  'session.go',
]

const project = openProject()

/** Compiled once per process: compiling takes longer than most traces. */
let module: WebAssembly.Module | undefined

/**
 * The compiled program.
 * @throws {Error} If the file cannot be read or is damaged.
 */
export function readOriginalModule(): WebAssembly.Module {
  module ??= compile(readFileSync(project.root + programFile))
  return module
}

/**
 * Compiles trace.wasm if it is what build-wasm.sh wrote.
 * @throws {IdentityError} If it is not: damaged code may never end.
 */
export function compile(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
  const { body, seal } = splitSeal(bytes) ?? {}
  const sum = body && createHash('sha256').update(body).digest('hex')
  if (body && sum === seal) return new WebAssembly.Module(bytes)
  const why = body
    ? 'its bytes do not have the sum in its seal'
    : 'its seal is missing'
  throw new IdentityError(
    `${programFile} is damaged: ${why}; restore it: git checkout -- ${programFile}`,
  )
}

/**
 * The engine for trace.wasm, which must carry the texts of the current files.
 * @throws {Error} If a file cannot be read, or trace.wasm is damaged.
 */
export function openOriginal(
  options: OriginalOptions = {},
  files: Pick<Project, 'read'> = project,
): Engine {
  const texts = Object.fromEntries(
    carried.map((name) => [name, files.read(`go-reference/${name}`)]),
  )
  return originalEngine(readOriginalModule(), { texts, ...options })
}

/**
 * The sources from which trace.wasm was built, as it reports them.
 * @throws {Error} If the file cannot be read, is damaged, or does not report
 * them.
 */
export const readOriginalSources = (): Sources =>
  readSources(readOriginalModule())

/**
 * The sums of the current files that trace.wasm is built from. A page compares
 * them with what its copy of the program reports.
 */
export function builtFrom(files: Project): Sources['sums'] {
  const names = [...readOriginalSources().sums.keys()]
  return new Map(
    names.map((name) => [
      name,
      sumOf(files, `go-reference/${name}`).slice(0, 32),
    ]),
  )
}
