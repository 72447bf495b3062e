/** Tests the printed playground. */
import { expect, test } from 'vitest'
import { toPaper } from './paper.ts'
import { play } from './playground.ts'

test('/playground on paper: the whole trace, and nothing that is empty', () =>
  play(async (page) => {
    await toPaper(page)
    const editor = page.locator('.trace-side .cm-editor')
    const hidden = await editor.evaluate((all) => {
      const parts = [all, ...all.querySelectorAll('.cm-scroller, .cm-line')]
      return parts.flatMap((part) => [
        part.scrollHeight - part.clientHeight,
        part.scrollWidth - part.clientWidth,
      ])
    })
    expect(hidden.length).toBeGreaterThan(20)
    expect(Math.max(...hidden)).toBeLessThanOrEqual(1)
    const sections = page.locator('main section')
    const texts = await sections.evaluateAll((all) =>
      all
        .filter((each) => each.getClientRects().length > 0)
        .map((each) => (each as HTMLElement).innerText.trim()),
    )
    expect(texts.length).toBeGreaterThan(0)
    expect(texts).not.toContain('')
    const buttons = page.locator('.playground button:visible')
    expect(await buttons.allTextContents()).toEqual([])
  }))
