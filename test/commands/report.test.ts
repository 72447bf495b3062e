/** Tests what `npm test -- -t CLAIM` prints of one claim of this project. */

import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { claims } from '../claims.ts'
import { runNode } from '../node.ts'

it('npm test: tells one claim with its evidence, and that others did not run', async () => {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '-t', 'differs-nil:']
  // With CI, the report of this one claim would replace that of all tests.
  const env = { ...process.env, CI: '' }
  const { code, stdout } = await runNode(args, { env })
  const text = stripVTControlCharacters(stdout)
  for (const part of [
    /^differs-nil {3}test\/claims\.json:\d+$/m,
    /^ {2}test {4}test\/differs\.test\.ts:\d+(,\d+)* \(3 tests\)$/m,
    /^ {2}record {2}go-reference\/recorded\/differs-nil\.json:1 \(go/m,
    /^ {2}✓ on the port it holds$/m,
    /^ {2}✓ on the original it holds$/m,
    new RegExp(
      `^${claims.length} claims: 1 holds on the port; 1 holds on the original; ${claims.length - 1} not run\\.$`,
      'm',
    ),
  ]) {
    expect(text).toMatch(part)
  }
  expect(code).toBe(0)
})
