/** Lies to the pages about verdicts: each claim is shown as it was judged. */
import { describe, expect, it } from 'vitest'
import { readEntries } from '../.vitepress/claims/block-marks.ts'
import { panelEntry } from '../.vitepress/claims/entry.ts'
import { goalsHtml } from '../.vitepress/claims/goals-table.ts'
import { ledgerHtml } from '../.vitepress/claims/ledger.ts'
import { claimMark } from '../.vitepress/claims/mark.ts'
import { publishedFiles } from '../.vitepress/claims/publish.ts'
import { tracesHtml } from '../.vitepress/claims/repaired-tables.ts'
import { sentence, textsOf } from '../.vitepress/claims/texts.ts'
import { html } from '../.vitepress/site/html.ts'
import { interfaceOf, message } from '../.vitepress/site/interface.ts'
import { languages } from '../.vitepress/site/languages.ts'
import { statementNotes } from '../.vitepress/translation/site/note.ts'
import { kinds } from '../src/evidence/claims.ts'
import { holdVerdicts } from '../src/evidence/read-verdicts.ts'
import { tableFile } from '../src/evidence/repaired-claims.ts'
import { sides, type Verdict } from '../src/evidence/verdict-types.ts'
import { openProject } from '../src/project/project.ts'
import type { Step } from '../src/trace/engine.ts'
import { projectWith } from './project-with.ts'

const disk = openProject()
/** Another name of the same folder: its verdicts are read once for all tests. */
const project = { ...disk, root: `${disk.root}shown/../` }
const { claims: held } = holdVerdicts(project)
const signs = { holds: '✓', fails: '✗', none: '–', 'not-run': '?' } as const
const verdicts = Object.keys(signs) as Verdict[]

/** The claims with each pair of verdicts, one after the other. */
const judged = (locale: (typeof languages)[number]) =>
  readEntries(project, locale, statementNotes).map((entry, index) => {
    const port = verdicts[index % 4] as Verdict
    const original = verdicts[Math.floor(index / 4) % 4] as Verdict
    return { ...entry, claim: { ...entry.claim, port, original } }
  })

const cells = (row: string) =>
  [...row.matchAll(/<t([hd])[^>]*>(.*?)<\/t\1>/g)].map(([, , text = '']) =>
    text.replace(/<[^>]*>/g, ''),
  )

describe.each(languages)('%s', (locale) => {
  const entries = judged(locale)
  const page = ledgerHtml(entries, locale)

  it('the table counts each verdict of each kind', () => {
    const [, table = ''] =
      page.match(/<table class="counts".*?>(.*?)<\/table>/s) ?? []
    const rows = table.split('<tr').slice(1).map(cells)
    const words = textsOf(locale)
    expect(rows[0]?.slice(2)).toEqual(sides.map((side) => words.sides[side]))
    expect(rows[1]).toEqual(
      sides.flatMap(() =>
        verdicts.map((each) => `${signs[each]} ${words.verdicts[each]}`),
      ),
    )
    const counted = (of: typeof entries) => [
      of.length,
      ...sides.flatMap((side) =>
        verdicts.map(
          (each) => of.filter(({ claim }) => claim[side] === each).length,
        ),
      ),
    ]
    const expected = [
      ...kinds.map((kind) => [
        interfaceOf(locale).theme.kinds[kind],
        ...counted(entries.filter(({ claim }) => claim.kind === kind)),
      ]),
      [words.counts.all, ...counted(entries)],
    ]
    expect(rows.slice(2)).toEqual(expected.map((row) => row.map(String)))
  })

  it('a sentence of its own says each pair of verdicts', () => {
    const id = 'gc-empty'
    const pairs = verdicts.flatMap((port) =>
      verdicts.map((original) => sentence({ id, port, original }, locale)),
    )
    expect(new Set(pairs).size).toBe(16)
  })

  it('an entry, its panel and its mark say each verdict of its own claim', () => {
    const articles = page.split('<article').slice(1)
    expect(articles).toHaveLength(entries.length)
    for (const [index, entry] of entries.entries()) {
      const { claim } = entry
      const wanted = sides.map((side) => [
        claim[side],
        side,
        signs[claim[side]],
      ])
      // Five of them have each verdict on each side.
      const some = index < 16 && index % 3 === 1
      const panel = some ? [html(panelEntry(entry, locale))] : []
      const words = sides.map((side) =>
        message(locale, 'claims.verdict', {
          side: textsOf(locale).sides[side],
          verdict: textsOf(locale).verdicts[claim[side]],
        }),
      )
      for (const text of [articles[index] ?? '', ...panel]) {
        for (const each of words) expect(text).toContain(`</span> ${each}</li>`)
        expect(text).toContain(`<code translate="no">${claim.id}</code>`)
        const shown = text.matchAll(
          /<li data-verdict="(.*?)" data-side="(.*?)"><span[^>]*>(.)<\/span>/g,
        )
        expect(
          [...shown].map((found) => found.slice(1)),
          claim.id,
        ).toEqual(wanted)
      }
      const { none } = textsOf(locale)
      for (const side of some ? (['port', 'original'] as const) : []) {
        const told = panel
          .join('')
          .includes(`<p class="none">${none[side]}</p>`)
        expect(told, claim.id).toBe(claim[side] === 'none')
      }
      const mark = claimMark(claim, locale)
      expect(mark).toContain(`data-port="${claim.port}"`)
      expect(mark).toContain(`data-original="${claim.original}"`)
      expect(mark).toContain(`aria-label="${sentence(claim, locale)}"`)
    }
  })
})

it('a step or a test that failed is shown as failed, on either side', () => {
  const [entry] = readEntries(project, 'en', statementNotes).filter(
    ({ claim }) => claim.id === 'gc-strict-boundary',
  )
  if (!entry?.claim.run) throw new Error('the claim has no trace')
  const { claim } = entry
  const { run } = entry.claim
  const bad = (changed: Partial<typeof claim>) =>
    html(panelEntry({ ...entry, claim: { ...claim, ...changed } }, 'en')).match(
      /class="bad"/g,
    )?.length ?? 0
  expect(bad({})).toBe(0)
  for (const side of sides) {
    const steps = run[side].with(0, { ...(run[side][0] as Step), ok: false })
    expect(bad({ run: { ...run, [side]: steps } }), side).toBe(1)
  }
  const tests = [true, false].map((passed) => ({
    ...{ file: 'test/a.test.ts', title: `is ${passed}`, passed },
  }))
  const text = html(panelEntry({ ...entry, claim: { ...claim, tests } }, 'en'))
  expect(text).toContain('✓ is true')
  expect(text).toContain('✗ is false')
})

it('claims.json has the verdicts of the claims', () => {
  const files = publishedFiles(statementNotes, project)
  const text = files.get('/claims.json')?.() ?? ''
  const told = JSON.parse(text).map(
    ({ id, port, original }: Record<string, string>) => [id, port, original],
  )
  expect(told).toEqual(
    [...held.values()].map(({ id, port, original }) => [id, port, original]),
  )
  expect(new Set(told.map(([, port]: string[]) => port)).size).toBeGreaterThan(
    1,
  )
})

it('what a trace does on the repaired store is shown for each side', () => {
  const table = {
    'gc-empty': { port: true, original: false },
    'gc-idempotent': { port: false, original: true },
    'gc-tail-first': { port: true, original: true },
  }
  const told = projectWith({ [tableFile]: JSON.stringify(table) }, project)
  const page = tracesHtml(told, held, 'en')
  const sign = (holds: boolean) => (holds ? '✓' : '✗')
  for (const [id, { port, original }] of Object.entries(table)) {
    const row = page.split('<tr').find((each) => each.includes(`>${id}<`))
    const shown = [...(row?.matchAll(/[✓✗]/g) ?? [])].map(([each]) => each)
    expect(shown, id).toEqual([sign(port), sign(original)])
  }
  const sum = message('en', 'claims.repaired.traces', { all: 3, holds: 1 })
  expect(page).toContain(sum)
})

it('a goal that was missed is shown as missed', () => {
  const goals = [
    { figure: 'bytesPerSession', value: 251, most: 250 },
    { figure: 'bytesPerSession', value: 250, most: 250 },
    { figure: 'createPerSecond', value: 0.9, least: 1 },
  ] as const
  const page = goalsHtml({ sizes: [{ sessions: 1, goals }] }, 'en')
  const { missed, reached } = textsOf('en').goals
  expect(cells(page.split('<tbody>')[1] ?? '').slice(1, 4)).toEqual([
    ...[`✗ 251 ${missed}`, `✓ 250 ${reached}`, `✗ 0.9 ${missed}`],
  ])
})
