/** Counts what a page loads and lays out by itself on a first visit. */
import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { openContext, type Site } from '../site.ts'
import { type Finding, limitOf, perPage } from './limits.ts'

interface Counts {
  kilobytes: number
  requests: number
  elements: number
  shift: number
}

async function count(page: Page, address: string): Promise<Counts> {
  const bodies: Promise<Buffer>[] = []
  const take = (response: Response) => {
    if (!response.ok()) return
    // Chromium forgets what it gave to a worker that has ended.
    const again = () => page.request.get(response.url())
    bodies.push(response.body().catch(async () => (await again()).body()))
  }
  page.on('response', take)
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as unknown as { value: number }
        Object.assign(window, { shift: Reflect.get(window, 'shift') + value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  // On a busy machine, Vue may start only now, and then load more files.
  await page.waitForFunction(() => {
    const app = document.getElementById('app')
    return app !== null && '__vue_app__' in app
  })
  for (let before = -1; before < bodies.length; ) {
    before = bodies.length
    await page.waitForTimeout(500)
  }
  // What arrives from now on may not be read before the page is closed.
  page.off('response', take)
  const sizes = (await Promise.all(bodies)).map(
    (body) => gzipSync(body, { level: 6 }).length,
  )
  const seen = await page.evaluate(() => ({
    elements: document.querySelectorAll('*').length,
    shift: Number(Reflect.get(window, 'shift')),
  }))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { kilobytes: bytes / 1000, requests: sizes.length, ...seen }
}

const units = { kilobytes: ' KB', requests: '', elements: '', shift: '' }

/** The counts of a first visit, on a screen as wide as a phone's. */
async function visit(site: Site, path: string): Promise<Counts> {
  const context = await openContext(site.browser, {
    viewport: { width: 390, height: 844 },
  })
  try {
    return await count(await context.newPage(), site.address + path)
  } finally {
    await context.close()
  }
}

/** The counts of each page at `paths`. */
export async function* weights(
  site: Site,
  paths: readonly string[],
): AsyncGenerator<Finding> {
  const visits: Promise<Counts>[] = []
  for (const [i, path] of paths.entries()) {
    // A visit mostly waits, so two pages are open at the same time.
    for (const each of paths.slice(visits.length, i + 2))
      visits.push(visit(site, each))
    const counts = await (visits[i] as Promise<Counts>)
    for (const key of Object.keys(perPage) as (keyof Counts)[]) {
      const limit = limitOf(key, path)
      const figure = counts[key]
      const unit = units[key]
      yield {
        what: `${key} of ${path}`,
        figure,
        limit,
        bound: 'at most',
        unit,
      }
    }
  }
}
