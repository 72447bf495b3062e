/**
 * Runs vitest with the report of `npm test` on a small project of its own, in
 * which one claim is true and one is false.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { newFolder } from '../folder.ts'
import { root, runNode } from '../node.ts'

const folder = newFolder('report')

const files: Record<string, string> = {
  'test/claims.json': `[
  { "id": "is-true", "kind": "stated", "symbol": "a", "evidence": "trace" },
  { "id": "is-false", "kind": "stated", "symbol": "a", "evidence": "trace" },
  { "id": "is-old", "kind": "stated", "symbol": "a", "evidence": "go" }
]`,
  'docs/en/claims.json':
    '{ "is-true": "One is one.", "is-false": "One is two." }',
  'test/a.test.ts': `import { expect, it as check } from 'vitest'
check('is-true: one is one [port, original]', {
  meta: { trace: 'test/claims/is-true.trace' },
}, () => {
  expect(1).toBe(1)
})
check('is-false: one is two [port, original]', {
  meta: { trace: 'test/claims/is-false.trace' },
}, ({ task }) => {
  Object.assign(task.meta, { failedOn: ['original'] })
  expect(1).toBe(2)
})
check('is-old: recorded with go1 x/y on 2026-11-22 [original]', {
  meta: { record: 'old.json' },
}, ({ task, skip }) => {
  task.meta.stale = true
  skip()
})
`,
  'test/broken.test.ts': `throw new TypeError('no such module')`,
  'vitest.config.mjs': `export default {
  test: {
    include: ['test/*.test.ts'],
    includeTaskLocation: true,
    reporters: [${JSON.stringify(join(root, 'test/reporter.ts'))}],
  },
}`,
}

beforeAll(() => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})

/** Runs the tests of the small project with these arguments. */
async function run(...args: string[]) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  // What starts this test must not reach the vitest that it starts.
  const inherited = Object.entries(process.env)
  const env = Object.fromEntries(
    inherited.filter(([name]) => !/^(VITEST|TEST|NODE_ENV)/.test(name)),
  )
  const ended = await runNode([vitest, 'run', ...args], { cwd: folder, env })
  const text = stripVTControlCharacters(ended.stdout + ended.stderr)
  return { code: ended.code, text }
}

describe.concurrent('npm test', () => {
  it.each<[string, string[], number, string[]]>([
    [
      'all',
      [],
      1,
      [
        // The file that did not load may have tests of any claim.
        ' ? ? is-true  test/claims/is-true.trace:1, test/a.test.ts:2\n',
        ' ? ✗ is-false test/claims/is-false.trace:1, test/a.test.ts:7 (1 failed)\n',
        ' – ? is-old   old.json:1 (stale)\n',
        '1 test failed, 1 file of tests did not run; 2 causes',
        '1. TypeError: no such module\n   at test/broken.test.ts:1\n',
        '2. expected 1 to be 2',
        '   at test/a.test.ts:11\n   in test/a.test.ts:7 is-false: one is two',
        '3 claims: 0 hold on the port, 2 without a verdict; 0 hold on the original, 1 fails, 2 without a verdict.',
        'Not proven: 1 test or file that is of no claim failed.',
      ],
    ],
    [
      'the file that loads',
      ['a.test'],
      1,
      [
        ' ✓ ✓ is-true  test/claims/is-true.trace:1, test/a.test.ts:2\n',
        ' ✓ ✗ is-false test/claims/is-false.trace:1, test/a.test.ts:7 (1 failed)\n',
        ' – ? is-old   old.json:1 (stale)\n',
      ],
    ],
    [
      'an unknown name',
      ['-t', 'is-flase', 'a.test'],
      1,
      [
        'found no claim and no test named "is-flase"; did you mean npm test -- -t is-false?',
      ],
    ],
  ])('npm test: %s', async (_, args, code, parts) => {
    const ended = await run(...args)
    for (const part of parts) expect(ended.text).toContain(part)
    expect(ended.code).toBe(code)
  })
})
