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
