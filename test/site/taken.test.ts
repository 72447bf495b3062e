/**
 * Tests the program of the page /repaired in a browser, with the files that the
 * page offers, and that a reader can download and copy them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openProject } from '../../src/project/project.ts'
import { taken, takenFiles } from '../../src/project/taken.ts'
import { newFolder } from '../folder.ts'
import { serving } from '../taken-server.ts'
import { eventually } from './playground.ts'
import { address, homes, openBrowser, read } from './reader.ts'
import { openContext } from './site.ts'

const folder = newFolder('taken')
const languages = ['go', 'ts'] as const
const texts = languages.map((each) => taken(openProject(), each))

/** What the page of the program says. */
const told = (page: Page) => page.locator('p').innerText()

const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).click()
  await page.waitForLoadState()
}

describe.each(['express', 'node:http', 'net/http'] as const)('%s', (kind) => {
  test('two tabs, a login in one, a logout in the other, an hour', () => {
    const own = join(folder, kind.replace(/\W/, '-'))
    mkdirSync(own)
    for (const [i, each] of languages.entries()) {
      writeFileSync(join(own, takenFiles[each]), texts[i] ?? '')
    }
    return serving(own, kind, async (server, anHour) => {
      const context = await openContext(await openBrowser())
      const other = await openContext(await openBrowser())
      const [a, b, c] = [
        await context.newPage(),
        await context.newPage(),
        await other.newPage(),
      ]
      await a.goto(server)
      expect(await told(a)).toBe('user: , visits: 1')
      await b.goto(server)
      expect(await told(b)).toBe('user: , visits: 2')
      const cookies = await context.cookies()
      expect(cookies).toMatchObject([
        { name: 'sid', httpOnly: true, secure: false, sameSite: 'Lax' },
      ])
      await b.getByLabel('Name').fill('<b>Ann')
      await press(b, 'Log in')
      expect(await told(b)).toBe('user: <b>Ann, visits: 3')
      await a.reload()
      expect(await told(a)).toBe('user: <b>Ann, visits: 4')
      await c.goto(server)
      expect(await told(c)).toBe('user: , visits: 1')
      await press(a, 'Log out')
      expect(await told(a)).toBe('user: , visits: 1')
      await b.reload()
      expect(await told(b)).toBe('user: , visits: 2')
      // The cookie from before the login leads to nothing.
      await context.addCookies(cookies)
      await b.reload()
      expect(await told(b)).toBe('user: , visits: 1')
      if (kind !== 'net/http') {
        anHour()
        await eventually(async () => {
          await c.reload()
          return await told(c)
        }).toBe('user: , visits: 1')
      }
      await context.close()
      await other.close()
    })
  })
})

test.each(homes)(
  '%s/repaired: each file can be downloaded and copied',
  (home) =>
    read(
      `${home}/repaired`,
      { permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        const files = await page.locator('.take li').all()
        expect(files).toHaveLength(2)
        for (const [i, file] of files.entries()) {
          const href = await file.locator('a').getAttribute('href')
          const answer = await fetch(address + href)
          expect(await answer.text()).toBe(texts[i])
          await file.locator('button').click()
          await eventually(() =>
            page.evaluate(() => navigator.clipboard.readText()),
          ).toBe(texts[i])
        }
      },
    ),
)
