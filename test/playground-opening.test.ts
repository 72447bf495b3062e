/** Tests at which step of its trace each example of the playground opens. */
import { describe, expect, test } from 'vitest'
import { chapter } from '../.vitepress/book.ts'
import { openingStep } from '../.vitepress/playground/opening.ts'
import { readClaims, tracesOf } from '../src/evidence/claims.ts'
import { openEngines } from '../src/evidence/runs.ts'
import { openProject } from '../src/project/project.ts'
import { traceOf } from './claims.ts'
import { stepsOn } from './steps.ts'

const project = openProject()
const claims = readClaims(project)
const page = project.read(`docs/en/${chapter}.md`)
const { port } = openEngines()

/** The steps of a claim's trace, and the index of that at which it opens. */
function opened(id: string, text = page) {
  const trace = traceOf(id)
  const steps = stepsOn(port, trace)
  const symbol = claims.get(id)?.symbol ?? ''
  return { steps, at: openingStep(id, symbol, trace.operations, text) }
}

describe('an example of the playground', () => {
  test.each([
    ['fresh-shields-expired', 'gc 10'],
    ['gc-tail-first', 'gc 10'],
    ['late-read-revives', 'late.get "user" => "Ann"'],
    ['set-stores-then-touches', 'b.set "user" "Bo" => nil'],
    ['init-twice-orphans', 'second = init ana => ana'],
    ['read-does-not-touch', 'read ana => ana'],
    ['expired-still-read', 'late = read ana => ana'],
    ['global-pder', 'there.set "user" "Ann" => nil'],
    ['gc-lifetime-negative', 'gc -5'],
  ])('%s opens at %s', (id, text) => {
    const { steps, at } = opened(id)
    expect(steps[at]?.text).toBe(text)
  })

  test('opens at the last step of the scene that the chapter has of its trace', () => {
    const scene = (steps: string) =>
      `<Scene trace="gc-empty" steps="${steps}" />`
    expect(opened('gc-empty', scene('2')).at).toBe(1)
    expect(opened('gc-empty', scene('1 3-5')).at).toBe(4)
  })

  test('opens at no step that leaves nothing of a list', () => {
    const emptied = tracesOf(claims).filter((id) => {
      const { steps, at } = opened(id)
      const left = (index: number) => steps[index]?.state.list.length ?? 0
      return left(at) === 0 && left(at - 1) > 0
    })
    expect(emptied).toEqual([])
  })
})
