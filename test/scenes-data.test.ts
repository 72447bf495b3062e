// Tests the files that a page fetches to play a scene, and what they are from.
import { expect, it, test } from 'vitest'
import { stepsData } from '../.vitepress/claims/scene-data.ts'
import { captionOf } from '../.vitepress/scenes/caption.ts'
import { numbersIn } from '../.vitepress/scenes/chosen.ts'
import { compiledTexts } from '../.vitepress/scenes/compile.ts'
import { notesOf } from '../.vitepress/scenes/notes.ts'
import { unpack } from '../.vitepress/scenes/pack.ts'
import { rangesOf } from '../.vitepress/scenes/page/ranges.ts'
import { wordsFrom } from '../.vitepress/scenes/page/words.ts'
import type { StepsData } from '../.vitepress/scenes/published.ts'
import { wordsIn } from '../.vitepress/scenes/say.ts'
import { sceneOf } from '../.vitepress/scenes/scene.ts'
import { stagesOf } from '../.vitepress/scenes/stages.ts'
import { plain } from '../.vitepress/scenes/words.ts'
import { languages } from '../.vitepress/site/languages.ts'
import { readProgram, readPrograms } from '../.vitepress/weave/programs.ts'
import { openCovering } from '../src/evidence/coverage.ts'
import { readVerdicts } from '../src/evidence/read-verdicts.ts'
import { runsOnRepaired } from '../src/evidence/repaired-claims.ts'
import { linesOf, openProject } from '../src/project/project.ts'
import type { Step } from '../src/trace/engine.ts'

const project = openProject()
const { claims } = readVerdicts(project)
const [program] = readPrograms(project)
const covering = await openCovering()

const runOf = (id: string) => {
  const run = claims.get(id)?.run
  if (!run) throw new Error(`${id} has no trace`)
  return run
}

/** The data of a trace, as a page receives it. */
const dataOf = (id: string) =>
  JSON.parse(
    JSON.stringify(stepsData(runOf(id), covering, program?.pairs ?? [])),
  ) as ReturnType<typeof stepsData>

test.each(['orphan-evicts-live', 'global-pder', 'push-front-repairs'])(
  '%s: the packed steps are the steps of the original',
  (id) => {
    const { steps } = dataOf(id)
    const wanted = JSON.parse(JSON.stringify(runOf(id).original))
    const withoutErrors = (all: typeof wanted) =>
      all.map((step: object) => ({ ...step, error: undefined }))
    expect(withoutErrors(unpack(steps))).toEqual(withoutErrors(wanted))
  },
)

/** The lines that each stage of an operation executes, as the files have them. */
function codeOf(
  { port }: { port: readonly Step[] },
  { lines, ran }: StepsData,
  [goFile, tsFile]: readonly [string, string],
  operation: number,
) {
  const text = (file: string, of: readonly number[] = []) => {
    const all = linesOf(project.read(file))
    return of.map((line) => all[line - 1]?.trim())
  }
  return stagesOf(port).flatMap((stage, at) => {
    if (stage.operation !== operation) return []
    const { go, ts, last } = lines[ran[at] ?? -1] ?? {}
    const part = stage.pass?.part
    return [{ part, go: text(goFile, go), ts: text(tsFile, ts), last }]
  })
}

const files = [
  'go-reference/providers/memory/memory.go',
  'src/providers/memory.ts',
] as const

const codeIn = (id: string, operation: number) =>
  codeOf(runOf(id), dataOf(id), files, operation)

it('a pass is stepped through its loop: look, compare, remove or break', () => {
  const stages = codeIn('gc-tail-first', 13)
  expect(stages.map(({ part }) => part).join(' ')).toBe(
    'look compare remove look compare remove look compare stop',
  )
  const [look, compare, remove, again] = stages
  expect(look?.go).toContain('defer pder.lock.Unlock()')
  expect(look?.ts.at(-1)).toBe('if (element === null) {')
  expect(compare?.go.join()).toMatch(
    /^if \(.* \+ maxlifetime\) < .*Unix\(\) {$/,
  )
  expect(remove?.ts).toEqual([
    'this.list.remove(element)',
    'this.sessions.delete(element.value.sid)',
  ])
  expect(remove?.last).toEqual([remove?.go.at(-1), remove?.ts.at(-1)])
  expect(again?.go).toEqual([
    'element := pder.list.Back()',
    'if element == nil {',
  ])
  expect(stages.at(-1)).toMatchObject({ go: ['break'], ts: ['break'] })
})

it('what only checks is no step, and what the engine asks lights no line', () => {
  const { port } = runOf('gc-tail-first')
  const names = stagesOf(port).map(({ name }) => name)
  expect(names).not.toContain('list')
  const [made] = codeIn('global-pder', 0)
  expect(made?.ts.join()).toContain('sessionInit')
  const asked = ['get-touches-then-reads', 'global-pder'].flatMap((id) => {
    return runOf(id).port.flatMap(({ name }, at) =>
      ['init', 'read', 'provider', 'wait'].includes(name)
        ? codeIn(id, at).map(({ ts }) => ts.join())
        : [],
    )
  })
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((ts) => /sessionID|public list/.test(ts))).toEqual([])
})

it('a pass of the repaired store runs the lines of its own files', async () => {
  const run = runsOnRepaired(project).get('fresh-shields-expired')
  const { pairs } = readProgram(project, 'repaired')
  const repaired = await openCovering('repaired')
  if (!run) expect.fail()
  const stages = codeOf(
    run,
    stepsData(run, repaired, pairs),
    [
      'go-reference/providers/repaired/repaired.go',
      'src/providers/repaired.ts',
    ],
    7,
  )
  expect(stages[0]?.go).toContain('defer pder.lock.Unlock()')
  expect(stages[0]?.go.join()).not.toContain('sync.Mutex')
  expect(stages[1]?.ts.join()).toContain('alive(')
  expect(stages[2]?.go).toContain('pder.remove(element)')
  expect(stages[2]?.ts).toContain('this.remove(element)')
  expect(stages.at(-1)?.ts).toEqual(['break'])
})

it.each([
  ['another list', { list: [] }],
  ['an orphan more', { orphans: [1] }],
])('a state that no loop leaves is one step: %s', (_, state) => {
  const { port } = runOf('gc-tail-first')
  const step = port[13] ?? expect.fail()
  const edited = port.with(13, { ...step, state: { ...step.state, ...state } })
  const of = (steps: readonly Step[]) =>
    stagesOf(steps).filter(({ operation }) => operation === 13)
  expect(of(port)).toHaveLength(9)
  expect(of(edited)).toHaveLength(1)
  expect(() =>
    stepsData({ ...runOf('gc-tail-first'), port: edited }, covering, []),
  ).not.toThrow()
})

it('the stages are those that the port went through, or there is no file', () => {
  const run = runOf('gc-tail-first')
  const other = runOf('fresh-shields-expired')
  expect(() => stepsData({ ...run, trace: other.trace }, covering, [])).toThrow(
    "but the port's loop",
  )
})

it('a page says of each step what the built page says, in every language', () => {
  const { port } = runOf('orphan-evicts-live')
  for (const locale of languages) {
    const texts = JSON.parse(JSON.stringify(compiledTexts(project, locale)))
    const stages = stagesOf(port)
    for (const [index] of stages.entries()) {
      const scene = sceneOf(stages, index)
      const say = (words: ReturnType<typeof wordsIn>) =>
        plain(captionOf(stages, index, scene, words))
      expect(say(wordsFrom(texts))).toBe(say(wordsIn(locale)))
    }
  }
})

test.each(languages)('%s: every trace has its title and comments', (locale) => {
  const { traces } = compiledTexts(project, locale)
  for (const [id, { title, notes }] of Object.entries(traces)) {
    expect(
      [title, ...Object.values(notes)].map(([, lang]) => lang),
      id,
    ).toEqual([title, ...Object.values(notes)].map(() => undefined))
  }
})

it('comments that stand together belong to the operation below them', () => {
  const trace = '# title\n\n# one\n\n# two\ninit a # three\n\n"\n# end\n'
  expect(notesOf(trace)).toEqual({
    title: 'title',
    line: 1,
    operations: 2,
    notes: [{ key: '1', before: 0, lines: [3, 5, 6], text: 'one two three' }],
  })
})

test.each([
  ['1', [1]],
  ['3-5 1', [3, 4, 5, 1]],
  ['', []],
])('numbersIn: "%s"', (text, numbers) => {
  expect(numbersIn(text, 5)).toEqual(numbers)
})

test.each([
  ['0', 'there is no step 0; the steps are 1 to 5, so the nearest is 1'],
  ['2-9', 'there is no step 9; the steps are 1 to 5, so the nearest is 5'],
  ['5-3', 'the range "5-3" is backwards; write "3-5"'],
  ['two', 'cannot read the step "two"; write numbers and ranges such as'],
])('numbersIn: "%s" is refused', (text, says) => {
  expect(() => numbersIn(text, 5)).toThrow(says)
})

it('rangesOf: neighbouring lines are one range', () => {
  expect(rangesOf([83, 79, 80, 81, 92])).toBe('79–81, 83, 92')
})
