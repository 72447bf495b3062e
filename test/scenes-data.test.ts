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
import { wordsIn } from '../.vitepress/scenes/say.ts'
import { sceneOf } from '../.vitepress/scenes/scene.ts'
import { plain } from '../.vitepress/scenes/words.ts'
import { languages } from '../.vitepress/site/languages.ts'
import { readProgram, readPrograms } from '../.vitepress/weave/programs.ts'
import { openCovering } from '../src/evidence/coverage.ts'
import { readVerdicts } from '../src/evidence/read-verdicts.ts'
import { runsOnRepaired } from '../src/evidence/repaired-claims.ts'
import { linesOf, openProject } from '../src/project/project.ts'

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

it('a pass that a living tail stops runs break; one that collects, Remove', () => {
  const { lines, ran } = dataOf('gc-tail-first')
  const go = linesOf(project.read('go-reference/providers/memory/memory.go'))
  const ts = linesOf(project.read('src/providers/memory.ts'))
  const code = (step: number) => {
    const { go: goLines = [], ts: tsLines = [] } = lines[ran[step] ?? -1] ?? {}
    return [
      goLines.map((line) => go[line - 1]?.trim()),
      tsLines.map((line) => ts[line - 1]?.trim()),
    ]
  }
  const [collects = [], port = []] = code(13)
  expect(collects).toContain('pder.list.Remove(element)')
  expect(collects).toContain('defer pder.lock.Unlock()')
  // In order of execution: the last look finds a living tail.
  expect(port.indexOf('this.list.remove(element)')).toBeGreaterThan(0)
  expect(port.at(-1)).toBe('break')
  expect(code(11)).toEqual([[], []])
  const shielded = dataOf('fresh-shields-expired')
  const last = shielded.lines[shielded.ran[7] ?? -1]?.go ?? []
  const text = last.map((line) => go[line - 1]?.trim())
  expect(text).toContain('break')
  expect(text).not.toContain('pder.list.Remove(element)')
})

it('a pass of the repaired store runs the lines of its own files', async () => {
  const run = runsOnRepaired(project).get('fresh-shields-expired')
  const { pairs } = readProgram(project, 'repaired')
  const repaired = await openCovering('repaired')
  const { lines, ran } = stepsData(run ?? expect.fail(), repaired, pairs)
  const { go = [], ts = [] } = lines[ran[7] ?? -1] ?? {}
  const text = (file: string, of: readonly number[]) => {
    const all = linesOf(project.read(file))
    return of.map((line) => all[line - 1]?.trim())
  }
  const goText = text('go-reference/providers/repaired/repaired.go', go)
  expect(goText).toContain('pder.remove(element)')
  expect(goText).toContain('defer pder.lock.Unlock()')
  expect(goText).not.toContain('lock        sync.Mutex               // lock')
  const tsText = text('src/providers/repaired.ts', ts)
  expect(tsText).toContain('this.remove(element)')
  expect(tsText.at(-1)).toBe('break')
})

it('a page says of each step what the built page says, in every language', () => {
  const { port } = runOf('orphan-evicts-live')
  for (const locale of languages) {
    const texts = JSON.parse(JSON.stringify(compiledTexts(project, locale)))
    for (const [index] of port.entries()) {
      const scene = sceneOf(port, index)
      const say = (words: ReturnType<typeof wordsIn>) =>
        plain(captionOf(port, index, scene, words))
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
