// The weave over the real pages, and over copies broken in every known way.
import { createMarkdownRenderer, disposeMdItInstance } from 'vitepress'
import { afterEach, describe, expect, it } from 'vitest'
import { readChecked } from '../.vitepress/weave/checks/checked.ts'
import { checks } from '../.vitepress/weave/checks/index.ts'
import { commentsIn } from '../.vitepress/weave/comments.ts'
import { weave } from '../.vitepress/weave/index.ts'
import { shownLines } from '../.vitepress/weave/lines.ts'
import { readLocalized } from '../.vitepress/weave/localized.ts'
import type { Page } from '../.vitepress/weave/page.ts'
import { formatProblem } from '../.vitepress/weave/problem.ts'
import { brokenCode } from './weave/broken-code.ts'
import { brokenPages } from './weave/broken-pages.ts'
import { brokenTexts } from './weave/broken-texts.ts'
import { cell, head, numberLink, rowsOf } from './weave/cells.ts'
import { contrast } from './weave/contrast.ts'
import { copyProject, lineOf } from './weave/copy.ts'

const copy = copyProject()
// The site's own renderer; Markdown's code blocks need no colours here.
// VitePress keeps one renderer a process, whatever it was made for.
disposeMdItInstance()
const md = await createMarkdownRenderer(`${copy.root}docs`, {
  highlight: (code) => code,
  config: (md) => weave(md, { project: copy }),
})
const whole = readChecked(copy, md)

afterEach(() => copy.mend())

const held = {
  checkMarks: 'every mark names a chunk or a claim that exists',
  checkChunks: 'every chunk stands on the page once and in order',
  checkClaims: 'every claim is marked once',
  checkNoCode: 'no code stands in the Markdown',
  checkParity: 'all languages have the same ids, chunks and claims',
  checkComments: 'every comment and gap has its text, and the reverse',
  checkEditions: 'the comments are as printed, or mended on record',
  checkCodeUnchanged: 'translated comments leave the code as it is',
  checkAlignment: 'every line has its place in the alignment',
  checkTangle: 'the page is the program, in all languages',
} satisfies Record<keyof typeof checks, string>

describe('weave: the pages as they are', () => {
  for (const [name, statement] of Object.entries(held)) {
    it(`${name}: ${statement}`, () => {
      const check = checks[name as keyof typeof checks]
      expect(check(whole).map(formatProblem)).toEqual([])
    })
  }
})

describe('weave: copies broken on purpose', () => {
  for (const broken of [...brokenPages, ...brokenTexts, ...brokenCode]) {
    it(`${broken.seenBy}: ${broken.title} is reported where it is`, () => {
      const { file, from, to, blamed = file, line, added = 0, says } = broken
      const at = lineOf(copy.read(blamed), line) + added
      copy.edit(file, (text) => text.replace(from, to))
      const on = readChecked(copy, md, whole.pages)
      const found = checks[broken.seenBy](on).map(formatProblem)
      const here = found.filter((problem) => problem.includes(says))
      const places = here.map((problem) => problem.split(': ')[0])
      expect(places, found.join('\n')).toContain(`${blamed}:${at}`)
    })
  }

  it.each([
    ['code', 'MoveToFront', 'MoveToBack', 'memory.go:102, which is'],
    ['a comment', 'ロックに使用します', '鍵', 'does not show its comments'],
  ])('checkTangle: HTML that shows other %s is seen', (_, from, to, says) => {
    const html = whole.html
    const on = { ...whole, html: (page: Page) => html(page).replace(from, to) }
    const [problem] = checks.checkTangle(on)
    expect(problem?.message).toContain(says)
  })

  it('checkParity: a chapter that no language has is missing', () => {
    const found = checks.checkParity({ ...whole, pages: [] })
    expect(found.map(formatProblem)).toEqual([
      'docs/en/session-storage.md:1: is missing, in every language; put it back',
    ])
  })

  it('checkParity: a page that English lacks is named', () => {
    copy.edit('docs/en/session-storage.md', () => undefined)
    const on = readChecked(copy, md, whole.pages)
    expect(checks.checkParity(on).map(formatProblem)).toEqual([
      'docs/en/session-storage.md:1: is missing; translate docs/zh/session-storage.md, and keep its ids, chunks and claims',
    ])
  })
})

/** The environment in which VitePress renders a chapter page. */
function chapter(locale: string) {
  const file = `docs/${locale}/session-storage.md`
  const path = `${copy.root}${file}`
  return { text: copy.read(file), env: { path, includes: [] as string[] } }
}

/** A chapter page's HTML, colours taken out. */
function plain(locale: string): string {
  const { text, env } = chapter(locale)
  return md.renderer
    .render(md.parse(text, env), md.options, env)
    .replace(/<span style="--shiki[^>]*>([^<]*)<\/span>/g, '$1')
    .replace(/ style="[^"]*"/g, '')
}

describe('renderChunk', () => {
  it('renderChunk: a chunk is a table that needs no script', () => {
    const [figure] = plain('en').split('<tbody>')
    expect(figure?.slice(figure.indexOf('<figure'))).toBe(
      `<figure class="chunk" id="chunk-import" v-pre><table><caption class="visually-hidden">import</caption><thead><tr>${head('go', 'Go')}${head('ts', 'TypeScript')}</tr></thead>`,
    )
  })

  it('renderChunk: a line faces its line, its comment the language’s', () => {
    const rows = rowsOf(plain('ja'), 'pder')
    const comment =
      '/** このモジュール唯一のプロバイダ。クラスは巻き上げられず、代入は最後。 */'
    const go = 'var pder = &amp;Provider{list: list.New()}'
    const ts = 'export let pder: Provider'
    expect(rows).toEqual([
      `><td class="go"></td>${cell('ts', 12, comment)}</tr>`,
      `>${cell('go', 10, go)}${cell('ts', 13, ts)}</tr>`,
      ` class="blank">${cell('go', 11, '')}${cell('ts', 14, '')}</tr></tbody></table>`,
    ])
  })

  it('renderChunk: a line that faces nothing faces the reason', () => {
    expect(rowsOf(plain('es'), 'SessionStore.Get')[8]).toBe(
      `>${cell('go', 31, '    return nil')}<td class="ts gap"><span class="gap-reason"><a href="#claim-unreachable-return">sin código inalcanzable: el compilador lo rechaza</a></span></td></tr>`,
    )
  })

  it('renderChunk: a longer translation adds lines without a number', () => {
    copy.edit('docs/zh/comments.json', (text) =>
      text.replace(/"Provider.SessionInit.1": ".*"/, (entry) => {
        return entry.replace(/: ".*"/, ': "一\\n二"')
      }),
    )
    expect(rowsOf(plain('zh'), 'Provider.SessionInit')[0]).toContain(
      [
        `<span class="line" data-line="72">${numberLink('ts', 72)}  /**</span>`,
        `<span class="line">   * 一</span>`,
        `<span class="line">   * 二</span>`,
        `<span class="line">   */</span>`,
      ].join('\n'),
    )
    expect(checks.checkTangle(readChecked(copy, md, whole.pages))).toEqual([])
  })
})

describe('shownLines', () => {
  it('shownLines: code around a comment stays where it is', () => {
    const text = 'a /* b */ + c // d\n'
    const comments = commentsIn(text, 'typescript')
    const chunk = { name: 'x', first: 1, last: 1 }
    const base = {
      file: 'x.ts',
      language: 'typescript',
      section: 'port',
    } as const
    const source = { ...base, text, comments, chunks: [chunk] }
    const texts = new Map(
      ['B', 'D'].map((text, i) => [`x.${i + 1}`, { text, line: 1 }]),
    )
    const localized = { ...readLocalized(copy, 'en'), port: texts }
    const shown = shownLines({ source, chunk }, localized).map(({ pieces }) =>
      pieces.map((piece) => piece.text).join(''),
    )
    expect(shown).toEqual(['a /* B */ + c // D'])
  })
})

describe('weave', () => {
  it('weave: a claim is a mark with its verdicts that leads to its entry', () => {
    const name = '论断 gc-tail-first：在移植版和原版上都成立'
    expect(plain('zh')).toContain(
      `<a class="claim vp-raw" data-kind="shown" data-port="holds" data-original="holds" id="claim-gc-tail-first" href="/zh/claims#gc-tail-first" aria-label="${name}" title="${name}"><code>gc-tail-first</code></a>`,
    )
  })

  it('weave: a page depends on code, comments and claims', () => {
    const { text, env } = chapter('ja')
    md.parse(text, env)
    const files = env.includes.map((path) => path.slice(copy.root.length))
    expect(files.slice(0, 6)).toEqual([
      'go-reference/providers/memory/memory.go',
      'src/providers/memory.ts',
      'go-reference/cmd/example/main.go',
      'src/cmd/example.ts',
      'docs/ja/comments.json',
      'test/claims.json',
    ])
    expect(files).toContain('test/claims/gc-tail-first.trace')
    expect(files).toContain('go-reference/recorded/differs-nil.json')
  })

  it('weave: an unknown chunk stops the build, front matter counted', () => {
    const { text, env } = chapter('en')
    const broken = text.replace('"Provider.SessionGC"', '"SesionGC"')
    const line = lineOf(text, '"Provider.SessionGC"')
    const page = { ...env, realPath: env.path, src: broken }
    expect(() => md.parse(broken, page)).toThrow(
      `docs/en/session-storage.md:${line}: unknown chunk "SesionGC"; did you mean "Provider.SessionGC"?`,
    )
  })

  it('weave: the search index leaves out what cannot be woven', () => {
    copy.edit('docs/en/comments.json', () => '{')
    expect(plain('en')).not.toContain('<figure')
  })
})

describe('highlight', () => {
  it('highlight: every colour stands out 4.5 to 1 from the theme’s code', () => {
    const css = copy.read('.vitepress/theme/styles/palette.css')
    const html = whole.pages
      .filter(({ name }) => name === 'session-storage.md')
      .map((page) => whole.html(page))
      .join('')
    for (const [scheme, selector] of [
      ['light', ':root'],
      ['dark', '.dark'],
    ]) {
      const palette = css.split(`${selector} {`)[1] ?? ''
      const colours = html.matchAll(
        new RegExp(`--shiki-${scheme}:(#\\w{6})`, 'g'),
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
})
