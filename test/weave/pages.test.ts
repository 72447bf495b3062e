// Tests the weave on the real pages, and on copies broken in every known way.
import { createMarkdownRenderer, disposeMdItInstance } from 'vitepress'
import { afterEach, expect, it } from 'vitest'
import { chapter as chapterPage } from '../../.vitepress/book.ts'
import { claimMark } from '../../.vitepress/claims/mark.ts'
import { interfaceOf, message } from '../../.vitepress/site/interface.ts'
import { source, translations } from '../../.vitepress/site/languages.ts'
import type { Page } from '../../.vitepress/site/page.ts'
import { readChecked } from '../../.vitepress/weave/checks/checked.ts'
import { checks } from '../../.vitepress/weave/checks/index.ts'
import { commentsIn } from '../../.vitepress/weave/comments.ts'
import { colorClass } from '../../.vitepress/weave/draw.ts'
import { highlight } from '../../.vitepress/weave/highlight.ts'
import { weave } from '../../.vitepress/weave/index.ts'
import { readLocalized } from '../../.vitepress/weave/localized.ts'
import { shownLines } from '../../.vitepress/weave/localized-lines.ts'
import { readPrograms } from '../../.vitepress/weave/programs.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { brokenCode } from './broken-code.ts'
import { brokenPages } from './broken-pages.ts'
import { brokenTexts } from './broken-texts.ts'
import { cell, head, rowsOf } from './cells.ts'
import { contrast } from './contrast.ts'
import { copyProject, isInUse, lineOf } from './copy.ts'

const copy = copyProject()
const last = translations.at(-1) ?? source
const [comment = ''] = [...readLocalized(copy, last).listing]
  .filter(([key]) => key.startsWith('Provider.'))
  .map(([, { text }]) => text)
  .sort((a, b) => b.length - a.length)
// The site's own renderer, without colours in code blocks. VitePress caches
// one renderer per process, so an earlier one must be disposed.
disposeMdItInstance()
const md = await createMarkdownRenderer(`${copy.root}docs`, {
  highlight: (code) => code,
  config: (md) => weave(md, { project: copy, claimMark }),
})
const whole = readChecked(copy, md)

afterEach(() => copy.mend())

const held = {
  checkMarks: 'every mark names a chunk or a claim that exists',
  checkChunks: 'every chunk is on the page once and in order',
  checkClaims: 'every claim is marked once',
  checkNoCode: 'the Markdown contains no code',
  checkParity: 'all languages have the same ids, chunks and claims',
  checkComments: 'every comment and gap has its text, and the reverse',
  checkEditions: 'the comments are as printed, or corrected with a record',
  checkCodeUnchanged: 'translated comments do not change the code',
  checkAlignment: 'every line has a place in the alignment',
  checkTangle: 'the page shows the whole program, in all languages',
} satisfies Record<keyof typeof checks, string>

for (const [name, statement] of Object.entries(held)) {
  it(`${name}: ${statement}`, () => {
    const check = checks[name as keyof typeof checks]
    expect(check(whole).map(formatProblem)).toEqual([])
  })
}

for (const broken of [...brokenPages, ...brokenTexts, ...brokenCode]) {
  const { check, file, from, to = '', blamed, says } = broken
  const title = `${broken.title} is reported at its place`
  it.runIf(isInUse(file) && isInUse(blamed))(title, () => {
    const at = lineOf(copy.read(blamed), broken.line) + broken.added
    copy.edit(file, (text) => text.replace(from, to))
    const on = readChecked(copy, md, whole.pages)
    const found = checks[check](on).map(formatProblem)
    const here = found.filter((problem) => problem.includes(says))
    const places = here.map((problem) => problem.split(': ')[0])
    expect(places, found.join('\n')).toContain(`${blamed}:${at}`)
  })
}

it.each([
  ['code', 'MoveToFront', 'MoveToBack', 'memory.go:102, which is'],
  ['a comment', comment, 'x', 'does not show its comments'],
])('checkTangle: reports HTML that shows other %s', (_, from, to, says) => {
  const html = whole.html
  const pages = whole.pages.filter(({ name }) => name === `${chapterPage}.md`)
  const edited = (page: Page) => html(page).replace(from, to)
  const on = { ...whole, pages, html: edited }
  const [problem] = checks.checkTangle(on)
  expect(problem?.message).toContain(says)
})

it('checkParity: reports a chapter that no language has', () => {
  const found = checks.checkParity({ ...whole, pages: [] })
  expect(found.map(formatProblem)).toEqual([
    'docs/en/session-storage.md:1: is missing in every language; restore it',
  ])
})

it('checkParity: reports a page that English lacks', () => {
  copy.edit('docs/en/session-storage.md', () => undefined)
  const on = readChecked(copy, md, whole.pages)
  expect(checks.checkParity(on).map(formatProblem)).toEqual([
    `docs/en/session-storage.md:1: is missing; translate docs/${translations[0]}/session-storage.md, and keep its ids, chunks and claims`,
  ])
})

/** The environment in which VitePress renders a chapter page. */
function chapter(locale: string) {
  const file = `docs/${locale}/session-storage.md`
  const path = `${copy.root}${file}`
  const text = copy.read(file)
  return { text, env: { path, src: text, includes: [] as string[] } }
}

/** The HTML of a chapter page, without colours and indents. */
function plain(locale: string): string {
  const { text, env } = chapter(locale)
  return md.renderer
    .render(md.parse(text, env), md.options, env)
    .replace(/<span class="c-[^>]*>([^<]*)<\/span>/g, '$1')
    .replace(/;--indent:\d+/g, '')
    .replace(/ style="(?!--line)[^"]*"/g, '')
}

it('renderChunk: a chunk is a table that needs no script', () => {
  const [, after = ''] = plain('en').split(
    '<figure class="chunk" id="chunk-import"',
  )
  expect(after.split('<tbody>')[0]).toBe(
    ` data-provider="memory" v-pre><table><caption class="visually-hidden">import</caption><thead><tr>${head('go', 'Go')}${head('ts', 'TypeScript')}</tr></thead>`,
  )
})

it('renderChunk: a line is beside its line, with a translated comment', () => {
  const rows = rowsOf(plain(last), 'pder')
  const comment = `/** ${readLocalized(copy, last).port.get('pder')?.text} */`
  const go = 'var pder = &amp;Provider{list: list.New()}'
  const ts = 'export let pder: Provider'
  expect(rows).toEqual([
    `><td class="go"></td>${cell('ts', comment, 12, 'line doc-line')}</tr>`,
    `>${cell('go', go, 10)}${cell('ts', ts)}</tr>`,
    ` class="blank">${cell('go', '')}${cell('ts', '')}</tr></tbody></table>`,
  ])
})

it('renderChunk: a line without a counterpart is beside the reason', () => {
  const reason = readLocalized(copy, last).gaps.get('unreachable')?.text
  expect(rowsOf(plain(last), 'SessionStore.Get')[8]).toBe(
    `>${cell('go', '    return nil')}<td class="ts gap"><span class="gap-reason"><a href="/${last}/session-storage#claim-unreachable-return">${reason}</a></span></td></tr>`,
  )
})

it('renderChunk: a longer translation adds lines without a number', () => {
  copy.edit(`docs/${last}/comments.json`, (text) =>
    text.replace(/"Provider.SessionInit": ".*"/, (entry) => {
      return entry.replace(/: ".*"/, ': "一\\n二"')
    }),
  )
  expect(rowsOf(plain(last), 'Provider.SessionInit')[0]).toContain(
    [
      `<span class="line folded" style="--line:72">  /**</span>`,
      `<span class="line added doc-line">   * 一</span>`,
      `<span class="line added folded">   * 二</span>`,
      `<span class="line added folded">   */</span>`,
    ].join('\n'),
  )
  expect(checks.checkTangle(readChecked(copy, md, whole.pages))).toEqual([])
})

it('shownLines: code around a comment does not move', () => {
  const text = 'a /* b */ + c // d\n'
  const comments = commentsIn(text, 'typescript')
  const chunk = { name: 'x', first: 1, last: 1 }
  const base = {
    file: 'x.ts',
    language: 'typescript',
    section: 'port',
  } as const
  const source = { ...base, text, comments, chunks: [chunk] }
  const texts = new Map([
    ['x.a', { text: 'B', line: 1 }],
    ['x.c', { text: 'D', line: 1 }],
  ])
  const localized = { ...readLocalized(copy, 'en'), port: texts }
  const shown = shownLines({ source, chunk }, localized).map(({ pieces }) =>
    pieces.map((piece) => piece.text).join(''),
  )
  expect(shown).toEqual(['a /* B */ + c // D'])
})

it('weave: a claim is a mark with its verdicts and a link to its entry', () => {
  const verdicts = interfaceOf(last).claims.both
  const name = message(last, 'claims.mark', { id: 'gc-tail-first', verdicts })
  expect(plain(last)).toContain(
    `<a class="claim vp-raw" data-kind="shown" data-port="holds" data-original="holds" id="claim-gc-tail-first" href="/${last}/claims#gc-tail-first" aria-label="${name}"><code translate="no">gc-tail-first</code></a>`,
  )
})

it('weave: a page depends on code, comments and claims', () => {
  const { text, env } = chapter(last)
  md.parse(text, env)
  const files = env.includes.map((path) => path.slice(copy.root.length))
  expect(files.slice(0, 14)).toEqual([
    'go-reference/providers/memory/memory.go',
    'src/providers/memory.ts',
    'go-reference/cmd/example/main.go',
    'src/cmd/example.ts',
    'go-reference/session.go',
    'src/session.ts',
    'go-reference/providers/repaired/repaired.go',
    'src/providers/repaired.ts',
    'go-reference/cmd/login/main.go',
    'src/cmd/login.ts',
    'go-reference/providers/redis/redis.go',
    'src/providers/redis.ts',
    `docs/${last}/comments.json`,
    'test/claims.json',
  ])
  expect(files).toContain('test/claims/gc-tail-first.trace')
  const recorded = 'go-reference/recorded/'
  expect(files.some((file) => file.startsWith(recorded))).toBe(true)
})

it('weave: an unknown chunk stops the build; its line includes front matter', () => {
  const { text, env } = chapter('en')
  const broken = text.replace('"Provider.SessionGC"', '"SesionGC"')
  const line = lineOf(text, '"Provider.SessionGC"')
  const page = { ...env, realPath: env.path, src: broken }
  expect(() => md.parse(broken, page)).toThrow(
    `docs/en/session-storage.md:${line}: unknown chunk "SesionGC"; did you mean "Provider.SessionGC"?`,
  )
})

it('weave: the search index leaves out chunks that cannot be woven', () => {
  copy.edit('docs/en/comments.json', () => '{')
  expect(plain('en')).not.toContain('<figure')
})

it('highlight: every colour has a contrast of 4.5 to the backgrounds of code', () => {
  const css = copy.read('.vitepress/site/styles/palette.css')
  const colors = copy.read('.vitepress/weave/page/code-colors.css')
  for (const [scheme, selector] of [
    ['light', ':root'],
    ['dark', '.dark'],
  ]) {
    const palette = css.split(`${selector} {`)[1] ?? ''
    const colours = colors.matchAll(
      new RegExp(`--shiki-${scheme}: (#\\w{6})`, 'g'),
    )
    const used = new Set([...colours].map(([, colour = '']) => colour))
    expect(used.size).toBeGreaterThan(5)
    for (const name of ['raised', 'hover']) {
      const back = new RegExp(`--${name}: (#\\w{6})`).exec(palette)?.[1] ?? ''
      const pale = [...used].filter((colour) => contrast(colour, back) < 4.5)
      expect(pale, `${scheme} ${name} ${back}`).toEqual([])
    }
  }
})

it('highlight: code-colors.css has each colour of the shown code, and no other', () => {
  const rule = (style: string) =>
    `.${colorClass(style)} { ${style.replaceAll(':', ': ').replace(';', '; ')}; }`
  const used = readPrograms(copy)
    .flatMap(({ listing, port }) => [listing, port])
    .flatMap(({ text, language }) =>
      highlight(text, language).lines.flatMap((line) =>
        line.map(({ style }) => style).filter((style) => style !== ''),
      ),
    )
  const file = '.vitepress/weave/page/code-colors.css'
  const css = copy.read(file).replace(/\s+/g, ' ')
  const rules = css.match(/\.c-[^}]*}/g)
  expect(rules?.sort()).toEqual([...new Set(used.map(rule))].sort())
})
