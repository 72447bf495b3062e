// The claims that prove why lines of one side face nothing.
import { expect, it } from 'vitest'
import { readClaims } from '../.vitepress/weave/claims.ts'
import { problemsOf } from '../.vitepress/weave/problem.ts'
import { openProject } from '../.vitepress/weave/project.ts'
import { proofs, requireProofs } from '../.vitepress/weave/proofs.ts'

const project = openProject()
const claims = readClaims(project)

it('requireProofs: every gap that is proven is proven by a claim', () => {
  expect(problemsOf(() => requireProofs(project, claims))).toEqual([])
})

it('requireProofs: a proof that is no claim stops the build in its line', () => {
  const without = new Map(claims)
  without.delete('differs-mutex')
  const file = '.vitepress/weave/proofs.ts'
  const lines = project.read(file).split('\n')
  expect(problemsOf(() => requireProofs(project, without, proofs))).toEqual([
    {
      file,
      line: lines.findIndex((line) => line.includes("'differs-mutex'")) + 1,
      message: expect.stringContaining(
        'gap "no-lock" names the unknown claim "differs-mutex"',
      ),
    },
  ])
})
