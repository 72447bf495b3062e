/** Weighs what a page loads by itself on a first visit, gzipped. */
import { gzipSync } from 'node:zlib'
import type { Site } from '../site.ts'
import { type Finding, weight } from './limits.ts'

async function weigh(site: Site, path: string): Promise<number> {
  const context = await site.browser.newContext()
  const page = await context.newPage()
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.ok()) bodies.push(response.body())
  })
  await page.goto(site.address + path, { waitUntil: 'networkidle' })
  const sizes = (await Promise.all(bodies)).map(
    (body) => gzipSync(body, { level: 6 }).length,
  )
  await context.close()
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** The weight of each page at `paths`, in kilobytes. */
export async function* weights(
  site: Site,
  paths: readonly string[],
): AsyncGenerator<Finding> {
  for (const path of paths) {
    yield {
      what: `weight of ${path}`,
      figure: await weigh(site, path),
      limit: weight,
      bound: 'at most',
      unit: ' KB',
    }
  }
}
