/** The original as the page of `original.ts` runs it. */
import { originalEngine } from '../../../src/trace/original.ts'
import { parse } from '../../../src/trace/parse.ts'

/** Loads the original. The function that it gives returns milliseconds. */
export async function load(address: string) {
  const program = await WebAssembly.compileStreaming(fetch(address))
  const engine = originalEngine(program)
  return (texts: readonly string[]): number => {
    const traces = texts.map((text) => parse(text))
    const begun = performance.now()
    engine.run(traces)
    return performance.now() - begun
  }
}
