/** What a reader sees who has JavaScript switched off. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import comments from '../../docs/zh/comments.json' with { type: 'json' }
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** The lines of a file, without comments, spaces and empty lines. */
function code(text: string): string[] {
  return text
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.replace(/\/\/.*/, '').replace(/\s+/g, ''))
    .filter((line) => line !== '')
}

const chapters = ['', '/zh', '/ja', '/es'].map(
  (language) => `${language}/session-storage`,
)

describe.each(chapters)('%s without JavaScript', (path) => {
  test.each([
    ['go', 'go-reference/providers/memory/memory.go'],
    ['ts', 'src/providers/memory.ts'],
  ])('shows every line of the %s side in order', async (side, file) => {
    const context = await site.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(site.address + path)
    const lines = await page.locator(`td.${side} .line`).allTextContents()
    await context.close()
    const shown = code(lines.join('\n'))
    const wanted = code(readFileSync(file, 'utf8'))
    // The chapter's second and third listing follow on the same page.
    expect(shown.slice(0, wanted.length)).toEqual(wanted)
    expect(shown.length).toBeGreaterThan(wanted.length)
  })
})

test('shows the comments in the language of the page', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.address}/zh/session-storage`)
  const text = await page.locator('main').textContent()
  await context.close()
  for (const comment of Object.values(comments.listing))
    expect(text).toContain(comment)
})
