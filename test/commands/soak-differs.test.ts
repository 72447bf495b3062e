/**
 * Tests what `npm run soak` prints when the engines differ: in a copy of the
 * project, the port of a store is edited and the original is not.
 */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { readFragment } from '../../src/playground/link.ts'
import { newFolder } from '../folder.ts'
import { root, runProgram } from '../node.ts'

const folder = newFolder('soak')

beforeAll(() => {
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
  for (const name of ['node_modules', 'go-reference', 'package.json', 'test']) {
    symlinkSync(join(root, name), join(folder, name))
  }
})

it.each(['memory', 'repaired'])(
  'soak: a link opens the trace on the store %s',
  async (provider) => {
    const file = join(folder, `src/providers/${provider}.ts`)
    const text = readFileSync(file, 'utf8')
    const edited = text.replace(/\S*\.moveToFront\(\w+\)/, 'void 0')
    expect(edited).not.toBe(text)
    writeFileSync(file, edited)
    const site = 'https://example.org/book'
    const end = await runProgram(
      [
        'src/cmd/soak.ts',
        '--ops',
        '5000',
        '--seed',
        '1',
        '--provider',
        provider,
      ],
      { cwd: folder, env: { ...process.env, SITE_URL: site } },
    )
    expect(end).toMatchObject({ code: 1, stderr: '' })
    expect(end.stdout).toContain('The engines differ on this trace:')
    const link = end.stdout.trim().split('\n').at(-1) ?? ''
    const shared = await readFragment(new URL(link).hash)
    expect(shared).toMatchObject({
      store: provider === 'memory' ? undefined : provider,
    })
    const printed = shared && 'trace' in shared ? shared.trace : ''
    expect(end.stdout).toContain(`\n${printed}`)
  },
)
