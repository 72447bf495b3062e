/** Tests what a reader without JavaScript sees. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { interfaceOf } from '../../.vitepress/site/interface.ts'
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
      page.locator(`td.${side} .line`).allTextContents(),
    )
    const shown = code(lines.join('\n'))
    const wanted = code(readFileSync(file, 'utf8'))
    // The chapter's other listings follow on the same page.
    expect(shown.slice(0, wanted.length)).toEqual(wanted)
    expect(shown.length).toBeGreaterThan(wanted.length)
  })
})

describe.each(['', '/zh', '/ja', '/es'])('%s/ without JavaScript', (home) => {
  test('the chapter’s marks have both verdicts, the ledger states every claim', async () => {
    const marks = await read(`${home}/session-storage`, noScript, (page) =>
      page
        .locator('a.claim')
        .evaluateAll((all) =>
          all.map((mark) => mark.getAttribute('aria-label') ?? ''),
        ),
    )
    const entries = await read(`${home}/claims`, noScript, (page) =>
      page.locator('.ledger .entry').evaluateAll((all) =>
        all.map((entry) => ({
          id: entry.querySelector('h3')?.id ?? '',
          statement: entry.querySelector('.statement')?.textContent ?? '',
          sides: [...entry.querySelectorAll('.verdicts [data-side]')].map(
            (verdict) => verdict.textContent?.trim() ?? '',
          ),
          shown: entry.getClientRects().length > 0,
        })),
      ),
    )
    const language = (home.slice(1) || 'en') as 'en' | 'zh' | 'ja' | 'es'
    const statements = JSON.parse(
      readFileSync(`docs/${language}/claims.json`, 'utf8'),
    ) as Record<string, string>
    expect(entries.map(({ id }) => id).sort()).toEqual(
      Object.keys(statements).sort(),
    )
    for (const { id, statement, sides, shown } of entries) {
      const wanted = statements[id]?.replace(/[`*]/g, '')
      expect({ id, statement, shown }).toEqual({
        id,
        statement: wanted,
        shown: true,
      })
      expect(sides).toHaveLength(2)
      expect(marks.some((mark) => mark.includes(id))).toBe(true)
    }
    const { both } = interfaceOf(language).claims
    expect(marks.filter((mark) => mark.includes(both)).length).toBeGreaterThan(
      50,
    )
  })
})

test('shows the comments in the language of the page', async () => {
  const text = await read('/zh/session-storage', noScript, (page) =>
    page.locator('main').textContent(),
  )
  for (const comment of Object.values(comments.listing))
    expect(text).toContain(comment)
})
