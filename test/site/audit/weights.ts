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

/** The counts of each page at `paths`, on a screen as wide as a phone's. */
export async function* weights(
  site: Site,
  paths: readonly string[],
): AsyncGenerator<Finding> {
  for (const path of paths) {
    const context = await openContext(site.browser, {
      viewport: { width: 390, height: 844 },
    })
    const counts = await count(await context.newPage(), site.address + path)
    await context.close()
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
