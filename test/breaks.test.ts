/**
 * Tests that an edit of the port makes the claims fall that test/breaks.json
 * names. test/breaks/ runs everything on every edit, to see that no other claim
 * falls, and has the edits that only a compiler, Go or Redis can judge.
 */
import { describe, expect, it } from 'vitest'
import { breaksFile, readBreaks } from '../src/evidence/breaks.ts'
import { readVerdicts } from '../src/evidence/read-verdicts.ts'
import { sides } from '../src/evidence/verdict-types.ts'
import { problemsOf } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { shownElsewhere } from './breaks/elsewhere.ts'
import { fallen } from './fallen.ts'
import { projectWith } from './project-with.ts'

const project = openProject()
const breaks = readBreaks(project)
const { claims } = readVerdicts(project)

it('breaks.json: each claim has what breaks it on each side with a verdict', () => {
  const wanted = [...claims.values()].map(({ id, ...verdicts }) => [
    id,
    sides.filter((side) => verdicts[side] !== 'none'),
  ])
  const found = [...breaks].map(([id, entry]) => [
    id,
    sides.filter((side) => entry[side] !== undefined),
  ])
  expect(found).toEqual(wanted)
})

const edit = { file: 'providers/memory.ts', find: 'pushBack', replace: 'x' }
const goEdit = {
  file: 'providers/memory/memory.go',
  find: 'PushBack',
  replace: 'x',
}

const wrong: Record<string, [entries: object, message: string]> = {
  'no claim': [{ 'gc-emty': {} }, '"gc-emty" is no claim'],
  'no side': [{ 'gc-empty': { go: {} } }, '"go" is no side'],
  'no edits': [{ 'gc-empty': { port: {} } }, 'write "edits", or why'],
  'half an edit': [port({ ...edit, find: 1 }), 'an edit needs "file"'],
  'edits that are no list': [
    { 'gc-empty': { port: { edits: edit } } },
    'must be lists',
  ],
  'other claims that are no list': [
    { 'gc-empty': { port: { edits: [edit], also: 'gc-empty' } } },
    'must be lists',
  ],
  'no file': [port({ ...edit, file: 'no.ts' }), 'no file src/no.ts'],
  'no change': [port({ ...edit, replace: 'pushBack' }), 'changes nothing'],
  'a lost text': [port({ ...edit, find: 'lost' }), 'found "lost" 0 times'],
  'no such claim': [port(edit, ['gc-emty']), '"gc-emty" is no claim'],
  'edits, and a reason why there are none': [
    { 'gc-empty': { port: { edits: [edit], none: 'Nothing can.' } } },
    'write "edits", or why',
  ],
  'no file of Go': [
    go({ ...goEdit, file: 'no.go' }),
    'no file go-reference/no',
  ],
  'no change of Go': [
    go({ ...goEdit, replace: 'PushBack' }),
    'changes nothing',
  ],
  'a lost text of Go': [
    go({ ...goEdit, find: 'lost' }),
    'found "lost" 0 times',
  ],
}

it.each(Object.entries(wrong))(
  'breaks.json: %s is reported with its line',
  (_, [entries, message]) => {
    const text = JSON.stringify(entries, null, 1)
    const lied = projectWith({ [breaksFile]: text })
    const [problem, ...others] = problemsOf(() => readBreaks(lied))
    expect(problem?.message).toContain(message)
    expect(problem).toMatchObject({
      file: breaksFile,
      line: expect.any(Number),
    })
    expect(problem?.line).toBeGreaterThan(1)
    expect(others).toEqual([])
  },
)

/** The registry of one claim with one edit of the port. */
function port(changed: object, also: readonly string[] = []) {
  return { 'gc-empty': { port: { edits: [changed], also } } }
}

/** The same with an edit of the listing. */
function go(changed: object) {
  return { 'gc-empty': { original: { edits: [changed] } } }
}

describe('edits of the port', () => {
  it('of a comment: no claim falls', async () => {
    const file = 'container/list.ts'
    const find = 'export class List'
    expect(
      await fallen([{ file, find, replace: `/* as before */ ${find}` }]),
    ).toEqual([])
  })

  for (const [id, { port }] of breaks) {
    if (!port || shownElsewhere.includes(id)) continue
    it(`${[id, ...port.also].join(', ')}: what breaks it is seen`, async () => {
      const own = inOrder([id, ...port.also])
      expect(await fallen(port.edits, own)).toEqual(own)
    })
  }
})

/** Ids in the registry's order. */
const inOrder = (ids: readonly string[]): string[] =>
  [...claims.keys()].filter((id) => ids.includes(id))
