/** Loads the original from its file. For Node; a browser fetches the bytes. */
import { readFile } from 'node:fs/promises'
import type { Engine } from './engine.ts'
import { type OriginalOptions, originalEngine } from './original.ts'

const file = new URL('../../go-reference/trace.wasm', import.meta.url)

/** Compiled once a process, since that takes longer than most traces. */
let module: Promise<WebAssembly.Module> | undefined

/**
 * The engine over go-reference/trace.wasm.
 * @throws {Error} If the file cannot be read.
 */
export async function readOriginal(
  options: OriginalOptions = {},
): Promise<Engine> {
  module ??= readFile(file).then((bytes) => WebAssembly.compile(bytes))
  return originalEngine(await module, options)
}
