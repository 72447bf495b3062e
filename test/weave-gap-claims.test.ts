// Tests that claims prove why some lines have no counterpart.
import { expect, it } from 'vitest'
import { requireGapClaims } from '../.vitepress/weave/gap-claims.ts'
import { readClaims } from '../src/evidence/claims.ts'
import { problemsOf } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'

const project = openProject()
const claims = readClaims(project)

it('requireGapClaims: every proof of a gap is a registered claim', () => {
  expect(problemsOf(() => requireGapClaims(project, claims))).toEqual([])
})

it('requireGapClaims: an unknown claim as a proof stops the build at its line', () => {
  const without = new Map(claims)
  without.delete('differs-mutex')
  const file = '.vitepress/book.ts'
  const lines = project.read(file).split('\n')
  expect(problemsOf(() => requireGapClaims(project, without))).toEqual([
    {
      file,
      line: lines.findIndex((line) => line.includes("'differs-mutex'")) + 1,
      message: expect.stringContaining(
        'gap "no-lock" names the unknown claim "differs-mutex"',
      ),
    },
  ])
})
