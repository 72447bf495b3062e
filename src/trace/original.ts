/**
 * Runs traces on the original, which is the listing compiled to trace.wasm, or
 * on another provider in the same program.
 */
import { VirtualClock } from './clock.ts'
import { Conversation, type OriginalOptions } from './conversation.ts'
import { type Engine, engineOf } from './engine.ts'
import { decodeSources, type Sources } from './identity.ts'
import { runProgram } from './program.ts'

/**
 * Makes an engine for the original, in Node or in a browser.
 * @param bytes The contents of go-reference/trace.wasm.
 * @throws {WebAssembly.CompileError} If they are not a module.
 */
export async function loadOriginal(
  bytes: BufferSource,
  options: OriginalOptions = {},
): Promise<Engine> {
  return originalEngine(await WebAssembly.compile(bytes), options)
}

/** Makes the same engine from a module that is already compiled. */
export function originalEngine(
  module: WebAssembly.Module,
  options: OriginalOptions = {},
): Engine {
  return engineOf('original', (traces, take) => {
    let done = 0
    while (done < traces.length) {
      done = new Conversation(traces, done, take, options).hold(module)
    }
  })
}

/**
 * Asks a program for the sources from which it was built.
 * @throws {IdentityError} If it does not report them.
 */
export function readSources(module: WebAssembly.Module): Sources {
  const lines = ['sources\n']
  let reply = ''
  runProgram(module, new VirtualClock(), {
    nextLine: () => lines.pop(),
    onOutput: (text) => {
      reply += text
    },
  })
  return decodeSources(reply)
}
