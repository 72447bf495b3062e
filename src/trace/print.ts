/** Writes a trace's run, operation by operation, for people to read. */
import { differences, type Part } from './compare.ts'
import type { Engine, Step } from './engine.ts'
import { formatExpectation } from './format.ts'
import { formatOutcome, formatParts, formatState } from './show.ts'
import type { Operation, Trace } from './trace.ts'

/** One trace, run on one engine or on two. */
export interface Ran {
  readonly trace: Trace
  readonly runs: readonly EngineRun[]
}

export interface EngineRun {
  readonly engine: Engine['name']
  readonly steps: readonly Step[]
}

/** Whether all expectations came true, and all engines did the same. */
export function isGood({ trace, runs }: Ran): boolean {
  return trace.operations.every(
    (_, index) =>
      runs.every(({ steps }) => steps[index]?.ok) &&
      differing(runs, index).length === 0,
  )
}

/** The parts in which the engines differ after one operation. */
export function differing(runs: readonly EngineRun[], index: number): Part[] {
  const [a, b] = runs.map(({ steps }) => steps[index])
  return a && b ? differences(a, b) : []
}

/** The whole run as lines of text. */
export function printRun({ trace, runs }: Ran): string[] {
  const lines = [`${trace.file}: ${trace.title || 'untitled'}`]
  const width = `${trace.operations.at(-1)?.line ?? ''}`.length
  const indent = ' '.repeat(width + 3)
  for (const [index, operation] of trace.operations.entries()) {
    const number = `${operation.line}`.padStart(width)
    const failed = failures(operation, runs, index)
    const parts = differing(runs, index)
    const bad = failed.length + parts.length > 0
    const gave = parts.length > 0 ? '' : unexpected(operation, runs, index)
    lines.push(`${bad ? '✗' : ' '} ${number} ${operation.text}${gave}`)
    const below =
      parts.length > 0
        ? sideBySide(operation, runs, index, parts)
        : [state(operation, runs, index)]
    lines.push(...[...failed, ...below].map((line) => `${indent}${line}`))
  }
  return lines
}

/** What was expected and did not come, by engine unless all got the same. */
function failures(
  { name, expected }: Operation,
  runs: readonly EngineRun[],
  index: number,
): string[] {
  const found = runs.flatMap(({ engine, steps }) => {
    const step = steps[index]
    if (!step || step.ok) {
      return []
    }
    const wanted = expected ? formatExpectation(name, expected) : 'no error'
    const came = formatOutcome(name, step)
    const text = `expected ${wanted || 'nothing'}, got ${came || 'nothing'}`
    return [[engine, text] as const]
  })
  const texts = new Set(found.map(([, text]) => text))
  return texts.size === 1 && found.length === runs.length
    ? [...texts]
    : found.map(([engine, text]) => `${engine}: ${text}`)
}

/** What an operation gave, to stand behind it if nothing was expected. */
function unexpected(
  { name, expected }: Operation,
  runs: readonly EngineRun[],
  index: number,
): string {
  const step = runs[0]?.steps[index]
  return step?.ok && step.result !== undefined && !expected
    ? ` => ${formatOutcome(name, step)}`.trimEnd()
    : ''
}

/** The state on all engines, and what a gc has looked at. */
function state(
  { name }: Operation,
  runs: readonly EngineRun[],
  index: number,
): string {
  const step = runs[0]?.steps[index]
  const text = step ? formatState(step.state) : ''
  return name === 'gc' ? `${text} | visited: ${step?.visited}` : text
}

/** A table of what each engine has, with a mark where they differ. */
function sideBySide(
  { name }: Operation,
  runs: readonly EngineRun[],
  index: number,
  parts: readonly Part[],
): string[] {
  const [left, right] = runs.map(({ steps }) => steps[index])
  if (!left || !right) {
    return []
  }
  const [ours, theirs] = [formatParts(name, left), formatParts(name, right)]
  const [head, behind] = runs.map(({ engine }) => engine)
  const width = Math.max(...Object.values(ours).map(({ length }) => length), 4)
  const rows = (Object.keys(ours) as Part[])
    .filter((part) => ours[part] + theirs[part] !== '')
    .map((part) => [part, ours[part], theirs[part]] as const)
  return [['', head, behind] as const, ...rows].map(([part, a = '', b]) => {
    const mark = parts.some((one) => one === part) ? '≠' : ' '
    return `${part.padEnd(8)}${mark} ${a.padEnd(width)}   ${b}`.trimEnd()
  })
}
