/**
 * Serves a page on 127.0.0.1 that counts each visitor's visits. Uses the
 * chapter's import and manager, or a Redis server instead.
 *
 *     node src/cmd/run.mjs src/cmd/example.ts [--port 8080]
 *         [--provider redis] [--redis redis://127.0.0.1:6379]
 */
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
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
const flags = readFlags()
const port = flags.port ?? ''
if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
  stop(2, `--port: want 0 to 65535, got ${JSON.stringify(port)}`)
}
const start = await sessions()

const server = createServer((r, w) => {
  answer(r, w).catch((error: Error) => {
    console.error(`example: ${error.message}`)
    w.writeHead(500).end('Internal Server Error\n')
  })
})

server.on('error', (error) => {
  stop(1, `${error.message}; choose another port with --port`)
})
server.listen(Number(port), host, () => {
  const { port } = server.address() as AddressInfo
  console.log(`http://${host}:${port}/`)
})

/** Answers a request; a visit to the path / is counted. */
async function answer(r: IncomingMessage, w: ServerResponse): Promise<void> {
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
  const visitor = await start(w, r)
  const visits = Number((await visitor.get('visits')) ?? 0) + 1
  await visitor.set('visits', visits)
  w.end(`visits: ${visits}\n`)
}

/** Finds a visitor's session, in memory or in Redis. */
async function sessions() {
  const { provider = 'memory', redis: url } = flags
  if (provider === 'redis') {
    const { redisManager } = await import('./example-redis.ts')
    const manager = await redisManager(url).catch(({ message }: Error) =>
      stop(1, `${message}; start it, or name another with --redis`),
    )
    return manager.sessionStart.bind(manager)
  }
  if (provider !== 'memory') {
    const name = JSON.stringify(provider)
    stop(2, `--provider: want memory or redis, got ${name}`)
  }
  return globalSessions.sessionStart.bind(globalSessions)
}

/** The flags of the command line; port 0 means any free port. */
function readFlags() {
  try {
    const text = { type: 'string' } as const
    const port = { ...text, default: '8080' }
    return parseArgs({ options: { port, provider: text, redis: text } }).values
  } catch (error) {
    return stop(2, (error as Error).message)
  }
}

/** Ends the program with a message and an exit code. */
function stop(code: number, message: string): never {
  console.error(`example: ${message}`)
  process.exit(code)
}
