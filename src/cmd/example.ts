/**
 * Serves a page on 127.0.0.1 that counts each visitor's visits. Uses the
 * chapter's import and manager.
 *
 *     node src/cmd/run.mjs src/cmd/example.ts [--port 8080]
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'

// #region example.import
import * as session from '../session.ts'
import '../providers/memory.ts'

// #endregion example.import

// #region example.init
let globalSessions: session.Manager

// initialize in init() function
function init(): void {
  globalSessions = session.newManager('memory', 'gosessionid', 3600)
  globalSessions.gc()
}
init()
// #endregion example.init

const host = '127.0.0.1'

const server = createServer((r, w) => {
  w.setHeader('Content-Type', 'text/plain; charset=utf-8')
  const path = r.url?.split('?')[0]
  if (path !== '/') {
    // A browser also requests an icon, which is not a visit.
    w.writeHead(404).end('404 page not found\n')
    return
  }
  if (r.method !== 'GET' && r.method !== 'HEAD') {
    w.writeHead(405, { Allow: 'GET, HEAD' }).end('Method Not Allowed\n')
    return
  }
  const visitor = globalSessions.sessionStart(w, r)
  const visits = Number(visitor.get('visits') ?? 0) + 1
  visitor.set('visits', visits)
  w.end(`visits: ${visits}\n`)
})

server.on('error', (error) => {
  stop(1, `${error.message}; choose another port with --port`)
})
server.listen(port(), host, () => {
  const { port } = server.address() as AddressInfo
  console.log(`http://${host}:${port}/`)
})

/** The port from the command line; 0 means any free port. */
function port(): number {
  let text = ''
  try {
    const options = { port: { type: 'string', default: '8080' } } as const
    text = parseArgs({ options }).values.port
  } catch (error) {
    stop(2, (error as Error).message)
  }
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) {
    stop(2, `--port: want 0 to 65535, got ${JSON.stringify(text)}`)
  }
  return Number(text)
}

/** Ends the program with a message and an exit code. */
function stop(code: number, message: string): never {
  console.error(`example: ${message}`)
  process.exit(code)
}
