// Tests what becomes stale when English changes, and how an update clears it.
import { afterEach, expect, it } from 'vitest'
import { type Language, translations } from '../../.vitepress/site/languages.ts'
import { changesBetween } from '../../.vitepress/translation/compare.ts'
import { hashOf, meaningOf } from '../../.vitepress/translation/meaning.ts'
import {
  makeRecord,
  readRecords,
  recordsFile,
  recordsText,
} from '../../.vitepress/translation/records.ts'
import {
  languageStatus,
  readStatus,
} from '../../.vitepress/translation/status.ts'
import { update } from '../../.vitepress/translation/update.ts'
import { copyProject } from '../weave/copy.ts'

const copy = copyProject()
const page = (locale: string) => `docs/${locale}/traces.md`

// States from before the test are left out: they are work in progress.
const atFirst = new Set(
  ['stale', 'missing', 'unrecorded'].flatMap((state) =>
    sectionsIn(state).map((each) => `${state} ${each}`),
  ),
)

afterEach(() => copy.mend())

/** Adds a sentence at the end of the section `time`. */
function addSentence(locale: string, sentence: string): void {
  copy.edit(page(locale), (text) => `${text.trimEnd()} ${sentence}\n`)
}

/** The sections that have got a state by this test, in all languages. */
function inState(wanted: string): string[] {
  return sectionsIn(wanted).filter((each) => !atFirst.has(`${wanted} ${each}`))
}

function sectionsIn(wanted: string): string[] {
  return readStatus(copy).flatMap(({ locale, pages }) =>
    pages.flatMap(({ sections }) =>
      sections
        .filter(({ state }) => state === wanted)
        .map(({ key }) => `${locale} ${key}`),
    ),
  )
}

/** Runs an update and writes its result into the copy. */
function updateCopy(locale: Language, names: string[], noChange?: string) {
  const result = update(copy, locale, names, noChange)
  const before = copy.read(result.file)
  if (result.refused.length === 0 && result.text !== before) {
    copy.edit(result.file, () => result.text)
  }
  return result
}

it('status: one English sentence makes one section stale in each language', () => {
  addSentence('en', 'It always was.')
  expect(inState('stale')).toEqual([
    'zh traces#time',
    'ja traces#time',
    'es traces#time',
  ])
})

it('status: reports the new words of the English text', () => {
  addSentence('en', 'It always was.')
  const { pages } = languageStatus(copy, 'ja')
  const changed = pages
    .flatMap(({ sections }) => sections)
    .flatMap(({ changes }) => changes)
    .filter(({ kind }) => kind !== 'same')
  expect(changed).toEqual([{ kind: 'added', text: ' It always was.' }])
})

it('status: one English comment makes one entry stale in each language', () => {
  copy.edit('docs/en/comments.json', (text) =>
    text.replace('no lock: one thread', 'no lock: one thread only'),
  )
  expect(inState('stale')).toEqual([
    'zh comments.json#gaps.no-lock',
    'ja comments.json#gaps.no-lock',
    'es comments.json#gaps.no-lock',
  ])
})

it('status: other line breaks make nothing stale', () => {
  // The description is YAML: a sentence cannot begin a line there.
  copy.edit(page('en'), (text) =>
    text
      .replace(/(?<!^description: .*)(?<=\w\.) (?=[A-Z])/gm, '\n')
      .replace(/(?<=[^-])\n/g, ' \r\n'),
  )
  expect(inState('stale')).toEqual([])
})

it('status: a new English section is missing in each language', () => {
  addSentence('en', '\n\n## New {#new}\n\nText.')
  expect(inState('missing')).toEqual(
    translations.map((locale) => `${locale} traces#new`),
  )
})

it('status: an English text as a translation counts as missing', () => {
  addSentence('en', '\n\n## New {#new}\n\nText.')
  addSentence('zh', '\n\n## New {#new}\n\nText.')
  addSentence('ja', '\n\n## 新 {#new}\n\n文。')
  expect(inState('missing')).toContain('zh traces#new')
  expect(inState('missing')).not.toContain('ja traces#new')
  expect(inState('unrecorded')).toEqual(['ja traces#new'])
})

it('status: a claim counts as covered only in a current section', () => {
  const claims = () => languageStatus(copy, 'es').counts.claims
  const { covered, all } = claims()
  expect(covered).toBeGreaterThan(60)
  copy.edit('docs/en/session-storage.md', (text) =>
    text.replace('{#set}\n', '{#set}\n\nMore.\n'),
  )
  expect(claims()).toEqual({ covered: covered - 1, all })
})

it('update: clears only the section that was translated', () => {
  addSentence('en', 'It always was.')
  addSentence('es', 'Siempre lo fue.')
  expect(updateCopy('es', ['traces#time']).done).toEqual(['traces#time'])
  expect(inState('stale')).toEqual(['zh traces#time', 'ja traces#time'])
})

it('update: refuses an unchanged translation and says what to do', () => {
  addSentence('en', 'It always was.')
  const { refused } = updateCopy('es', ['traces#time'])
  expect(refused).toHaveLength(1)
  expect(refused[0]).toMatch(
    /^docs\/es\/traces\.md:\d+: traces#time has not changed since the English text changed.*--no-change "why"$/,
  )
  expect(inState('stale')).toContain('es traces#time')
})

it('update: spaces beside Chinese do not count as a change', () => {
  addSentence('en', 'It always was.')
  copy.edit(page('zh'), (text) => text.replaceAll(' Go ', 'Go'))
  expect(updateCopy('zh', ['traces#time']).refused).toHaveLength(1)
})

it('update: keeps a given reason in the record', () => {
  addSentence('en', 'It always was.')
  updateCopy('es', ['traces#time'], 'nothing new for Spanish')
  expect(inState('stale')).toEqual(['zh traces#time', 'ja traces#time'])
  const { records, problems } = readRecords(copy, 'es')
  expect(records.get('traces#time')?.noChange).toBe('nothing new for Spanish')
  expect(problems).toEqual([])
})

it('update: changes nothing if one section is refused', () => {
  addSentence('en', 'It always was.')
  const { refused, text } = update(copy, 'es', ['bench', 'traces#time'])
  expect(refused).toHaveLength(1)
  expect(text).toBe(copy.read(recordsFile('es')))
})

it('update: refuses a section that is not translated', () => {
  addSentence('en', '\n\n## New {#new}\n\nText.')
  expect(updateCopy('ja', ['traces#new']).refused[0]).toMatch(
    /^traces#new is not translated yet; translate docs\/en\/traces\.md:\d+ into docs\/ja\/ first$/,
  )
})

it('update: refuses a misspelt section and suggests the nearest', () => {
  expect(updateCopy('ja', ['traces#tmie']).refused[0]).toContain(
    'unknown section "traces#tmie"; did you mean "traces#time"?',
  )
})

it('update: deletes the record of a section that English no longer has', () => {
  copy.edit(page('en'), (text) => text.replace(/## Time[\s\S]*/, ''))
  updateCopy('ja', ['traces#words'])
  expect(readRecords(copy, 'ja').records.has('traces#time')).toBe(false)
})

it('changesBetween: a phrase is one change', () => {
  expect(
    changesBetween('It took an hour here.', 'It took a day here.'),
  ).toEqual([
    { kind: 'same', text: 'It took ' },
    { kind: 'removed', text: 'an hour' },
    { kind: 'added', text: 'a day' },
    { kind: 'same', text: ' here.' },
  ])
})

it('changesBetween: the pieces contain both texts', () => {
  const before = 'One two  three, four.\n\nFive six.'
  const after = 'One 2 three four.\n\nFive and six seven.'
  const changes = changesBetween(before, after)
  const textOf = (left: string) =>
    changes.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('')
  expect(textOf('added')).toBe(before)
  expect(textOf('removed')).toBe(after)
})

it('records: lines are sorted, one per section', () => {
  const text = copy.read(recordsFile('ja'))
  const { records } = readRecords(copy, 'ja')
  expect(recordsText([...records.values()].reverse())).toBe(text)
  expect(text.trimEnd().split('\n')).toHaveLength(records.size)
})

it('records: reports English text and hash that were edited by hand', () => {
  addSentence('en', 'It always was.')
  const { records } = readRecords(copy, 'es')
  const old = records.get('traces#time')
  if (!old) throw new Error('no record')
  const text = `${old.text} It always was.`
  const forged = { ...old, english: hashOf(text), text }
  copy.edit(recordsFile('es'), (file) =>
    file.replace(JSON.stringify(old), JSON.stringify(forged)),
  )
  expect(readRecords(copy, 'es').problems[0]?.message).toMatch(
    /^the record of traces#time was changed by hand; undo that, /,
  )
})

it('records: a record is valid for any line breaks of the English text', () => {
  const record = makeRecord('a#b', 'One two\nthree.  \n', 'uno')
  expect(record.english).toBe(hashOf('One two three.'))
})

it('meaningOf: removes marks, ids and line breaks, and keeps words', () => {
  expect(
    meaningOf('## A {#a}\r\n\r\nOne\r\n two. <Claim id="x" />\n\n\n- b\n- c'),
  ).toBe('## A\n\nOne two.\n\n- b\n- c')
})

it('meaningOf: the encoding of an accent does not count', () => {
  expect(hashOf('cafe\u0301')).toBe(hashOf('caf\u00e9'))
})

it('meaningOf: a word, a comma and an address count', () => {
  const text = 'One, [two](./three).'
  for (const other of ['One [two](./three).', 'One, [two](./four).']) {
    expect(hashOf(other)).not.toBe(hashOf(text))
  }
})
