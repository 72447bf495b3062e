/**
 * Tests that pages stay true when a program translates them: it wraps texts in
 * `<font>`, as the translator of a browser does, and leaves what is marked.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  codeEditor,
  eventually,
  openPort,
  paste,
  play,
  runAll,
  shownRows,
  traceEditor,
} from './playground.ts'
import { chapter, errorsOf, playButton, read } from './reader.ts'

/** Wraps every text outside of what is not to be translated, now and later. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const wrap = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const found: Text[] = []
      while (walker.nextNode()) found.push(walker.currentNode as Text)
      for (const text of found) {
        const { parentElement } = text
        if (!parentElement || text.data.trim() === '') continue
        if (
          parentElement.closest(
            '[translate=no], script, style, textarea, font, [contenteditable]',
          )
        )
          continue
        const outer = document.createElement('font')
        const inner = outer.appendChild(document.createElement('font'))
        inner.textContent = text.data
        text.replaceWith(outer)
      }
    }
    wrap(document.body)
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes)
          if (node.isConnected && node.nodeName !== 'FONT') wrap(node)
      }
    }).observe(document.body, { childList: true, subtree: true })
    return document.querySelectorAll('font').length
  })

/** Plays a scene to its end; what each step shows. */
async function stepsOf(page: Page): Promise<string[]> {
  await (await playButton(page.locator('.scene').first())).click()
  const player = page.locator('.scene-player').first()
  await player.waitFor()
  const forward = player.locator('.scene-controls button').nth(2)
  await player.locator('.scene-controls button').first().click()
  const shown: string[] = []
  for (;;) {
    // The list comes with the next frame, and the code with the one after it.
    for (const _ of [1, 2])
      await page.evaluate(() => new Promise(requestAnimationFrame))
    shown.push((await player.textContent()) ?? '')
    if ((await forward.getAttribute('aria-disabled')) === 'true') return shown
    await forward.click()
  }
}

const playing = (translated: boolean) =>
  read(chapter, { reducedMotion: 'reduce' }, async (page) => {
    const errors = errorsOf(page)
    if (translated) expect(await translate(page)).toBeGreaterThan(100)
    const shown = await stepsOf(page)
    return { shown, errors }
  })

test('a scene shows each step as without a translator', async () => {
  const { shown, errors } = await playing(true)
  expect(shown.length).toBeGreaterThan(5)
  expect(shown).toEqual((await playing(false)).shown)
  expect(errors).toEqual([])
})

const working = (translated: boolean) =>
  play(async (page) => {
    const errors = errorsOf(page)
    if (translated) expect(await translate(page)).toBeGreaterThan(10)
    await paste(
      traceEditor(page),
      'init ana\ninit bo\nwait 5s\ngc 3 => error\nlist',
    )
    await eventually(async () => (await shownRows(page)).length).toBe(5)
    await paste(traceEditor(page), 'init a\nwait 1s\nupdate a\nlist => a')
    await eventually(async () => (await shownRows(page)).length).toBe(4)
    await openPort(page)
    const verdicts = await runAll(page)
    await paste(codeEditor(page), '}')
    await eventually(() =>
      page.locator('.port .problem').textContent(),
    ).not.toBe('')
    const said = await page.locator('.playground').allInnerTexts()
    return { said, verdicts, rows: await shownRows(page), errors }
  })

test('the playground shows what it shows without a translator', async () => {
  const translated = await working(true)
  expect(translated).toEqual(await working(false))
  expect(translated.errors).toEqual([])
})

const looking = (translated: boolean) =>
  read('/claims', {}, async (page) => {
    const errors = errorsOf(page)
    const output = page.locator('.ledger-filter output')
    await eventually(() => output.innerText()).not.toBe('')
    if (translated) await translate(page)
    const all = await output.innerText()
    await page.locator('.ledger-filter input').fill('orphan')
    await eventually(() => output.innerText()).not.toBe(all)
    const shown = await output.innerText()
    await page.keyboard.press('Escape')
    await page.locator('.tools button').first().click()
    const found = page.locator('#found a')
    const results: string[][] = []
    for (const word of ['orphan', 'cookie', 'qqxyzzyqq']) {
      await page.locator('dialog.search input').fill(word)
      if (word === 'qqxyzzyqq')
        await page.locator('dialog.search [role=status]').waitFor()
      else await found.first().waitFor()
      results.push(await page.locator('dialog.search').allInnerTexts())
    }
    await page.locator('dialog.search .search-field button').click()
    // To another page, and to another language, from the top of the page.
    await page.evaluate(() => scrollTo(0, 0))
    await page.locator('.page-groups summary').last().click()
    await page.locator('.page-groups a[href="/traces"]').click()
    await eventually(() => page.locator('h1').textContent()).toContain('race')
    await page.locator('.language-menu summary').click()
    await page.locator('.language-menu a[lang=es]').click()
    await eventually(() => page.locator('html').getAttribute('lang')).toBe('es')
    const menu = await page.locator('.page-groups').textContent()
    return { shown, results, menu, errors }
  })

test('filters, search and menus show what they show without a translator', async () => {
  const translated = await looking(true)
  expect(translated).toEqual(await looking(false))
  expect(translated.errors).toEqual([])
})
