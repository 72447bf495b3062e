/** Tests the site below a base path, on a server that serves only files. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder } from '../folder.ts'
import { type FileServer, serveFiles } from '../serve-files.ts'
import { eventually } from './playground.ts'
import { openBrowser } from './reader.ts'
import { openContext } from './site.ts'

const folder = newFolder('session-storage-book')
let server: FileServer
let address: string

beforeAll(async () => {
  server = await serveFiles(folder)
  address = `${server.address}/book/`
  execFileSync(
    process.execPath,
    [
      'node_modules/vitepress/bin/vitepress.js',
      'build',
      '--outDir',
      join(folder, 'book'),
    ],
    { env: { ...process.env, SITE_URL: address }, stdio: 'pipe' },
  )
})

afterAll(() => server?.close())

test('plain server: pages, languages and the code are found below /book/', async () => {
  const wrong: string[] = []
  const page = await (await openContext(await openBrowser())).newPage()
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400)
      wrong.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(address)
  await page.locator('main a[href$="/session-storage"]').first().click()
  await page.waitForURL('**/book/session-storage')
  // The address changes before the page does.
  const lines = page.locator('td.go .line')
  await eventually(() => lines.count()).toBeGreaterThan(112)
  // A reload keeps the address.
  await page.reload({ waitUntil: 'networkidle' })
  expect(new URL(page.url()).pathname).toBe('/book/session-storage')
  expect(await page.locator('h1').count()).toBe(1)
  await page.locator('a[hreflang=ja]').first().click()
  await page.waitForURL('**/book/ja/session-storage')
  await eventually(() => page.getAttribute('html', 'lang')).toBe('ja')
  await page.goto(`${address}zh/traces#time`, { waitUntil: 'networkidle' })
  expect(page.url()).toBe(`${address}zh/traces#time`)
  expect(await page.locator('h1').textContent()).toContain('轨迹')
  await page.close()
  expect(wrong).toEqual([])
})
