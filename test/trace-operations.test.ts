/**
 * Holds both parsers and both engines to the table of operations: lines are
 * made from each row, some right and some wrong.
 */
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readOriginalModule } from '../src/evidence/original.ts'
import { openEngines } from '../src/evidence/runs.ts'
import { openProject } from '../src/project/project.ts'
import { VirtualClock } from '../src/trace/clock.ts'
import { formatOperation, formatResult } from '../src/trace/format.ts'
import { operationNames, operations } from '../src/trace/operations.ts'
import { parse } from '../src/trace/parse.ts'
import { runProgram } from '../src/trace/program.ts'
import { linesOf } from './operation-lines.ts'

/** Before each operation: two sessions, of which the older has a value. */
const before = 'h = init ana\nh.set "k" 1\ninit bo\nwait 1s\n'
const at = 4

/** What the Go program answers to the last line; undefined if it refuses one. */
function answerOfGo(text: string): object | undefined {
  const lines = text.split('\n').map((line) => `${line}\n`)
  let answer = ''
  const { code } = runProgram(readOriginalModule(), new VirtualClock(), {
    nextLine: () => lines.shift(),
    onOutput: (output) => {
      answer = output
    },
  })
  return code === 0 ? JSON.parse(answer) : undefined
}

const engines = Object.values(openEngines())

describe.each(operationNames.all)('%s', (name) => {
  const { form, gives, does } = operations[name]
  const { right, wrong } = linesOf(name)

  it.each(right)('is read by both parsers as written: %s', (line) => {
    const operation = parse(before + line).operations[at]
    expect(operation).toMatchObject({ name })
    expect(operation && formatOperation(operation)).toBe(line)
    expect(answerOfGo(before + line)).toBeDefined()
  })

  it.each(wrong)('is refused by both parsers: %s', (line) => {
    expect(() => parse(before + line)).toThrow()
    expect(answerOfGo(before + line)).toBeUndefined()
  })

  it.each(engines)('gives and does what the table says: $name', (engine) => {
    // A session that is there already would only be found.
    const line = `${right[0]}`.replace('ana', form === 'keeping' ? 'cy' : 'ana')
    const after = '\ninit zed'
    const [steps = [], without = []] = engine.run(
      [`${before}${line}${after}`, `${before.trim()}${after}`].map((text) =>
        parse(text),
      ),
    )
    const { result, error, state } = steps[at] ?? {}
    expect(error).toBeUndefined()
    expect(result === undefined).toBe(gives === 'none')
    if (result !== undefined) {
      const said = `${before}${line} => ${formatResult(name, result)}`
      expect(parse(said).operations[at]?.expected).toEqual({ value: result })
    }
    const touched = state?.list[0]
    const done =
      touched?.sid === 'ana' && touched.stamp === 1000
        ? 'touches'
        : !isDeepStrictEqual(steps.at(-1)?.state, without.at(-1)?.state)
          ? 'changes'
          : 'result' in (answerOfGo(before + line) ?? {})
            ? 'asks'
            : 'observes'
    expect(done).toBe(does)
  })
})

it('the Go parser has no other operations', () => {
  const source = openProject().read('go-reference/cmd/trace/parse.go')
  const cases = [...source.matchAll(/^\tcase (".*"):$/gm)].flatMap(
    ([, names]) =>
      [...`${names}`.matchAll(/"\.?(\w+)"/g)].map(([, name]) => name),
  )
  expect(cases.toSorted()).toEqual(operationNames.all.toSorted())
})
