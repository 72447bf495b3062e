/** axe finds nothing on any page, in either theme. */
import axe from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, pages, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const themes = ['light', 'dark'] as const
const cases = pages().flatMap((path) =>
  themes.map((theme) => [path, theme] as const),
)

test.each(cases)('axe finds nothing on %s in %s', async (path, theme) => {
  const page = await site.browser.newPage({ colorScheme: theme })
  await page.goto(site.address + path, { waitUntil: 'networkidle' })
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: typeof axe }
    ).axe.run()
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.length}, the first ${nodes[0]?.html.slice(0, 160)}`,
    )
  })
  await page.close()
  expect(found).toEqual([])
})
