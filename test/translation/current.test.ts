// Tests the current translations.
import { expect, it } from 'vitest'
import { checkNames } from '../../.vitepress/translation/checks/finding.ts'
import { check, pageReader } from '../../.vitepress/translation/checks/index.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { copyProject } from '../weave/copy.ts'

const copy = copyProject()
const asIs = await check(copy, await pageReader(copy))

for (const [name, statement] of Object.entries(checkNames)) {
  it(`${name}: ${statement}`, () => {
    const errors = asIs.filter(
      (each) => each.check === name && each.severity === 'error',
    )
    expect(errors.map(formatProblem)).toEqual([])
  })
}
