// Tests adding a fifth language with the command, in a copy of the project.
// A test in test/site/ checks that the site builds with this language.
import {
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, it } from 'vitest'
import { copyWhole } from './whole-copy.ts'

const whole = copyWhole()
const { folder: copy, i18n: run } = whole

/** The text of each file, by path. */
function texts(): Map<string, string> {
  const files = readdirSync(copy, { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const name = relative(copy, path).replaceAll(sep, '/')
        return [name, readFileSync(path, 'latin1')] as const
      }),
  )
}

it('add: changes only files of its own folder', async () => {
  const before = texts()
  expect(await run('add', 'eo', 'Esperanto')).toMatchObject({
    code: 0,
    stderr: '',
  })
  const after = texts()
  const changed = [...after.keys()].filter(
    (path) => after.get(path) !== before.get(path),
  )
  expect(changed.sort()).toEqual([
    'docs/eo/challenges.json',
    'docs/eo/claims.json',
    'docs/eo/comments.json',
    'docs/eo/glossary.json',
    'docs/eo/interface.json',
    'docs/eo/records.json',
    'docs/eo/repairs.json',
    'docs/eo/syntax.json',
    'docs/eo/traces.json',
    'docs/eo/translated.jsonl',
  ])
})

it('add: status lists all its sections as missing', async () => {
  const { code, stdout } = await run('status', 'eo', '--json')
  expect(code).toBe(0)
  const [{ locale, counts }] = JSON.parse(stdout)
  expect(locale).toBe('eo')
  expect(counts).toMatchObject({ stale: 0, unrecorded: 0 })
  expect(counts.missing).toBeGreaterThan(1000)
  // These have no words.
  expect(counts.current).toBeLessThan(20)
  expect(counts.claims.covered).toBe(0)
  expect((await run('status', 'eo', '--strict')).code).toBe(1)
})

it('add: check reports warnings for it, and no error', async () => {
  const { stdout } = await run('check', '--json')
  const all: { file: string; severity: string }[] = JSON.parse(stdout)
  const own = all.filter(({ file }) => /\beo\b/.test(file))
  expect(own.filter(({ severity }) => severity === 'error')).toEqual([])
  const files = own.map(({ file }) => file)
  expect(files).toContain('docs/eo/session-storage.md')
  expect(files).toContain('docs/eo/interface.json')
})

it('add: its first section can be translated and recorded', async () => {
  const text = readFileSync(join(copy, 'docs/en/bench.md'), 'utf8')
  const page = join(copy, 'docs/eo/bench.md')
  const translated = text.replace(/(?<=^# ).*(?= \{)/m, 'Mezuroj')
  writeFileSync(page, translated)
  const refused = await run('update', 'eo', 'bench#bench')
  expect(refused.stderr).toContain('is still English in “The listing was')
  writeFileSync(page, translated.replace(/^The listing was.*/m, 'Jen.'))
  const { code, stdout, stderr } = await run('update', 'eo', 'bench')
  expect(stdout).toContain('recorded bench#bench')
  expect(stderr.trim().split('\n')).toHaveLength(4)
  expect(code).toBe(0)
  const status = JSON.parse((await run('status', 'eo', '--json')).stdout)
  const [bench] = status[0].pages
  expect(bench).toMatchObject({ page: 'bench', counts: { current: 1 } })
  rmSync(page)
})

it.each([
  ['eo', 'Esperanto', 'docs/eo/ exists already'],
  ['EN', 'Esperanto', 'is the text that is translated'],
  ['Portuguese', 'Esperanto', 'is not the code of a language'],
  ['qx', 'Esperanto', 'is not the code of a language'],
  ['pt-xx', 'Esperanto', 'is not the code of a language'],
  ['br', 'Português', 'Português has the code pt'],
  ['se', 'Svenska', 'Svenska has the code sv'],
  ['kr', '한국어', '한국어 has the code ko'],
  ['br', 'portugues do Brasil', 'portugues do Brasil has the code pt'],
])('add: refuses %s %s', async (locale, name, says) => {
  const { code, stderr } = await run('add', locale, name)
  expect(stderr).toContain(says)
  expect(code).toBe(2)
})

it('add: takes a code with a country, in any capitals', async () => {
  const { code, stdout } = await run('add', 'pt-BR', 'Português')
  expect(code).toBe(0)
  expect(stdout).toContain('wrote docs/pt-br/interface.json')
  const strings = readFileSync(join(copy, 'docs/pt-br/interface.json'), 'utf8')
  expect(JSON.parse(strings).language).toEqual({
    name: 'Português',
    tag: 'pt-BR',
  })
  expect((await run('status', 'pt-BR')).code).toBe(0)
  rmSync(join(copy, 'docs/pt-br'), { recursive: true })
})

it('i18n: does not read what editors put beside a page', async () => {
  const names = ['.#questions.md', '._questions.md', '.#interface.json']
  for (const name of names) {
    const path = join(copy, 'docs/es', name)
    if (name === '.#questions.md') symlinkSync('someone@machine.1', path)
    else writeFileSync(path, '\0\0Mac OS X')
  }
  const checked = await run('check', 'es')
  const listed = await run('status', 'es')
  for (const name of names) rmSync(join(copy, 'docs/es', name))
  expect(checked.stdout + checked.stderr).not.toMatch(/\.[#_]/)
  expect(listed.stdout + listed.stderr).not.toMatch(/\.[#_]|stack/)
  expect(listed.code).toBe(0)
})

it('i18n: reports broken files with file and line, without a stack', async () => {
  const broken = ['docs/eo/comments.json', 'docs/eo/glossary.json']
  for (const path of broken) writeFileSync(join(copy, path), '{\n  "x": \n}\n')
  writeFileSync(join(copy, 'docs/eo/bench.md'), '---\ntitle: a: b\n---\n# x')
  const { code, stdout, stderr } = await run('check')
  expect(code).toBe(1)
  expect(stdout).toMatch(/^docs\/eo\/comments\.json:3: broken JSON/m)
  expect(stdout).toMatch(/^docs\/eo\/glossary\.json:3: broken JSON/m)
  expect(stdout).toMatch(/^docs\/eo\/bench\.md:2: cannot be read/m)
  expect(stdout + stderr).not.toMatch(/^\s+at /m)
  for (const [verb, expected] of [
    ['status', 1],
    ['compare', 0],
  ] as const) {
    const ended = await run(verb, 'eo')
    expect(ended.stdout + ended.stderr).not.toMatch(/^\s+at /m)
    expect(ended.code).toBe(expected)
  }
})
