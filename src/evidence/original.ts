/** Opens the original, go-reference/trace.wasm, from its file. */
import { readFileSync } from 'node:fs'
import type { Engine } from '../trace/engine.ts'
import {
  type OriginalOptions,
  originalEngine,
  readSources,
  type Sources,
} from '../trace/original.ts'

const file = new URL('../../go-reference/trace.wasm', import.meta.url)

/** Compiled once per process: compiling takes longer than most traces. */
let module: WebAssembly.Module | undefined

function readModule(): WebAssembly.Module {
  module ??= new WebAssembly.Module(readFileSync(file))
  return module
}

/** The engine for trace.wasm. @throws {Error} If the file cannot be read. */
export const openOriginal = (options: OriginalOptions = {}): Engine =>
  originalEngine(readModule(), options)

/**
 * The sources from which trace.wasm was built, as it reports them.
 * @throws {Error} If the file cannot be read or does not report them.
 */
export const readOriginalSources = (): Sources => readSources(readModule())
