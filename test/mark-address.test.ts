// Tests that a link to a claim leads to the page that states the claim.
import { afterEach, expect, it } from 'vitest'
import { markAddress } from '../.vitepress/site/addresses.ts'
import { claimsFile, readClaims } from '../src/evidence/claims.ts'
import { openProject } from '../src/project/project.ts'
import { copyProject } from './weave/copy.ts'

const project = copyProject()
afterEach(() => project.mend())

it('markAddress: each claim has its mark where the address leads', () => {
  const real = openProject()
  for (const { id } of readClaims(real).values()) {
    const [page, fragment] = markAddress('en', id).split('#')
    expect(fragment).toBe(`claim-${id}`)
    expect(real.read(`docs/en${page}.md`)).toContain(`<Claim id="${id}" />`)
  }
})

it.each([
  ['"page": "other-storage"', '"page": "other-storge"', 'other-storage'],
  ['"page": "other-storage"', '"page": "storage-of-others"', 'unknown page'],
])('markAddress: refuses %s as %s', (from, to, says) => {
  project.edit(claimsFile, (text) => text.replaceAll(from, to))
  const link = () => markAddress('en', 'redis-no-risen-sessions', project)
  const line = readClaims(project).get('redis-no-risen-sessions')?.line
  expect(link).toThrow(`${claimsFile}:${line}: `)
  expect(link).toThrow(says)
})

it('markAddress: refuses a claim that does not exist', () => {
  expect(() => markAddress('en', 'gc-tail-frist')).toThrow('gc-tail-frist')
})
