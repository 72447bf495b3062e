// Tests records with a real repository: what git joins, and what it remembers.
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changedSince } from '../../.vitepress/translation/history.ts'
import { pagesWithSections } from '../../.vitepress/translation/sections.ts'
import {
  changesOf,
  languageStatus,
  sectionsOf,
} from '../../.vitepress/translation/status.ts'
import { update } from '../../.vitepress/translation/update.ts'
import { openProject } from '../../src/project/project.ts'
import { newFolder } from '../folder.ts'
import { gitIn, hasGit } from '../git.ts'
import { root } from '../node.ts'

const folder = newFolder('branches')
const git = gitIn(folder)
const project = openProject(`${folder}/`)
const languages = ['en', 'zh', 'ja', 'es'] as const

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, file)
  const [before, after] = [project.read(file), change(project.read(file))]
  if (after === before) throw new Error(`${file}: nothing was changed`)
  writeFileSync(path, after)
}

/** Replaces a text of a page. */
const turn = (
  from: string | RegExp,
  to: string,
  locale = 'es',
  page = 'traces',
) => edit(`docs/${locale}/${page}.md`, (text) => text.replace(from, to))

function record(names: readonly string[], asItIs = false) {
  const updated = update(project, 'es', names, asItIs)
  writeFileSync(join(folder, updated.file), updated.text)
  return updated
}

function commit(message = 'A change'): string {
  git('add', '-A')
  git('commit', '-qm', message)
  return git('rev-parse', 'HEAD').trim()
}

/** The sections of Spanish that are not current, or not as they were recorded. */
const open = () =>
  sectionsOf(languageStatus(project, 'es'))
    .filter(({ state, reworded }) => state !== 'current' || reworded)
    .map(({ key, state }) => `${state} ${key}`)

const section = (id: string) => new RegExp(`(?<=\\{#${id}\\}\\n\\n)`)

/** Adds a section below another one, in English and in Spanish. */
function addBelow(above: string, id: string): void {
  const below = new RegExp(
    `(\\{#${above}\\}[\\s\\S]*?\\n)(?=## |$(?![\\s\\S]))`,
  )
  turn(below, `$1\n## New ${id} {#${id}}\n\nThis is a new section.\n\n`, 'en')
  turn(below, `$1\n## Nueva ${id} {#${id}}\n\nEsta sección es nueva.\n\n`)
}

let base: string
describe.skipIf(!hasGit)('records in git', () => {
  beforeAll(() => {
    for (const name of ['docs', '.gitattributes'])
      cpSync(join(root, name), join(folder, name), { recursive: true })
    git('init', '-q', '-b', 'main')
    // What is stale in the project is work in progress.
    record(pagesWithSections(project, 'es'), true)
    base = commit('As it was')
  })
  beforeEach(() => {
    git('checkout', '-q', '-f', '-B', 'main', base)
    git('clean', '-qfd')
    expect(open()).toEqual([])
  })

  it('merge: four people’s branches conflict in no record', () => {
    const other = 'Otra frase.\n\n'
    const inFigures = /(?<=\{#figures\}[\s\S]*?)\n+(?=## )/
    const branches: readonly [name: string, key: string, edit: () => void][] = [
      ['words', 'traces#words', () => turn(section('words'), other)],
      ['expected', 'traces#expected', () => turn(section('expected'), other)],
      ['gap-one', 'traces#yy', () => addBelow('words', 'yy')],
      ['gap-two', 'traces#zz', () => addBelow('expected', 'zz')],
      [
        'first-paragraph',
        'bench#order',
        () => turn(section('order'), other, 'es', 'bench'),
      ],
      [
        'last-paragraph',
        'bench#order',
        () => turn(/\n*$(?![\s\S])/, '\n\nDos.\n', 'es', 'bench'),
      ],
      [
        'rename',
        'bench#numbers',
        () => {
          for (const locale of languages)
            turn('{#figures}', '{#numbers}', locale, 'bench')
        },
      ],
      [
        'reword-the-renamed',
        'bench#figures',
        () => turn(inFigures, ' Y más.\n\n', 'es', 'bench'),
      ],
    ]
    for (const [name, key, edit] of branches) {
      git('checkout', '-q', '-b', name, base)
      edit()
      expect(record([key]).left).toEqual([])
      commit()
    }
    git('checkout', '-q', 'main')
    for (const [name] of branches) git('merge', '-q', '--no-edit', name)
    const changed = changedSince(project, base, 'es')
    expect(open().filter((each) => !each.startsWith('current'))).toEqual([])
    expect(record(changed.keys).left).toEqual([])
    expect(open()).toEqual([])
    const lines = project.read('docs/es/translated.jsonl').trimEnd().split('\n')
    expect(lines).toEqual([...lines].sort())
    const keys = lines.map((line) => JSON.parse(line).section)
    expect(new Set(keys).size).toBe(keys.length)
  })

  const always = (text: string) => `${text.trimEnd()} It always was.\n`
  const alwaysSpanish = (text: string) => `${text.trimEnd()} Siempre lo fue.\n`

  it('status: takes the English text that was read from git', () => {
    edit('docs/en/traces.md', always)
    commit()
    const [stale, ...others] = sectionsOf(languageStatus(project, 'es')).filter(
      ({ state }) => state === 'stale',
    )
    expect(others).toEqual([])
    if (!stale) throw new Error('nothing is stale')
    expect(
      changesOf(project, stale).filter(({ kind }) => kind !== 'same'),
    ).toEqual([{ kind: 'added', text: ' It always was.' }])
  })

  it('update: names the English text that was read, not a later one', () => {
    edit('docs/es/traces.md', alwaysSpanish)
    commit('Reworded on the web')
    edit('docs/en/traces.md', always)
    commit('English says something else')
    const { done, left } = record(['traces#time'])
    expect(done).toEqual([])
    expect(left).toHaveLength(1)
    expect(left[0]?.why).toContain('English has changed since')
    expect(open()).toEqual(['stale traces#time'])
    edit('docs/es/traces.md', (text) => `${text.trimEnd()} Y lo será.\n`)
    expect(record(['traces#time']).done).toEqual(['traces#time'])
    expect(open()).toEqual([])
  })

  it('update: a deleted record does not bless an old translation', () => {
    edit('docs/en/traces.md', always)
    edit('docs/es/translated.jsonl', (text) =>
      text.replace(/^.*"traces#time".*\n/m, ''),
    )
    expect(record(['traces#time']).done).toEqual([])
    expect(open()).toEqual(['stale traces#time'])
  })

  it('changed: names the sections that differ, also of new files', () => {
    edit('docs/es/traces.md', alwaysSpanish)
    edit('docs/es/claims.json', (text) =>
      text.replace(/(": "[^"]*)\./, '$1 aquí.'),
    )
    const changed = changedSince(project, 'HEAD', 'es')
    expect(changed).toMatchObject({
      files: ['docs/es/claims.json', 'docs/es/traces.md'],
    })
    expect(changed.keys).toHaveLength(2)
    expect(() => changedSince(project, 'nowhere', 'es')).toThrow('--since')
  })
})
