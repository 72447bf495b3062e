/**
 * Tests that an edit of the port makes exactly the claim fall that
 * test/breaks.json names, and no others but those it names beside it. What takes
 * long is left out here: test/breaks/ runs everything on every edit, and has the
 * edits that only a compiler, Go or Redis can judge.
 */
import { describe, expect, it } from 'vitest'
import { readBreaks } from '../src/evidence/breaks.ts'
import { readVerdicts } from '../src/evidence/read-verdicts.ts'
import { sides } from '../src/evidence/verdict-types.ts'
import { openProject } from '../src/project/project.ts'
import { shownElsewhere } from './breaks/elsewhere.ts'
import { fallen } from './fallen.ts'

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

describe('edits of the port', () => {
  it('none: no claim falls', async () => {
    expect(await fallen([])).toEqual([])
  })

  for (const [id, { port }] of breaks) {
    if (!port || shownElsewhere.includes(id)) continue
    it(`${[id, ...port.also].join(', ')}: what breaks it breaks nothing else`, async () => {
      const own = inOrder([id, ...port.also])
      expect(await fallen(port.edits, own)).toEqual(own)
    })
  }
})

/** Ids in the registry's order. */
const inOrder = (ids: readonly string[]): string[] =>
  [...claims.keys()].filter((id) => ids.includes(id))
