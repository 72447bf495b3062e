// A fifth language, begun with the command in a copy of the whole project.
// That the site builds with it is seen in test/site/, where the site is built.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { copyWhole } from './whole-copy.ts'

const whole = copyWhole()
const { folder: copy, i18n: run } = whole

afterAll(() => whole.delete())

/** The hash of each file, by path. */
function hashes(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const hash = createHash('sha256').update(readFileSync(path))
        const name = relative(folder, path).split(sep).join('/')
        return [name, hash.digest('hex')] as const
      }),
  )
}

describe('add', () => {
  it('add: only the language’s own files and one line change', async () => {
    const before = hashes(copy)
    const languages = readFileSync(
      join(copy, '.vitepress/languages.ts'),
      'utf8',
    )
    const { code, stderr } = await run('add', 'eo', 'Esperanto')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const after = hashes(copy)
    const changed = [...after.keys()].filter(
      (path) => after.get(path) !== before.get(path),
    )
    expect(changed.sort()).toEqual([
      '.vitepress/config/eo.ts',
      '.vitepress/languages.ts',
      'docs/eo/claims.json',
      'docs/eo/comments.json',
      'docs/eo/glossary.json',
      'docs/eo/records.json',
      'docs/eo/translated.jsonl',
    ])
    const registered = readFileSync(
      join(copy, '.vitepress/languages.ts'),
      'utf8',
    )
    const line = "  eo: (await import('./config/eo.ts')).eo,\n"
    expect(registered).toContain(line)
    expect(registered.replace(line, '')).toBe(languages)
  })

  it('add: status leads through it, all missing', async () => {
    const { code, stdout } = await run('status', 'eo', '--json')
    expect(code).toBe(0)
    const [{ locale, counts }] = JSON.parse(stdout)
    expect(locale).toBe('eo')
    expect(counts).toMatchObject({ current: 0, stale: 0, unrecorded: 0 })
    expect(counts.missing).toBeGreaterThan(70)
    expect(counts.claims.covered).toBe(0)
    expect((await run('status', 'eo', '--strict')).code).toBe(1)
  })

  it('add: check has warnings for it, and no error', async () => {
    const { stdout } = await run('check', '--json')
    const all: { file: string; severity: string }[] = JSON.parse(stdout)
    const own = all.filter(({ file }) => /\beo\b/.test(file))
    expect(own.filter(({ severity }) => severity === 'error')).toEqual([])
    const files = own.map(({ file }) => file)
    expect(files).toContain('docs/eo/session-storage.md')
    expect(files).toContain('.vitepress/config/eo.ts')
  })

  it('add: its first section can be translated and put on record', async () => {
    const text = readFileSync(join(copy, 'docs/en/bench.md'), 'utf8')
    const page = join(copy, 'docs/eo/bench.md')
    writeFileSync(page, text.replace(/^# .*\{/m, '# Medições {'))
    const { code, stderr } = await run('update', 'eo', 'bench#bench')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const { stdout } = await run('status', 'eo', '--json')
    expect(JSON.parse(stdout)[0].counts.current).toBe(1)
    rmSync(page)
  })

  it('add: a language that is there, or is none, is refused', async () => {
    for (const [locale, says] of [
      ['eo', 'docs/eo/ exists already'],
      ['Portuguese', "is no language's code"],
      ['qx', "is no language's code"],
    ] as const) {
      const { code, stderr } = await run('add', locale, 'Esperanto')
      expect(stderr).toContain(says)
      expect(code).toBe(2)
    }
  })
})

describe('i18n', () => {
  it('i18n: broken files end in messages with file and line, not in a trace', async () => {
    const broken = ['docs/eo/comments.json', 'docs/eo/glossary.json']
    for (const path of broken)
      writeFileSync(join(copy, path), '{\n  "x": \n}\n')
    writeFileSync(join(copy, 'docs/eo/bench.md'), '---\ntitle: a: b\n---\n# x')
    const { code, stdout, stderr } = await run('check')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^docs\/eo\/comments\.json:3: broken JSON/m)
    expect(stdout).toMatch(/^docs\/eo\/glossary\.json:3: broken JSON/m)
    expect(stdout).toMatch(/^docs\/eo\/bench\.md:2: cannot be read/m)
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
    for (const verb of ['status', 'compare']) {
      const ended = await run(verb, 'eo')
      expect(ended.stdout + ended.stderr).not.toMatch(/^\s+at /m)
      expect(ended.code).toBe(0)
    }
  })

  it('i18n: a command that is misunderstood says how it goes', async () => {
    for (const [args, says] of [
      [['stauts'], 'did you mean "status"?'],
      [['status', 'xx'], 'there are zh, ja, es,'],
      [['update', 'eo'], 'which section?'],
      [
        ['update', 'eo', 'bench', '--no-change', ' '],
        '--no-change wants a reason',
      ],
      [['compare', 'eo', 'bench#nowhere'], 'no section "bench#nowhere"'],
      [['check', '--jsno'], "Unknown option '--jsno'"],
    ] as const) {
      const { code, stderr } = await run(...args)
      expect(stderr).toContain(says)
      expect(stderr).not.toMatch(/^\s+at /m)
      expect(code).toBe(2)
    }
  })
})
