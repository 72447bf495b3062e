/** Tests that every way to a heading of the chapter shows it below the header. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { address, chapter, homeScreens, read } from './reader.ts'

/** Waits until nothing loads and the heading has kept its place for a while. */
const settle = (page: Page, id: string) =>
  page.evaluate(async (id) => {
    const frame = () => new Promise(requestAnimationFrame)
    while (!('drawn' in document.documentElement.dataset)) await frame()
    await document.fonts.ready
    const top = () => document.getElementById(id)?.getBoundingClientRect().top
    for (let last = top(), same = 0; same < 10; ) {
      await frame()
      same = top() === last ? same + 1 : 0
      last = top()
    }
  }, id)

/** How far a heading is below the header, in pixels. */
async function below(page: Page, id: string): Promise<number> {
  await settle(page, id)
  return page.evaluate((id) => {
    const top = (selector: string) =>
      document.querySelector(selector)?.getBoundingClientRect()
    return (top(`#${id}`)?.top ?? NaN) - (top('.site-header')?.bottom ?? NaN)
  }, id)
}

/** The first, a middle and the last heading that the window can show on top. */
const headingsOf = (page: Page) =>
  page.evaluate(() => {
    const all = Array.from(
      document.querySelectorAll('main :is(h2, h3, h4)[id]'),
      ({ id, tagName }) => ({ id, tagName }),
    ).filter(({ id }) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top
      const end = document.documentElement.scrollHeight - scrollY
      return end - (top ?? end) > innerHeight
    })
    const outlined = all.filter(({ tagName }) => tagName !== 'H4')
    const at = (part: number) => Math.floor((outlined.length - 1) * part)
    return [0, 0.5, 1].map((part) => outlined[at(part)]?.id ?? '')
  })

const click = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((link: HTMLElement) => link.click())

test.each(homeScreens)('$home, $width pixels', ({ home, viewport }) =>
  read(home + chapter, { viewport }, async (page) => {
    await settle(page, 'text')
    const ids = await headingsOf(page)
    const [first = '', middle = '', last = ''] = ids
    const found: Record<string, number> = {}
    for (const id of ids) {
      await page.goto('about:blank')
      await page.goto(`${address}${home}${chapter}#${id}`)
      found[`opens ${id}`] = await below(page, id)
    }
    await page.reload()
    found[`reloads ${last}`] = await below(page, last)
    await click(page, `.outline a[href$="#${middle}"]`)
    found[`outline to ${middle}`] = await below(page, middle)
    await click(page, `main a[href$="#${first}"]`)
    found[`link to ${first}`] = await below(page, first)
    await page.goBack()
    found[`back to ${middle}`] = await below(page, middle)
    await page.goForward()
    found[`forward to ${first}`] = await below(page, first)
    await click(page, `.outline a[href$="#${last}"]`)
    await below(page, last)
    await page.goto(`${address}${home}/questions`)
    await page.goBack()
    found[`back from another page to ${last}`] = await below(page, last)
    const wrong = Object.entries(found).filter(
      ([, pixels]) => !(pixels >= 0 && pixels <= 40),
    )
    expect(wrong).toEqual([])
  }),
)
