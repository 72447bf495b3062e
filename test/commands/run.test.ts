/** Tests that the launcher runs TypeScript as Node runs JavaScript. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { newFolder } from '../folder.ts'
import { root, runNode, runProgram } from '../node.ts'

const folder = newFolder('run')
const file = join(folder, 'program.ts')

const run = (...args: string[]) => runProgram(args)

it('run: passes on the arguments and returns the exit code', async () => {
  writeFileSync(
    file,
    `const args: string[] = process.argv.slice(1)
     console.log(JSON.stringify([import.meta.url, ...args]))
     process.exitCode = 7`,
  )
  const end = await run(file, '--json', '-', 'a b')
  const { href: url } = pathToFileURL(file)
  expect(JSON.parse(end.stdout)).toEqual([url, file, '--json', '-', 'a b'])
  expect(end).toMatchObject({ code: 7, stderr: '' })
})

it.each(['', 'setTimeout(() => {'])(
  'run: shows an error with only lines of the program: %j',
  async (before) => {
    const after = before.endsWith('{') ? '}, 1)' : ''
    writeFileSync(
      file,
      `interface Erased { sid: string }\n${before}
       throw new RangeError('no such sid' satisfies Erased['sid'])
       ${after}`,
    )
    const end = await run(file)
    expect(end.code).toBe(1)
    const [message, ...frames] = end.stderr.trimEnd().split('\n')
    expect(message).toBe('RangeError: no such sid')
    expect(frames).toHaveLength(1)
    expect(frames[0]).toContain(`${file}:3:`)
  },
)

it('run: shows the place of a syntax error', async () => {
  writeFileSync(file, 'const sid: string =')
  const end = await run(file)
  expect(end.code).toBe(1)
  expect(end.stderr).toContain('program.ts:1:')
  expect(end.stderr).not.toContain('node_modules')
  expect(end.stderr).not.toContain('\u001b')
})

it('run: reports a missing file', async () => {
  const end = await run('src/cmd/exmaple.ts')
  expect(end).toEqual({
    code: 2,
    stdout: '',
    stderr: 'run: cannot find src/cmd/exmaple.ts\n',
  })
})

it('run: prints its usage without a file', async () => {
  expect(await run()).toMatchObject({
    code: 2,
    stderr: 'usage: node src/cmd/run.mjs FILE [ARGUMENT...]\n',
  })
})

it('run: says that the packages are not installed', async () => {
  writeFileSync(file, '')
  const copy = join(folder, 'run.mjs')
  for (const name of ['run.mjs', 'place.mjs'])
    copyFileSync(join(root, 'src/cmd', name), join(folder, name))
  expect(await runNode([copy, file], {})).toEqual({
    code: 1,
    stdout: '',
    stderr: 'run: the packages are not installed; run npm ci first\n',
  })
})

// On Windows, no name of a folder has ? or :.
const names = process.platform === 'win32' ? ['#', '%'] : ['#', '%', '?', ':']
it.each(names)('run: refuses a folder with %s in its name', async (name) => {
  const deep = join(folder, `a${name}b`, 'src', 'cmd')
  mkdirSync(deep, { recursive: true })
  for (const name of ['run.mjs', 'place.mjs'])
    copyFileSync(join(root, 'src/cmd', name), join(deep, name))
  for (const program of ['run.mjs', 'place.mjs']) {
    const { code, stderr } = await runNode([join(deep, program), file], {})
    expect(code).toBe(1)
    expect(stderr).toContain(`found ${name} in the path`)
    expect(stderr).not.toContain('    at ')
  }
})

it('run: allows spaces, letters of all languages and brackets', async () => {
  const deep = join(folder, "s p é 漢字 [a](b)'&+", 'src', 'cmd')
  mkdirSync(deep, { recursive: true })
  copyFileSync(join(root, 'src/cmd/place.mjs'), join(deep, 'place.mjs'))
  const end = await runNode([join(deep, 'place.mjs')], {})
  expect(end).toEqual({ code: 0, stdout: '', stderr: '' })
})
