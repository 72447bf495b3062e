/** Tests that each command prints its usage, where it is asked for or needed. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root, runProgram } from '../node.ts'

/** The programs behind `npm run`, and the page that each usage names. */
const commands = [
  ['src/cmd/trace.ts', 'docs/en/traces.md'],
  ['src/cmd/soak.ts', 'docs/en/traces.md'],
  ['src/cmd/bench.ts', 'docs/en/bench.md'],
  ['src/cmd/example.ts', 'docs/en/session-storage.md'],
  ['.vitepress/translation/cmd.ts', 'docs/en/translating.md'],
] as const

describe.concurrent('usage', () => {
  it.each(commands)(
    'usage: %s prints it for --help and -h',
    async (program, page) => {
      const asked = await runProgram([program, '--help'])
      expect(asked).toMatchObject({ code: 0, stderr: '' })
      expect(asked.stdout).toContain('npm run ')
      expect(asked.stdout).toContain(page)
      const lines = asked.stdout.split('\n')
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(120)
      expect(readFileSync(root + page, 'utf8')).not.toBe('')
      expect(await runProgram([program, '-h'])).toEqual(asked)
    },
  )

  it.each(commands)(
    'usage: %s prints it for an unknown option',
    async (program) => {
      const { stdout } = await runProgram([program, '--help'])
      const end = await runProgram([program, '--no-such'])
      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toContain("Unknown option '--no-such'")
      expect(end.stderr).toContain(stdout)
    },
  )
})

it('usage: after --, a file may be named like an option', async () => {
  expect(await runProgram(['src/cmd/trace.ts', '--', '-h'])).toMatchObject({
    code: 2,
    stderr: 'trace: -h: cannot be read: no such file or directory\n',
  })
})

it('bench: names a file that cannot be written before it measures', async () => {
  const end = await runProgram(['src/cmd/bench.ts', '--out', 'no/such/file'])
  expect(end).toMatchObject({ code: 2, stdout: '' })
  expect(end.stderr).toContain('bench: ENOENT')
})
