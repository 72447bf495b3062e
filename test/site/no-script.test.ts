/** Tests what a reader without JavaScript sees. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import comments from '../../docs/zh/comments.json' with { type: 'json' }
import { chapter, homes, read } from './reader.ts'

const noScript = { javaScriptEnabled: false }

/** The lines of a file, without comments, spaces and empty lines. */
function code(text: string): string[] {
  return text
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.replace(/\/\/.*/, '').replace(/\s+/g, ''))
    .filter((line) => line !== '')
}

const sides = {
  go: 'go-reference/providers/memory/memory.go',
  ts: 'src/providers/memory.ts',
}

test.each(homes)(
  '%s/session-storage without JavaScript shows every line of both sides in order',
  (home) =>
    read(home + chapter, noScript, async (page) => {
      for (const [side, file] of Object.entries(sides)) {
        const lines = await page
          .locator(
            `.chunk:not(.loop):has([data-file="${file}"]) td.${side} .line`,
          )
          .allTextContents()
        const written = code(readFileSync(file, 'utf8'))
        expect(code(lines.join('\n')), side).toEqual(written)
      }
    }),
)

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
