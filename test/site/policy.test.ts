/**
 * Tests that code which a reader edits cannot reach another server, whatever it
 * tries: a second server counts what arrives.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeEditor, openPort, paste, play, runAll } from './playground.ts'
import { address } from './reader.ts'

const arrived: string[] = []
const server = createServer((request, response) => {
  arrived.push(request.url ?? '')
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Content-Type', 'text/javascript')
  response.end('export default 1')
})
server.on('upgrade', (request, socket) => {
  arrived.push(request.url ?? '')
  socket.destroy()
})

let other = ''
let code = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  other = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const answer = await fetch(`${address}/playground/port-en.json`)
  const { rows } = (await answer.json()) as { rows: [string[], string[]][] }
  code = rows.flatMap(([, ts]) => ts).join('\n')
})
afterAll(() => void server.close())

/** What edited code could try, where URL is an address of the second server. */
const tries: readonly string[] = [
  `new Function('return import("URL")')()`,
  `Function('a', 'return import(a)')('URL')`,
  `eval('import("URL")')`,
  `(0, eval)('import("URL")')`,
  `setTimeout('import("URL")')`,
  `setInterval('import("URL")', 1)`,
  `(async () => {}).constructor('return import("URL")')()`,
  `(function* () {}).constructor('yield import("URL")')().next()`,
  `new Function('return import("data:text/javascript,import%20%22URL%22")')()`,
  `new Function('return import(URL.createObjectURL(new Blob(["import \\'URL_\\'"], { type: "text/javascript" })))')()`,
  `new FontFace('a', 'url(URL)').load()`,
  `(() => { fonts.add(new FontFace('a', 'url(URL)')); return fonts.load('9px a') })()`,
  `fetch('URL')`,
  `new XMLHttpRequest().open('GET', 'URL', false)`,
  `(() => { const r = new XMLHttpRequest(); r.open('GET', 'URL', false); r.send() })()`,
  `importScripts('URL')`,
  `new WebSocket('URL'.replace('http', 'ws'))`,
  `new EventSource('URL')`,
  `new Worker('URL')`,
  `new Worker(URL.createObjectURL(new Blob(['fetch("URL_")'])))`,
  `caches.open('a').then((cache) => cache.add('URL'))`,
  `new WebTransport('URL'.replace('http:', 'https:'))`,
  `new Request('URL') && Response.redirect('URL')`,
  `WebAssembly.compileStreaming(fetch('URL'))`,
  `navigator.sendBeacon('URL')`,
  `new BroadcastChannel('a').postMessage(1)`,
]

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

/** Code that tries each of these and goes on. */
const trying = (all: readonly string[]) =>
  all
    .map((one, i) => {
      const own = one
        .replaceAll('URL_', `${other}/${i}`)
        .replaceAll(/'URL'|"URL"|\(URL\)|%22URL%22/g, (quoted) =>
          quoted.replace('URL', `${other}/${i}`),
        )
      return `try { Promise.resolve(${own}).catch(() => {}) } catch {}`
    })
    .join('\n')

test('edited code reaches no other server', () =>
  play(async (page) => {
    await openPort(page)
    // A second round begins when the lock has been set.
    const hidden = `const t = () => {\n${trying(tries)}\n}\nt(); setTimeout(t, 1)`
    await paste(codeEditor(page), `// @ts-nocheck\n${hidden}\n${code}`)
    expect(Object.values(await runAll(page))).toContain('holds')
    await page.locator('.port-tools button').first().click()
    await page.locator('.edited').waitFor()
    await page.locator('.summary').waitFor()
    // The server counts, so nothing has arrived by then.
    await fetch(`${other}/page`)
    expect(arrived).toEqual(['/page'])
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
