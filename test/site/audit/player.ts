/** Measures the player of scenes: what it loads, and how long a step takes. */
import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { openContext, type Site } from '../site.ts'
import { type Finding, playerLimits } from './limits.ts'

/** A trace with two hundred sessions, and the step at which all are there. */
const large = { id: 'fresh-shields-steadily', step: 600 }

/** How many steps are made while the tasks are measured. */
const steps = 12

/**
 * The findings about the player, on a screen as wide as a phone's.
 * @param goals Whether the time of a step is measured too.
 */
export async function* playerFindings(
  site: Site,
  goals: boolean,
): AsyncGenerator<Finding> {
  const context = await openContext(site.browser, {
    viewport: { width: 390, height: 844 },
  })
  try {
    const page = await context.newPage()
    const path = '/session-storage'
    await page.goto(site.address + path, { waitUntil: 'networkidle' })
    yield {
      what: 'kilobytes that the player loads',
      figure: await loaded(page),
      limit: playerLimits.kilobytes,
      bound: 'at most',
      unit: ' KB',
    }
    if (!goals) return
    yield {
      what: 'longest task while stepping 200 sessions, 4x throttled',
      figure: await longestTask(page, site.address),
      limit: playerLimits.taskMilliseconds,
      bound: 'at most',
      unit: ' ms',
      goal: true,
    }
  } finally {
    await context.close()
  }
}

/** Kilobytes, gzipped, that playing a scene of the chapter loads. */
async function loaded(page: Page): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  // The page's icon and what it loads ahead may come now too, on a slow machine.
  const asked = new Set(['script', 'stylesheet', 'fetch'])
  const take = (response: Response) =>
    asked.has(response.request().resourceType()) && bodies.push(response.body())
  page.on('response', take)
  // By key: a pointer that comes to lie on code loads the names in the code too.
  await page.locator('.scene-question [type=submit]').first().press('Enter')
  await page.locator('.scene-player').waitFor()
  // What arrives from now on may not be read before the page is closed.
  page.off('response', take)
  const sizes = (await Promise.all(bodies)).map(
    (body) => gzipSync(body, { level: 6 }).length,
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** Milliseconds of the longest task; 0 if none takes 50 or more. */
async function longestTask(page: Page, address: string): Promise<number> {
  const { id, step } = large
  const query = `?scene=${id}&step=${step}`
  await page.goto(`${address}/claims${query}`, { waitUntil: 'networkidle' })
  await page.locator('.scene-player').waitFor()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.evaluate(() => {
    Object.assign(window, { longest: 0 })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        const longest = Math.max(Reflect.get(window, 'longest'), duration)
        Object.assign(window, { longest })
      }
    }).observe({ type: 'longtask' })
  })
  await page.locator('.scene-controls button').first().focus()
  for (let i = 0; i < steps; i++) {
    await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(600)
  }
  return page.evaluate(() => Number(Reflect.get(window, 'longest')))
}
