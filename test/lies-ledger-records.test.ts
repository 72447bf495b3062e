/** Lies to the ledger about records: each value is shown as it was measured. */
import { describe, expect, it } from 'vitest'
import { readEntries } from '../.vitepress/claims/block-marks.ts'
import { recordedQuestion } from '../.vitepress/claims/recorded-question.ts'
import { recordedTable } from '../.vitepress/claims/recorded-table.ts'
import { textsOf } from '../.vitepress/claims/texts.ts'
import { html } from '../.vitepress/site/html.ts'
import { number } from '../.vitepress/site/number.ts'
import { statementNotes } from '../.vitepress/translation/site/note.ts'
import type { Measured } from '../src/evidence/verdict-types.ts'
import { openProject } from '../src/project/project.ts'

const project = openProject()
const entries = readEntries(project, 'en', statementNotes)
const textOf = (page: string) =>
  page.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"')

describe('a record', () => {
  const names = JSON.parse(project.read('docs/en/records.json'))
  const id = 'a-claim'
  const { yes, no } = textsOf('en')
  const of = (values: readonly Measured['value'][]) => {
    // The table has what has a name: these are the names of one claim.
    const idOf = (key: string) => key.split('.')[0] ?? id
    const all = Object.keys(names).map(idOf)
    const own = all.find((each, i) => all[i + 2] === each) ?? id
    const known = Object.keys(names)
      .filter((each) => each.startsWith(`${own}.`))
      .map((each) => each.slice(own.length + 1))
    const measured = new Map(
      values
        .slice(0, known.length)
        .map((value, i) => [known[i] ?? '', { value }]),
    )
    const record = { file: 'a.json', version: 'go', date: '2026-01-01' }
    const recorded = { ...record, machine: undefined, measured }
    const [when, table] = recordedTable({ id: own }, recorded, 'en')
    expect(when && textOf(html(when))).toContain('1 January 2026')
    return table ? [...html(table).matchAll(/<td>(.*?)<\/td>/gs)] : []
  }

  it.each<[Measured['value'], string]>([
    [true, yes],
    [false, no],
    [0, '0'],
    [12_345, number(12_345, 'en')],
    ['a text', 'a text'],
    [['a', 'b'], 'ab'],
  ])('shows %j as it was measured', (value, shown) => {
    const cells = of([value]).map(([, cell = '']) => textOf(cell))
    expect(cells).toEqual([shown])
  })

  it('shows each value beside its own name', () => {
    const cells = of([1, true, 'a text']).map(([, cell = '']) => textOf(cell))
    expect(cells).toEqual(['1', yes, 'a text'])
  })
})

describe('a question about a record', () => {
  const id = 'continue-would-hang'
  const record = entries.find(({ claim }) => claim.id === id)?.claim.recorded
  const asked = (value: Measured, name = 'left_continue') => {
    if (!record) throw new TypeError(`${id} has no record`)
    const given = new Map(record.measured).set('left_continue', value)
    const recorded = { ...record, measured: given }
    const form = recordedQuestion(id, name, recorded, 'en')
    return form && html(form)
  }
  const valuesIn = (form = '') =>
    [...form.matchAll(/value="(\d+)"/g)].map(([, value]) => Number(value))

  it.each([
    [0, [0, 1, 2]],
    [1, [0, 1, 2]],
    [3, [0, 1, 2, 3]],
  ])(
    'the right answer is the count that was measured: %i',
    (value, options) => {
      const form = asked({ value, unit: 'sessions' })
      expect(form).toContain(`data-answer="[&quot;${value}&quot;]"`)
      expect(valuesIn(form)).toEqual(options)
      // Before the answer, only the other counts are in the picture.
      const [before = '', after = ''] = form?.split('<form') ?? []
      expect(before).toContain('<td>2</td>')
      expect([before, after].map((each) => each.split('<tr>').length)).toEqual([
        2, 3,
      ])
    },
  )

  it.each<[string, Measured, string?]>([
    ['a text', { value: '0', unit: 'sessions' }],
    ['too great a count', { value: 4, unit: 'sessions' }],
    ['no number', { value: true }],
    ['an unknown name', { value: 0, unit: 'sessions' }, 'left'],
  ])('%s cannot be asked for', (_, value, name) => {
    expect(asked(value, name)).toBeUndefined()
  })
})
