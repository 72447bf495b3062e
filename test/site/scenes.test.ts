/** Tests the scenes of the chapter, and the player that a reader opens. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { captionOf } from '../../.vitepress/scenes/caption.ts'
import { describe as inWords } from '../../.vitepress/scenes/describe.ts'
import { wordsIn } from '../../.vitepress/scenes/say.ts'
import { sceneOf } from '../../.vitepress/scenes/scene.ts'
import {
  stageAfter,
  stageBefore,
  stagesOf,
} from '../../.vitepress/scenes/stages.ts'
import { plain, said } from '../../.vitepress/scenes/words.ts'
import { readVerdicts } from '../../src/evidence/read-verdicts.ts'
import { openProject } from '../../src/project/project.ts'
import type { Step } from '../../src/trace/engine.ts'
import { paperWidth } from './paper.ts'
import {
  address,
  axeFinds,
  chapter,
  homes,
  openBrowser,
  overflowOf,
  playButton,
  read,
  requestsOf,
  toTheme,
} from './reader.ts'
import { languageOf } from './site.ts'

const { claims } = readVerdicts(openProject())
const phone = { viewport: { width: 390, height: 844 } }
const wide = { viewport: { width: 1440, height: 900 } }
const shielding = 'fresh-shields-expired'
/** The trace with two hundred sessions. */
const manyId = 'fresh-shields-steadily'

/** An event of Chromium's trace; of a frame: how many elements it styled. */
interface Traced {
  readonly name: string
  /** In microseconds. */
  readonly ts: number
  readonly dur: number
  readonly args: {
    data?: { type: string }
    beginData?: { frame: string }
    elementCount?: number
  }
}

const scene = (page: Page, id: string) =>
  page.locator(`.prose .scene[data-trace="${id}"]`)
const player = (page: Page) => page.locator('.scene-player')
const caption = (page: Page) => player(page).locator('.scene-caption')
const number = (page: Page) => player(page).locator('.scene-number')
const drawing = (page: Page) => player(page).locator('.scene-state')
const wanted = (page: Page) => new URL(page.url()).searchParams.get('step')

const stepsOf = (id: string) => claims.get(id)?.run?.original ?? []

/** What is said of a step or stage, from 1, and of its drawing. */
function told(steps: readonly Step[], step: number, locale = 'en') {
  const words = wordsIn(locale)
  const made = sceneOf(steps, step - 1)
  return {
    caption: plain(captionOf(steps, step - 1, made, words)),
    drawing: inWords(made, words),
  }
}

const shown = async (page: Page) => ({
  caption: await caption(page).textContent(),
  drawing: await drawing(page).locator('.visually-hidden').textContent(),
})

describe.each(homes)('%s/session-storage', (home) => {
  const locale = languageOf(`${home}/`)

  test('shows its scenes without JavaScript, and no button', () =>
    read(`${home}${chapter}`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.scene').count()).toBeGreaterThanOrEqual(4)
      const { caption, drawing } = told(stepsOf(shielding), 8, locale)
      const frame = scene(page, shielding).locator('.scene-frame').last()
      expect(await frame.locator('.scene-caption').textContent()).toBe(caption)
      const state = frame.locator('.scene-state')
      const words = state.locator('.visually-hidden')
      expect(await words.textContent()).toBe(drawing)
      expect(await state.isVisible()).toBe(true)
      expect(await page.locator('.scene-play:visible').count()).toBe(0)
    }))

  test('says in its language what the steps of a player do', () =>
    read(`${home}${chapter}?scene=${shielding}&step=8`, phone, async (page) => {
      await player(page).waitFor()
      const stages = stagesOf(stepsOf(shielding))
      const n = stageAfter(stages, 7) + 1
      expect(await shown(page)).toEqual(told(stages, n, locale))
      const all = stages.length
      const step = said(wordsIn(locale), 'step', { n, all })
      expect(await number(page).textContent()).toBe(step)
    }))
})

describe('the player', () => {
  test('is loaded when a reader asks for it, and not before', () =>
    read('/', wide, async (page) => {
      const asked = requestsOf(page)
      await page.goto(address + chapter, { waitUntil: 'networkidle' })
      const of = () => asked.filter((url) => /\/scene|ScenePlayer/.test(url))
      expect(of()).toEqual([])
      await (await playButton(scene(page, shielding))).click()
      await player(page).waitFor()
      expect(of()).toContain(`${address}/scene/${shielding}.json`)
      expect(asked.filter((url) => !url.startsWith(address))).toEqual([])
    }))

  test('opens before its step, works by keyboard, and names the step', () =>
    read(chapter, wide, async (page) => {
      await (await playButton(scene(page, shielding))).focus()
      await page.keyboard.press('Enter')
      await player(page).waitFor()
      const label = () =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
      await expect.poll(label).toBe('Step forward')
      const stages = stagesOf(stepsOf(shielding))
      // The step is the pass with the number 8, which has three stages.
      const before = stageBefore(stages, 7) + 1
      for (const [i, step] of ['8.1', '8.2', '8'].entries()) {
        await expect.poll(() => shown(page)).toEqual(told(stages, before + i))
        await page.keyboard.press('ArrowRight')
        await expect.poll(() => wanted(page)).toBe(step)
      }
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => wanted(page)).toBe('8.2')
      await page.keyboard.press('End')
      await expect.poll(() => wanted(page)).toBe('16')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => wanted(page)).toBe('16')
      await page.keyboard.press('Home')
      await expect.poll(() => wanted(page)).toBe('1')
      await page.keyboard.press('Enter')
      await expect.poll(() => wanted(page)).toBe('2')
      // The slider and the other buttons are reached with Tab.
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await expect.poll(label).toBe('Steps of the trace')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => wanted(page)).toBe('3')
      const outline = await page.evaluate(
        () => getComputedStyle(document.activeElement ?? document.body).outline,
      )
      expect(outline).not.toContain('none')
      await page.keyboard.press('Escape')
      await player(page).waitFor({ state: 'detached' })
      const button = () =>
        page.evaluate(() => document.activeElement?.className)
      expect(await button()).toBe('scene-play')
      expect(await wanted(page)).toBeNull()
      expect(await page.locator('.line.ran').count()).toBe(0)
    }))

  test('never plays by itself, and does not move if less motion is wanted', () =>
    read(chapter, { ...wide, reducedMotion: 'reduce' }, async (page) => {
      await (await playButton(scene(page, 'gc-tail-first'))).click()
      await player(page).waitFor()
      const moving = () => page.evaluate(() => document.getAnimations().length)
      const before = await number(page).textContent()
      await page.waitForTimeout(2500)
      expect(await number(page).textContent()).toBe(before)
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => number(page).textContent()).not.toBe(before)
      expect(await moving()).toBe(0)
    }))

  test('lets sessions glide to their new places', () =>
    read(`${chapter}?scene=update-moves-front&step=4`, wide, async (page) => {
      await player(page).waitFor()
      await page.evaluate(() => {
        const { animate } = Element.prototype
        Object.assign(window, { glided: 0 })
        Element.prototype.animate = function (...all) {
          Object.assign(window, { glided: Reflect.get(window, 'glided') + 1 })
          return animate.apply(this, all)
        }
      })
      await player(page).getByRole('button', { name: 'Step forward' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'glided') >= 2)
    }))

  test.each(['stale-handle-works', 'init-twice-orphans', 'clock-back'])(
    '%s: each stage is shown as both engines made it',
    (id) =>
      read(`${chapter}?scene=${id}&step=1`, wide, async (page) => {
        await player(page).waitFor()
        const stages = stagesOf(stepsOf(id))
        expect(stages.length).toBeGreaterThan(4)
        await player(page).locator('button').first().focus()
        for (let step = 1; step <= stages.length; step++) {
          expect(await shown(page)).toEqual(told(stages, step))
          await page.keyboard.press('ArrowRight')
        }
      }),
  )

  // Each element that is styled again takes time: 471 to 749 took 100 ms.
  test.each([
    `/claims?scene=${manyId}&step=600`,
    `${chapter}?scene=${manyId}&step=600`,
    `/playground#claim=${manyId}`,
  ])('%s: a step styles only what it changes', (path) =>
    read(path, wide, async (page) => {
      const browser = await openBrowser()
      const session = await page.context().newCDPSession(page)
      const { frameTree } = await session.send('Page.getFrameTree')
      await player(page).waitFor()
      // The other parts of the page are laid out first.
      await page.waitForFunction(
        () => document.documentElement.dataset.drawn !== undefined,
      )
      await player(page).locator('button').first().focus()
      for (const key of [...'RRRRLLLL']) {
        const before = await number(page).textContent()
        await browser.startTracing(page, { categories: ['devtools.timeline'] })
        await page.keyboard.press(key === 'R' ? 'ArrowRight' : 'ArrowLeft')
        await expect.poll(() => number(page).textContent()).not.toBe(before)
        await page.evaluate(() => new Promise(requestAnimationFrame))
        const { traceEvents } = JSON.parse(`${await browser.stopTracing()}`)
        const drawn: Traced[] = traceEvents.filter(
          ({ args }: Traced) => args.beginData?.frame === frameTree.frame.id,
        )
        // The key only changes the page; frames lay it out, each in its task.
        const pressed: Traced = traceEvents.find(
          ({ args }: Traced) => args.data?.type === 'keydown',
        )
        const laid = drawn.filter(
          ({ name, ts }) =>
            name === 'Layout' &&
            ts >= pressed.ts &&
            ts <= pressed.ts + pressed.dur,
        )
        expect(laid, `laid out at ${before}, ${key}`).toEqual([])
        const styled = drawn.map(({ args }) => args.elementCount ?? 0)
        const most = Math.max(...styled)
        expect(most, `${before}, ${key}`).toBeGreaterThan(0)
        expect(most, `${before}, ${key}`).toBeLessThan(120)
      }
    }),
  )

  test('marks the lines that a stage runs, in Go and TypeScript', () =>
    read(`${chapter}?scene=gc-tail-first&step=14.3`, wide, async (page) => {
      await player(page).waitFor()
      const lit = (side: string) =>
        page.locator(`td.${side} .line.ran`).allTextContents()
      const go = () => lit('go').then((lines) => lines.join())
      await expect.poll(go).toContain('pder.list.Remove(element)')
      expect((await lit('ts')).join()).toContain('this.list.remove(element)')
      const sign = await page
        .locator('.line.ran')
        .first()
        .evaluate((line) => getComputedStyle(line).backgroundImage)
      expect(sign).toContain('svg')
      const link = player(page).getByRole('link', { name: 'SessionGC' })
      expect(await link.getAttribute('href')).toBe('#chunk-Provider.SessionGC')
      await player(page).locator('button').first().focus()
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowLeft')
      await expect.poll(go).not.toContain('Remove')
    }))

  test('a step that does not exist opens the nearest one', () =>
    read(`${chapter}?scene=gc-tail-first&step=999`, wide, async (page) => {
      await player(page).waitFor()
      const count = stagesOf(stepsOf('gc-tail-first')).length
      expect(await number(page).textContent()).toBe(`Step ${count} of ${count}`)
    }))

  test('an address with an unknown scene changes nothing', () =>
    read(`${chapter}?scene=%22%5D%3Cb%3E&step=x`, wide, async (page) => {
      expect(await player(page).count()).toBe(0)
      expect(await page.locator('dialog').count()).toBe(0)
    }))

  test('says so if the steps cannot be loaded, and can be asked again', () =>
    read(chapter, wide, async (page) => {
      await page.route('**/scene/*.json', (route) => route.abort())
      const figure = scene(page, shielding)
      await (await playButton(figure)).click()
      await figure.getByText('The steps could not be loaded.').waitFor()
      await page.unroute('**/scene/*.json')
      await (await playButton(figure)).click()
      await player(page).waitFor()
    }))

  test('axe finds nothing, light and dark, and it fits', () =>
    read(`${chapter}?scene=orphan-evicts-live&step=8`, wide, async (page) => {
      await player(page).waitFor()
      for (const { viewport } of [wide, phone]) {
        await page.setViewportSize(viewport)
        for (const colorScheme of ['light', 'dark'] as const) {
          await toTheme(page, colorScheme)
          expect(await axeFinds(page, { part: '.workbench' })).toEqual([])
        }
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      }
    }))
})

describe('the panel of a claim', () => {
  test('has its trace as a scene, with the table behind a click', () =>
    read(chapter, phone, async (page) => {
      const mark = page.locator('#claim-orphan-evicts-live')
      const panel = page.locator('.claim-panel')
      await mark.click()
      await panel.getByText('All steps as a table').click()
      expect(await panel.locator('.run').isVisible()).toBe(true)
      await panel.locator('.scene-play').click()
      await player(page).waitFor()
      await page.keyboard.press('ArrowRight')
      await page.locator('.line.ran').first().waitFor()
      await mark.click()
      await panel.waitFor({ state: 'detached' })
      await player(page).waitFor({ state: 'detached' })
      expect(await page.locator('.line.ran').count()).toBe(0)
      await expect.poll(() => new URL(page.url()).search).toBe('')
    }))

  test('the ledger plays a trace beside its table', () =>
    read('/claims?scene=gc-empty&step=2', wide, async (page) => {
      await player(page).waitFor()
      expect(await shown(page)).toEqual(told(stagesOf(stepsOf('gc-empty')), 6))
      expect(await page.locator('#gc-empty ~ details[open]').count()).toBe(1)
    }))
})

test('on paper the drawn steps are there, and no player', () =>
  read(
    `${chapter}?scene=${shielding}&step=3`,
    { viewport: { width: paperWidth, height: 1000 } },
    async (page) => {
      await player(page).waitFor()
      const frames = scene(page, shielding).locator('.scene-frame')
      expect(await frames.first().isVisible()).toBe(true)
      await page.emulateMedia({ media: 'print' })
      expect(await frames.first().isVisible()).toBe(true)
      expect(await player(page).isVisible()).toBe(false)
      expect(await page.locator('.scene-play:visible').count()).toBe(0)
    },
  ))
