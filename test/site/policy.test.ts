/**
 * Tests that code which a reader edits cannot reach another server, whatever it
 * tries: a second server counts what arrives.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countingServer, tryingAll } from '../hostile-code.ts'
import {
  codeEditor,
  openPort,
  paste,
  play,
  portCode,
  runAll,
  runEdited,
} from './playground.ts'

let server: Awaited<ReturnType<typeof countingServer>>
let code = ''

beforeAll(async () => {
  server = await countingServer()
  code = await portCode()
})
afterAll(() => server.close())

/** What edited code could ask of the site, and what it must not get. */
const rights = {
  'a file system': 'navigator.storage.getDirectory()',
  'a cache': 'caches.open("a")',
  'a database':
    'new Promise((yes, no) => { const r = indexedDB.open("a"); r.onsuccess = yes; r.onerror = no })',
  permission:
    'Promise.resolve(Notification.permission).then((is) => { if (is !== "granted") throw is })',
  'an origin':
    'Promise.resolve().then(() => { if (origin === "null") throw 0 })',
}

test('edited code reaches no other server', () =>
  play(async (page) => {
    await openPort(page)
    const hidden = tryingAll(server.address)
    await paste(codeEditor(page), `// @ts-nocheck\n${hidden}\n${code}`)
    expect(Object.values(await runAll(page))).toContain('holds')
    await runEdited(page)
    await page.locator('.summary').waitFor()
    // The server counts, so nothing has arrived by then.
    await fetch(`${server.address}/page`)
    expect(server.arrived).toEqual(['/page'])
  }))

test('edited code gets no storage and no permission of the site', () =>
  play(
    async (page) => {
      await openPort(page)
      const asked = Object.entries(rights).map(
        ([name, ask]) =>
          `try { ${ask}.then(() => got.push('${name}'), () => {}) } catch {}`,
      )
      const told = `const got: any[] = []; ${asked.join('; ')}
        const g: any = globalThis; g.got = got\n`
      // The engine awaits nothing: what has arrived meanwhile names the error.
      const busy = `sessionInit(sid: string) {
        for (let n = 0; n < 1e6; n++) {}
        if ((globalThis as any).got.length) throw new Error('got ' + (globalThis as any).got)`
      const edited = code.replace(/sessionInit\(sid: string\)[^{]*\{/, (head) =>
        busy.replace('sessionInit(sid: string) {', head),
      )
      await paste(codeEditor(page), `// @ts-nocheck\n${told}${edited}`)
      expect(Object.values(await runAll(page))).toContain('holds')
    },
    { permissions: ['notifications'] },
  ))
