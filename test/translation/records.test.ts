// Tests what becomes stale when English changes, and how an update clears it.
import { afterEach, expect, it } from 'vitest'
import { type Language, translations } from '../../.vitepress/site/languages.ts'
import {
  fitting,
  readRecords,
  recordsFile,
  recordsText,
} from '../../.vitepress/translation/records.ts'
import {
  languageStatus,
  pageStatus,
  readStatus,
  sectionsOf,
} from '../../.vitepress/translation/status.ts'
import { todosOf } from '../../.vitepress/translation/todo.ts'
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
  return readStatus(copy).flatMap((status) =>
    sectionsOf(status)
      .filter(({ state }) => state === wanted)
      .map(({ key }) => `${status.locale} ${key}`),
  )
}

/** Runs an update and writes its result into the copy. */
function updateCopy(locale: Language, names: string[], asItIs?: boolean) {
  const result = update(copy, locale, names, asItIs)
  const before = copy.read(result.file)
  if (result.text !== before) copy.edit(result.file, () => result.text)
  return { ...result, refused: result.left.map(({ why }) => why) }
}

it('status: one English sentence makes one section stale in each language', () => {
  addSentence('en', 'It always was.')
  expect(inState('stale')).toEqual([
    'zh traces#time',
    'ja traces#time',
    'es traces#time',
  ])
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

it('status: many sections that were reworded are told as reworded', () => {
  copy.edit(page('es'), (text) => text.replace(/(?<=\{#.*\}\n\n)/g, 'Sí. '))
  const status = pageStatus(copy, 'es', 'traces')
  const reworded = status.sections.filter((each) => each.reworded)
  const todos = todosOf('es', status, 3)
  expect(todos.map(({ message }) => message)).toEqual([
    expect.stringContaining(
      `${reworded.length} sections of traces are reworded`,
    ),
  ])
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
    /^docs\/es\/traces\.md:\d+: traces#time has not changed since the English text changed.*--as-it-is$/,
  )
  expect(inState('stale')).toContain('es traces#time')
})

it('update: spaces beside Chinese do not count as a change', () => {
  addSentence('en', 'It always was.')
  copy.edit(page('zh'), (text) => text.replaceAll(' Go ', 'Go'))
  expect(updateCopy('zh', ['traces#time']).refused).toHaveLength(1)
})

it('update: records what did not change only if it is right as it is', () => {
  addSentence('en', 'It always was.')
  updateCopy('es', ['traces#time'], true)
  expect(inState('stale')).toEqual(['zh traces#time', 'ja traces#time'])
})

it('update: records what is done although a section is refused', () => {
  addSentence('en', 'It always was.')
  copy.edit('docs/es/bench.md', (text) => `${text.trimEnd()} Y más.\n`)
  const { done, refused } = updateCopy('es', ['bench', 'traces#time'])
  expect(done).toHaveLength(1)
  expect(refused).toHaveLength(1)
  expect(updateCopy('es', ['bench']).done).toEqual([])
})

/** The section of a page, from its heading to its end. */
const last = (locale: string) =>
  copy
    .read(page(locale))
    .split(/(?=^## )/m)
    .at(-1) ?? ''
it.each([
  ['a section', (english: string) => english],
  [
    'a section with its heading translated',
    (english: string) => english.replace(/## .*(?= \{)/, '## El tiempo'),
  ],
  [
    'a section with other lines',
    (english: string) => english.replace(/(?<=\w) (?=\w+ \w+\.)/, '\n'),
  ],
  [
    'a section with a word changed',
    (english: string) => english.replace('never', 'nunca'),
  ],
])('update: refuses %s that is English', (_, change) => {
  for (const locale of translations) {
    copy.edit(page(locale), (text) =>
      text.replace(last(locale), change(last('en'))),
    )
    const { done, refused } = updateCopy(locale, ['traces'])
    expect({ locale, done }).toEqual({ locale, done: [] })
    expect(refused).toHaveLength(1)
    expect(refused[0]).toContain('still')
    expect(updateCopy(locale, ['traces#time'], true).done).toHaveLength(1)
    expect(inState('missing')).toEqual([])
  }
})

it('update: refuses a string that is English, but not one without words', () => {
  const english = pageStatus(copy, 'es', 'interface.json').sections.find(
    (each) => each.english.text.split(' ').length > 3,
  )
  if (!english?.translation) throw new Error('no string')
  const quoted = JSON.stringify(english.english.text)
  copy.edit('docs/es/interface.json', (text) =>
    text.replace(JSON.stringify(english.translation?.text), () => quoted),
  )
  expect(inState('missing')).toEqual([`es ${english.key}`])
  expect(updateCopy('es', [english.key]).refused).toHaveLength(1)
  updateCopy('es', [english.key], true)
  expect(inState('missing')).toEqual([])
})

it('status: knows a section that English has renamed, and its record', () => {
  copy.edit(page('en'), (text) => text.replace('{#time}', '{#clock}'))
  const of = () =>
    pageStatus(copy, 'es', 'traces').sections.find(({ id }) => id === 'clock')
  expect(of()).toMatchObject({
    state: 'missing',
    renamed: { key: 'traces#time' },
  })
  copy.edit(page('es'), (text) => text.replace('{#time}', '{#clock}'))
  expect(of()).toMatchObject({ state: 'current', reworded: false })
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

it.each(translations)(
  'records of %s: lines are sorted, one per section, without a text',
  (locale) => {
    const text = copy.read(recordsFile(locale))
    const { records } = readRecords(copy, locale)
    expect(recordsText([...records.values()].flat().reverse())).toBe(text)
    expect(text.trimEnd().split('\n')).toHaveLength(records.size)
    expect(text).not.toMatch(/ /)
  },
)

it.each([
  ['the whole', 'E2', 'T2', { english: 'E2', translation: 'T2' }],
  ['its translation', 'E3', 'T1', { english: 'E1', translation: 'T1' }],
  ['its English', 'E2', 'T3', { english: 'E2', translation: 'T2' }],
])(
  'records: of several the one counts that fits %s',
  (_, english, own, best) => {
    const records = ['1', '2'].map((n) => {
      return { section: 'a#b', english: `E${n}`, translation: `T${n}` }
    })
    expect(fitting(records, english, own)).toMatchObject(best)
  },
)

it('update: sorts the records and drops doubles and what is no record', () => {
  const file = recordsFile('es')
  const text = copy.read(file)
  const [line = ''] = text.split('\n')
  const other = JSON.stringify({ ...JSON.parse(line), translation: '0' })
  copy.edit(file, () => `${text}<<<<<<< HEAD\n${other}\n${line}\n{"sec\n`)
  expect(readRecords(copy, 'es').problems).toHaveLength(2)
  expect(inState('stale')).toEqual([])
  updateCopy('es', [])
  expect(copy.read(file)).toBe(text)
})
