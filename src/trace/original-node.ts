/** Loads the original from its file. For Node; a browser fetches the bytes. */
import { readFile } from 'node:fs/promises'
import type { Engine } from './engine.ts'
import {
  type OriginalOptions,
  originalEngine,
  readSources,
  type Sources,
} from './original.ts'

const file = new URL('../../go-reference/trace.wasm', import.meta.url)

/** Compiled once a process, since that takes longer than most traces. */
let module: Promise<WebAssembly.Module> | undefined

function readModule(): Promise<WebAssembly.Module> {
  module ??= readFile(file).then((bytes) => WebAssembly.compile(bytes))
  return module
}

/**
 * The engine over go-reference/trace.wasm.
 * @throws {Error} If the file cannot be read.
 */
export async function readOriginal(
  options: OriginalOptions = {},
): Promise<Engine> {
  return originalEngine(await readModule(), options)
}

/**
 * What go-reference/trace.wasm says it was built from.
 * @throws {Error} If the file cannot be read, or does not say it.
 */
export async function readOriginalSources(): Promise<Sources> {
  return readSources(await readModule())
}
