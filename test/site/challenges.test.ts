/** Tests the challenges as a reader meets them. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ChallengesData } from '../../.vitepress/playground/data.ts'
import { challenges } from '../../src/evidence/challenges.ts'
import { eventually, paste, portCode } from './playground.ts'
import { homes, overflowOf, read } from './reader.ts'

type Options = Parameters<typeof read>[1]

/** Opens the editor of a challenge, with the texts of the page. */
const solve = <T>(
  name: string,
  look: (page: Page, texts: ChallengesData['texts']) => Promise<T>,
  { home = '', ...options }: Options & { home?: string } = {},
) =>
  read(`${home}/challenges`, options, async (page) => {
    const at = challenges.findIndex((each) => each.name === name)
    await page.locator('.challenge > button').nth(at).click()
    await page.locator('.challenge .cm-content').waitFor()
    const texts = await page.evaluate(async (language) => {
      const response = await fetch(`/playground/challenges-${language}.json`)
      return ((await response.json()) as ChallengesData).texts
    }, home.slice(1) || 'en')
    return look(page, texts)
  })

const status = (page: Page) =>
  page.locator('.challenge-run [role=status]').textContent()

const check = (page: Page) => page.locator('.challenge .check').click()

const editor = (page: Page) => page.locator('.challenge .cm-content')

describe.each(challenges)('challenge $name', ({ name, traces }) => {
  test('is open at first, and solved by its answer', () =>
    solve(name, async (page, texts) => {
      await check(page)
      const wrong = page.locator('.challenge-run [data-verdict=fails]')
      await eventually(() => wrong.count()).toBe(traces.length)
      // The first failing step is open in the list.
      expect(
        await wrong.first().locator('button').getAttribute('aria-pressed'),
      ).toBe('true')
      await page.locator('.challenge .scene-player').waitFor()
      await page.locator('.challenge .port-tools button').last().click()
      await check(page)
      await eventually(() => status(page)).toContain(texts.solved)
      expect(await wrong.count()).toBe(0)
    }))
})

test('code that does not end is ended, and the page says so', () =>
  solve('find-expired', async (page, texts) => {
    const code = await portCode()
    const endless = code.replace(
      '    for (;;) {',
      '    for (;;) {}\n    for (;;) {',
    )
    expect(endless).not.toBe(code)
    await paste(editor(page), endless)
    await check(page)
    const fails = texts.verdicts.fails.replace('{line}', '5')
    await eventually(() =>
      page.locator('[data-verdict=fails] .note').first().textContent(),
    ).toContain(fails)
  }))

test('what the code keeps beside the provider does not reach the next trace', () =>
  solve('find-expired', async (page, texts) => {
    const code = (await portCode()).replace('pushBack', 'pushFront')
    const counting = code.replace(
      'export let pder: Provider',
      'export let pder: Provider\nlet passes = 0',
    )
    await paste(
      editor(page),
      counting.replace(
        '    session.checkLifetime(maxlifetime)',
        '    session.checkLifetime(maxlifetime)\n    if (++passes > 50) return',
      ),
    )
    await check(page)
    await eventually(() => status(page)).toContain(texts.solved)
  }))

test.each(homes)(
  '%s/challenges: fits a phone, with buttons of 44 pixels',
  (home) =>
    solve(
      'one-session',
      async (page, texts) => {
        expect(await overflowOf(page)).toBe(0)
        await check(page)
        await eventually(() => status(page)).toMatch(/\S/)
        await page.locator('.challenge .scene-player').waitFor()
        expect(await overflowOf(page)).toBe(0)
        expect(await page.locator('.challenge .check').textContent()).toBe(
          texts.check,
        )
        const box = await page.locator('.challenge .check').boundingBox()
        expect(box?.height).toBeGreaterThanOrEqual(44)
      },
      {
        home,
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      },
    ),
)

test('without JavaScript there are the tasks, the hints and the answers', () =>
  read('/challenges', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('h2').count()).toBe(challenges.length)
    expect(await page.locator('.prose details').count()).toBe(
      3 * challenges.length,
    )
    expect(await page.locator('ins').count()).toBeGreaterThan(challenges.length)
  }))
