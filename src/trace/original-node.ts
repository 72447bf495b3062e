/** Loads the original from its file. For Node; a browser fetches the bytes. */
import { readFile } from 'node:fs/promises'
import type { Engine } from './engine.ts'
import { loadOriginal, type OriginalOptions } from './original.ts'

const file = new URL('../../go-reference/trace.wasm', import.meta.url)

/** The engine over go-reference/trace.wasm. */
export async function readOriginal(
  options: OriginalOptions = {},
): Promise<Engine> {
  return loadOriginal(await readFile(file), options)
}
