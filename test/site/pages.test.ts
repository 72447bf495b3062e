/** Tests every built page in a real browser: on screens, with axe, in print. */
import { describe, expect, test } from 'vitest'
import { read } from './reader.ts'
import { languageOf, pages } from './site.ts'
import { looksOf, nameOf, visit, widths } from './visit.ts'

const languages = { en: 'en', zh: 'zh-Hans', ja: 'ja', es: 'es' }
const folders = ['', '/zh', '/ja', '/es']

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
    const others = folders.filter((folder) => folder !== own)
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
})

test('an unknown address shows a page with a link to the home page', () =>
  read('/zh/nothing-here', {}, async (page) => {
    await page.getByRole('heading', { name: '页面不存在' }).waitFor()
    expect(await page.locator('main a').first().getAttribute('href')).toBe(
      '/zh/',
    )
  }))
