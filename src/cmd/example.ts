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
import { optionsOf } from './options.ts'

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
const program = {
  name: 'example',
  usage: `usage: npm run example -- [--port N] [--provider memory|redis] [--redis URL]

Serves a page on ${host} that counts each visitor's visits. N is 8080 without
an option; 0 means any free port. URL is the address of a Redis server, such as
redis://127.0.0.1:6379. It runs no traces; the page /session-storage of the site,
docs/en/session-storage.md, describes the program.`,
}
const { port, provider, redis } = optionsOf(program, readFlags)
const start = await sessions()

const server = createServer((r, w) => {
  answer(r, w).catch((error: Error) => {
    console.error(`example: ${error.message}`)
    w.writeHead(500).end('Internal Server Error\n')
  })
})

server.on('error', (error) => {
  stop(`${error.message}; choose another port with --port`)
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
  if (provider === 'redis') {
    const { redisManager } = await import('./example-redis.ts')
    const manager = await redisManager(redis).catch(({ message }: Error) =>
      stop(`${message}; start it, or name another with --redis`),
    )
    return manager.sessionStart.bind(manager)
  }
  return globalSessions.sessionStart.bind(globalSessions)
}

/** The flags of the command line. @throws {Error} If one is wrong. */
function readFlags() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      port: { ...text, default: '8080' },
      provider: { ...text, default: 'memory' },
      redis: text,
    },
  })
  const { port, provider } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Error(`--port: want 0 to 65535, got ${JSON.stringify(port)}`)
  }
  if (provider !== 'memory' && provider !== 'redis') {
    const name = JSON.stringify(provider)
    throw new Error(`--provider: want memory or redis, got ${name}`)
  }
  return values
}

/** Ends the program with a message. */
function stop(message: string): never {
  console.error(`example: ${message}`)
  process.exit(1)
}
