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
import {
  type OperationName,
  operationNames,
  operations,
} from '../src/trace/operations.ts'
import { parse } from '../src/trace/parse.ts'
import { runProgram } from '../src/trace/program.ts'
import { once } from './once.ts'
import { linesOf } from './operation-lines.ts'

/** Before each operation: two sessions, of which the older has a value. */
const before = 'h = init ana\nh.set "k" 1\ninit bo\nwait 1s\n'
const at = 4

/**
 * What the Go program answers to the last line of each text. It ends at the
 * first line that it refuses, and has no answer from there on.
 */
function answersOfGo(texts: readonly string[]): object[] {
  const lines = texts.flatMap((text) => [...text.split('\n'), '---'])
  const answers: object[] = []
  let answer = ''
  runProgram(readOriginalModule(), new VirtualClock(), {
    nextLine() {
      const line = lines.shift()
      if (line === '---') answers.push(JSON.parse(answer))
      return line && `${line}\n`
    },
    onOutput: (output) => {
      answer = output
    },
  })
  return answers
}

const names = operationNames.all
const right = names.flatMap((name) => linesOf(name).right)
/** Its answers to all right lines: a program takes long to start. */
const answers = once(() => answersOfGo(right.map((line) => before + line)))
const answerTo = (line: string) => answers()[right.indexOf(line)]

const after = '\ninit zed'

/** A right line. A session that is there already would only be found. */
function lineOf(name: OperationName): string {
  const [line = ''] = linesOf(name).right
  const { form } = operations[name]
  return line.replace('ana', form === 'keeping' ? 'cy' : 'ana')
}

/** A trace without an operation, and then one with each. */
const traces = ['', ...names.map(lineOf)].map((line) =>
  parse(`${before}${line}${after}`),
)

const engines = Object.values(openEngines()).map((engine) => ({
  name: engine.name,
  runs: once(() => engine.run(traces)),
}))

describe.each(names)('%s', (name) => {
  const { gives, does } = operations[name]
  const { right, wrong } = linesOf(name)

  it.each(right)('is read by both parsers as written: %s', (line) => {
    const operation = parse(before + line).operations[at]
    expect(operation).toMatchObject({ name })
    expect(operation && formatOperation(operation)).toBe(line)
    expect(answerTo(line)).toBeDefined()
  })

  it.each(wrong)('is refused by both parsers: %s', (line) => {
    expect(() => parse(before + line)).toThrow()
    expect(answersOfGo([before + line])).toEqual([])
  })

  it.each(engines)('gives and does what the table says: $name', ({ runs }) => {
    const line = lineOf(name)
    const [without = [], ...all] = runs()
    const steps = all[names.indexOf(name)] ?? []
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
          : 'result' in (answerTo(`${right[0]}`) ?? {})
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
