/** Code that tries to reach another server, and a server that counts it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

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

/** A server, and the paths that it was asked for. */
export async function countingServer(): Promise<{
  readonly address: string
  readonly arrived: string[]
  close(): void
}> {
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
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => void server.close()
  return { address: `http://127.0.0.1:${port}`, arrived, close }
}

/** Code that tries each way to a server, goes on, and tries again later. */
export function tryingAll(address: string): string {
  const all = tries
    .map((one, i) => {
      const own = one
        .replaceAll('URL_', `${address}/${i}`)
        .replaceAll(/'URL'|"URL"|\(URL\)|%22URL%22/g, (quoted) =>
          quoted.replace('URL', `${address}/${i}`),
        )
      return `try { Promise.resolve(${own}).catch(() => {}) } catch {}`
    })
    .join('\n')
  // The second round begins when the lock has been set.
  return `const t = () => {\n${all}\n}\nt(); setTimeout(t, 1)`
}
