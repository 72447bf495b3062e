/** Tests that each command prints its usage, where it is asked for or needed. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root, runProgram } from '../node.ts'

/** The programs behind `npm run`, their names, and the page of each usage. */
const commands = [
  ['src/cmd/trace.ts', 'trace', 'docs/en/traces.md'],
  ['src/cmd/soak.ts', 'soak', 'docs/en/traces.md'],
  ['src/cmd/bench.ts', 'bench', 'docs/en/bench.md'],
  ['src/cmd/load.ts', 'load', 'docs/en/bench.md'],
  ['src/cmd/example.ts', 'example', 'docs/en/session-storage.md'],
  ['src/cmd/take.ts', 'take', 'docs/en/repaired.md'],
  ['.vitepress/translation/cmd.ts', 'i18n', 'docs/en/translating.md'],
] as const

describe.concurrent('usage', () => {
  it.each(commands)(
    'usage: %s prints it for --help, -h and an unknown option',
    async (program, name, page) => {
      const asked = await runProgram([program, '--help'])
      expect(asked).toMatchObject({ code: 0, stderr: '' })
      expect(asked.stdout).toMatch(new RegExp(`^(usage: )?npm run ${name}\\b`))
      expect(asked.stdout).toContain(page)
      const lines = asked.stdout.split('\n')
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(120)
      expect(readFileSync(root + page, 'utf8')).not.toBe('')
      expect(await runProgram([program, '-h'])).toEqual(asked)
      const end = await runProgram([program, '--no-such'])
      expect(end).toMatchObject({ code: 2, stdout: '' })
      // The translators' command is the only one that does not say its name.
      const says = name === 'i18n' ? '' : `${name}: `
      expect(end.stderr.indexOf(`${says}Unknown option '--no-such'`)).toBe(0)
      expect(end.stderr).toContain(asked.stdout)
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
