/** Compiles an edited port to JavaScript, line by line, in the page. */
import { transform } from 'sucrase'
import { applyEdits } from '../../../src/evidence/edit.ts'
import type { Code } from '../../../src/playground/messages.ts'
import { presetNamed } from '../../../src/playground/presets.ts'
import type { Problem } from './typing.ts'

/** A text that cannot be compiled. */
export class CompileError extends Error {
  constructor(readonly problem: Problem) {
    super(`line ${problem.line}: ${problem.message}`)
  }
}

/** The longest code that is compiled, in characters. The port has 6,000. */
const MOST_CODE = 200_000

const timeFile = 'time.ts'

/**
 * Compiles the port.
 * @param memory The edited text of memory.ts.
 * @param preset The name of a preset, whose edits of `time` are made too.
 * @throws {CompileError} If a text cannot be compiled.
 */
export function compile(memory: string, preset: string, time: string): Code {
  const edits = presetNamed(preset)?.edits ?? []
  if (!edits.some(({ file }) => file === timeFile)) {
    return { memory: toScript(memory) }
  }
  const edited = applyEdits(timeFile, time, edits)
  return { memory: toScript(memory), time: toScript(edited) }
}

/** What is wrong with the text of memory.ts, if anything. */
export function problemsIn(memory: string): Problem[] {
  try {
    toScript(memory)
    return []
  } catch (error) {
    if (error instanceof CompileError) return [error.problem]
    throw error
  }
}

/** JavaScript in strict mode, on the same lines. */
function toScript(text: string): string {
  if (text.length > MOST_CODE) {
    const message = `the code has more than ${MOST_CODE} characters`
    throw new CompileError({ line: 1, message })
  }
  try {
    return transform(text, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
    }).code
  } catch (error) {
    const said = error instanceof Error ? error.message : `${error}`
    const [, message = said, line = 1] = /^(.*) \((\d+):\d+\)$/.exec(said) ?? []
    throw new CompileError({
      line: Number(line),
      message: message.replace(/^Error transforming [^:]*: /, ''),
    })
  }
}
