/** Tests every built page in a real browser: on screens, with axe, in print. */
import { describe, expect, test } from 'vitest'
import { address, homes, read } from './reader.ts'
import { languageOf, pages } from './site.ts'
import { isChapter, looksOf, nameOf, visit, widths } from './visit.ts'

const languages = { en: 'en', zh: 'zh-Hans', ja: 'ja', es: 'es' }

describe.concurrent.each(pages())('%s', (path) => {
  test('opens without errors and sends no request to another host', async () => {
    expect((await visit(path)).complaints).toEqual([])
  })

  test('names its language, its other languages and its address', async () => {
    const { lang, alternates, canonical } = await visit(path)
    expect(lang).toBe(languages[languageOf(path) as keyof typeof languages])
    expect(alternates).toEqual(
      [...Object.values(languages), 'x-default'].sort(),
    )
    expect(canonical?.endsWith(path)).toBe(true)
  })

  test('links to the same page in the other languages', async () => {
    const rest = path.replace(/^\/(zh|ja|es)\//, '/')
    const own = languageOf(path) === 'en' ? '' : `/${languageOf(path)}`
    const others = homes.filter((folder) => folder !== own)
    const { languages } = await visit(path)
    expect(languages).toEqual(
      expect.arrayContaining(others.map((folder) => folder + rest)),
    )
  })

  test.each(widths)('fits %i pixels without scrolling', async (width) => {
    expect((await visit(path)).overflow[width]).toBe(0)
  })

  test.each(looksOf(path).map(nameOf))(
    'axe finds nothing in %s',
    async (look) => {
      expect((await visit(path)).axe[look]).toEqual([])
    },
  )

  test('fits the printed sheet, without navigation, dark on light', async () => {
    const { overflow, screenOnly, ink } = (await visit(path)).paper
    expect(overflow).toBe(0)
    expect(screenOnly).toEqual([])
    expect(ink).toBeLessThan(100)
  })

  test('what is set in the font of code is not translated', async () => {
    expect((await visit(path)).prose.translated).toEqual([])
  })
})

describe.each(pages().filter(isChapter))('%s, a chapter,', (path) => {
  test('has at most one screen of prose before the next figure', async () => {
    expect((await visit(path)).prose.late).toEqual([])
  })

  test('has at most five claims before the next heading', async () => {
    const { claims } = (await visit(path)).prose
    expect(Math.max(...claims)).toBeLessThanOrEqual(5)
    expect(claims.reduce((sum, n) => sum + n)).toBeGreaterThan(50)
  })

  test('ends no line between a number and its unit', async () => {
    const { paragraphs, torn } = (await visit(path)).prose
    expect(paragraphs).toBeGreaterThan(50)
    expect(torn).toEqual([])
  })

  test('has all lines of listing and port beside each other on paper', async () => {
    const { rows, apart, low } = (await visit(path)).paper
    expect(rows).toBeGreaterThan(100)
    expect({ apart, low }).toEqual({ apart: 0, low: 0 })
  })

  test('prints the addresses of links to other pages', async () => {
    const { links } = (await visit(path)).paper
    expect(links.length).toBeGreaterThan(1)
    for (const { href, printed } of links) {
      if (href.startsWith('#')) expect(printed).toBe('none')
      else expect(printed).toContain(href)
    }
  })

  test('makes a PDF with few pages in the reports', async () => {
    const { sheets } = await visit(path)
    expect(sheets.length).toBeGreaterThan(5)
    expect(sheets.length).toBeLessThan(30)
    expect(sheets[0]).toMatch(/\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
  })
})

// The headless shell does not ask for it.
test('the icon that browsers ask for is there', async () => {
  expect((await fetch(`${address}/favicon.ico`)).ok).toBe(true)
})

test('an unknown address shows a page with a link to the home page', () =>
  read('/zh/nothing-here', {}, async (page) => {
    await page.getByRole('heading', { name: '页面不存在' }).waitFor()
    expect(await page.locator('main a').first().getAttribute('href')).toBe(
      '/zh/',
    )
  }))
