/** Every built page, opened in a real browser. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languageOf, openSite, pages, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** Runs `look` on a page opened at `path`; the page is closed afterwards. */
async function on<T>(
  path: string,
  options: Parameters<Site['browser']['newPage']>[0],
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await site.browser.newPage(options)
  try {
    await page.goto(site.address + path)
    return await look(page)
  } finally {
    await page.close()
  }
}

const sizes = [1440, 390].map((width) => ({ width, height: 900 }))
const languages = { en: 'en', zh: 'zh-Hans', ja: 'ja', es: 'es' }

describe.each(pages())('%s', (path) => {
  test('opens without errors and asks no other host for anything', async () => {
    const complaints: string[] = []
    const page = await site.browser.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        complaints.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address))
        complaints.push(`request to ${request.url()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400)
        complaints.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(site.address + path, { waitUntil: 'networkidle' })
    await page.close()
    expect(complaints).toEqual([])
  })

  test('names its language, its other languages and its address', async () => {
    await on(path, {}, async (page) => {
      const language = languageOf(path) as keyof typeof languages
      expect(await page.getAttribute('html', 'lang')).toBe(languages[language])
      const alternates = await page
        .locator('link[rel=alternate]')
        .evaluateAll((links) =>
          links.map((link) => link.getAttribute('hreflang')).sort(),
        )
      expect(alternates).toEqual(
        [...Object.values(languages), 'x-default'].sort(),
      )
      const canonical = await page
        .locator('link[rel=canonical]')
        .getAttribute('href')
      expect(canonical?.endsWith(path)).toBe(true)
    })
  })

  test.each(sizes)('fits $width pixels without scrolling', async (viewport) => {
    const width = await on(path, { viewport }, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth),
    )
    expect(width).toBeLessThanOrEqual(viewport.width)
  })

  test('leads to the same page in the other languages', async () => {
    const rest = path.replace(/^\/(zh|ja|es)\//, '/')
    const links = await on(path, {}, (page) =>
      page
        .locator('a[hreflang]')
        .evaluateAll((all) =>
          all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
        ),
    )
    for (const language of ['', '/zh', '/ja', '/es'])
      if (
        language !== (languageOf(path) === 'en' ? '' : `/${languageOf(path)}`)
      )
        expect(links).toContain(language + rest)
  })
})

test('an unknown address gives a page that leads home', async () => {
  await on('/zh/nothing-here', {}, async (page) => {
    expect(await page.locator('h1').textContent()).toBe('页面不存在')
    expect(await page.locator('main a').first().getAttribute('href')).toBe(
      '/zh/',
    )
  })
})
