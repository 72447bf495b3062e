/** Tests what the pages show of claims: statements, marks, ledger, repairs. */
import { createMarkdownRenderer, disposeMdItInstance } from 'vitepress'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { readEntries } from '../../.vitepress/claims/block-marks.ts'
import { panelEntry } from '../../.vitepress/claims/entry.ts'
import { ledger } from '../../.vitepress/claims/plugin.ts'
import { publishedFiles } from '../../.vitepress/claims/publish.ts'
import { checkStatements } from '../../.vitepress/claims/statements.ts'
import { sentence } from '../../.vitepress/claims/texts.ts'
import { html } from '../../.vitepress/site/html.ts'
import { statementNotes } from '../../.vitepress/translation/site/note.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { claims } from '../claims.ts'
import { copyProject } from '../weave/copy.ts'

const copy = copyProject()
afterEach(() => copy.mend())
const languages = ['en', 'zh', 'ja', 'es'] as const
const ids = claims.map(({ id }) => id)

it.each(languages)(
  'statements: %s states every claim and no other',
  (locale) => {
    expect(checkStatements(copy, locale).map(formatProblem)).toEqual([])
  },
)

it('statements: reports a missing one and an unknown one', () => {
  copy.edit('docs/ja/claims.json', (text) =>
    text.replace('"gc-empty":', '"gc-emty":'),
  )
  const text = copy.read('docs/ja/claims.json')
  const line = text.split('\n').findIndex((each) => each.includes('gc-emty'))
  expect(checkStatements(copy, 'ja').map(formatProblem)).toEqual([
    'docs/ja/claims.json:1: claim "gc-empty" has no statement; write it in one sentence',
    `docs/ja/claims.json:${line + 1}: unknown claim "gc-emty"; did you mean "gc-empty"?; correct the id or delete the line`,
  ])
})

it('statements: refuses an empty one', () => {
  copy.edit('docs/es/claims.json', (text) =>
    text.replace(/"gc-empty": ".*"/, '"gc-empty": " "'),
  )
  expect(() => checkStatements(copy, 'es')).toThrow(
    /docs\/es\/claims.json:\d+: "gc-empty" has no text/,
  )
})

it('statements: no language repeats the English one', () => {
  const english = JSON.parse(copy.read('docs/en/claims.json'))
  for (const locale of ['zh', 'ja', 'es']) {
    const own = JSON.parse(copy.read(`docs/${locale}/claims.json`))
    expect(ids.filter((id) => own[id] === english[id])).toEqual([])
  }
})

it.each([
  ['en', 'holds', 'holds', 'Claim x: holds on the port and on the original'],
  [
    'en',
    'none',
    'holds',
    'Claim x: the port has no part in it; holds on the original',
  ],
  ['en', 'holds', 'fails', 'Claim x: holds on the port; fails on the original'],
  ['zh', 'not-run', 'none', '论断 x：未在移植版上运行；不涉及 Go 原程序'],
  ['ja', 'holds', 'none', '主張x：移植版で成り立つ、オリジナルは対象外'],
  [
    'es',
    'fails',
    'holds',
    'Afirmación x: no se cumple en el port; se cumple en el original',
  ],
] as const)(
  'sentence: %s, port %s, original %s',
  (locale, port, original, says) => {
    expect(sentence({ id: 'x', port, original }, locale)).toBe(says)
  },
)

let md: Awaited<ReturnType<typeof createMarkdownRenderer>>
beforeAll(async () => {
  // VitePress caches one renderer per process, so an earlier one is disposed.
  disposeMdItInstance()
  md = await createMarkdownRenderer(`${copy.root}docs`, {
    highlight: (code) => code,
    config: (md) => ledger(md, statementNotes, copy),
  })
})

function render(locale: string, text: string): string {
  const path = `${copy.root}docs/${locale}/x.md`
  const env = { path, realPath: path, src: text }
  return md.renderer.render(md.parse(text, env), md.options, env)
}

it('ledger: the counts add up', () => {
  const page = render('en', '<Ledger />\n')
  const rows = [
    ...page.matchAll(/<tr[^>]*><th[^>]*scope="row">.*?<\/tr>/g),
  ].map(([row]) => [...row.matchAll(/<td>(\d+)/g)].map(([, n]) => Number(n)))
  const sum = rows
    .slice(0, 4)
    .reduce((a, b) => a.map((n, i) => n + (b[i] ?? 0)))
  expect(rows[4]).toEqual(sum)
  expect(sum[0]).toBe(ids.length)
})

it('Repair: with continue the pass does not end, and nothing runs after it', () => {
  const page = render(
    'en',
    '<Repair edit="continueAtLivingTail" trace="continue-would-hang" />\n',
  )
  expect(page.split('<tr').at(-1)).toContain(
    'does not end: given up after 10,000 looks',
  )
  expect(page.match(/<tr/g)).toHaveLength(5)
})

it('Repair: with pushFront only the fresh session is left', () => {
  const page = render(
    'en',
    '<Repair edit="pushFront" trace="fresh-shields-expired" />\n',
  )
  const pass = page.split('<tr').find((row) => row.includes('gc 10'))
  expect(pass?.replace(/<[^>]*>/g, '')).toContain('fresh@100fresh@100')
  expect(page).not.toContain('<code>list')
})

it.each([
  '<Recorded id="gc-empty" />',
  '<Repair edit="pushBack" trace="gc-empty" />',
  '<Repair edit="pushFront" trace="differs-nil" />',
])('marks: refuses %s, which names something unknown', (mark) => {
  expect(() => render('zh', `Text.\n\n${mark}\n`)).toThrow(
    `docs/zh/x.md:3: "${mark}"`,
  )
})

it('published: claims.json, and a file per claim and language', () => {
  const files = publishedFiles(statementNotes, copy)
  expect(files.size).toBe(1 + ids.length * languages.length)
  const data = JSON.parse(files.get('/claims.json')?.() ?? '')
  expect(data.map(({ id }: { id: string }) => id)).toEqual(ids)
  expect(data[0].statement.es).toContain('interfaces')
})

it('panelEntry: shows trace, states, record and links', () => {
  const entry = readEntries(copy, 'en', statementNotes).find(
    ({ claim }) => claim.id === 'push-front-repairs',
  )
  const text = entry ? html(panelEntry(entry, 'en')) : ''
  expect(text).toContain('w1<small>@22</small>')
  expect(text).toContain('</th><td>200</td>')
  expect(text).toContain('href="/session-storage#claim-push-front-repairs"')
  expect(text).toContain('href="/claims#push-front-repairs"')
  expect(text).toContain('/source/test/claims/push-front-repairs.trace.txt')
})

it('panelEntry: shortens a long trace and a long list, and says so', () => {
  const entry = readEntries(copy, 'en', statementNotes).find(
    ({ claim }) => claim.id === 'fresh-shields-steadily',
  )
  const text = entry ? html(panelEntry(entry, 'en')) : ''
  expect(text).toContain('193 more')
  // What breaks the claim comes last, and is no part of the run.
  const [run = ''] = text.split('class="breaks"')
  expect(run.length).toBeLessThan(16_000)
})
