/**
 * Tests the copy buttons where the browser has no clipboard: on plain http at
 * an address that is not this machine.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './playground.ts'
import { address, openBrowser } from './reader.ts'
import { openContext } from './site.ts'

const plain = 'http://reader.test'

/** Opens a path of the site as if it were on another machine. */
async function onPlainHttp<T>(
  path: string,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await openContext(await openBrowser())
  try {
    await context.route(`${plain}/**`, async (route) => {
      const url = route.request().url().replace(plain, address)
      await route.fulfill({ response: await route.fetch({ url }) })
    })
    const page = await context.newPage()
    await page.goto(plain + path)
    expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
    return await look(page)
  } finally {
    await context.close()
  }
}

test.each(['/session-storage', '/zh/session-storage'])(
  '%s: a column of code can be copied from a field',
  (path) =>
    onPlainHttp(path, async (page) => {
      const figure = page.locator('.chunk').first()
      await figure.locator('.copy-side').first().click()
      const dialog = page.locator('dialog.copy-by-hand[open]')
      const field = dialog.locator('textarea')
      await field.waitFor()
      const code = await figure.locator('td.go .line').allTextContents()
      expect((await field.inputValue()).trim()).toBe(code.join('\n').trim())
      expect(await dialog.locator('label').innerText()).not.toBe('')
      const selected = await field.evaluate(
        (one: HTMLTextAreaElement) => one.selectionEnd - one.selectionStart,
      )
      expect(selected).toBe((await field.inputValue()).length)
      await dialog.locator('button').click()
      expect(await page.locator('dialog.copy-by-hand').count()).toBe(0)
    }),
)

test('a link to a trace can be copied from a field', () =>
  onPlainHttp('/playground', async (page) => {
    await page.locator('.share button').click()
    const field = page.locator('.share input')
    await field.waitFor()
    expect(await field.inputValue()).toContain(`${plain}/playground#trace=`)
    await eventually(() =>
      page.locator('.share [role=status]').innerText(),
    ).not.toBe('')
  }))
