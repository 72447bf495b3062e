/** Tests what a reader without JavaScript sees. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import comments from '../../docs/zh/comments.json' with { type: 'json' }
import { read } from './reader.ts'

const noScript = { javaScriptEnabled: false }

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
    const lines = await read(path, noScript, (page) =>
      page
        .locator(`.chunk:has([data-file="${file}"]) td.${side} .line`)
        .allTextContents(),
    )
    const shown = code(lines.join('\n'))
    expect(shown).toEqual(code(readFileSync(file, 'utf8')))
  })
})

test('shows the comments in the language of the page', async () => {
  const text = await read('/zh/session-storage', noScript, (page) =>
    page.locator('main').textContent(),
  )
  const own = Object.entries(comments.listing)
    .filter(([key]) => !/^(repaired|redis)\./.test(key))
    .flatMap(([, comment]) => String(comment).split('\n'))
  expect(own.length).toBeGreaterThan(15)
  for (const comment of own) expect(text).toContain(comment)
})

test('an unknown address says so in every language', async () => {
  const html = readFileSync('.vitepress/dist/404.html', 'utf8')
  const parts = await read('/404.html', noScript, (page) =>
    page.locator('.not-found > div').evaluateAll((all) =>
      all.map((one) => ({
        lang: one.getAttribute('lang'),
        home: one.querySelector('a')?.getAttribute('href'),
        words: one.textContent?.length ?? 0,
      })),
    ),
  )
  expect(html).toContain('<noscript>')
  expect(parts.map(({ home }) => home)).toEqual(['/', '/zh/', '/ja/', '/es/'])
  expect(new Set(parts.map(({ lang }) => lang)).size).toBe(4)
  for (const { words } of parts) expect(words).toBeGreaterThan(20)
})
