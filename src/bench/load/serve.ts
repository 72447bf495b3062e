/**
 * Serves the measured application on a port, until its input ends:
 * `serve.ts STORE PORT [REDIS_URL]`.
 */
import { createServer, type RequestListener } from 'node:http'
import { RedisStore } from 'connect-redis'
import expressSession from 'express-session'
import memorystore from 'memorystore'
import { createClient } from 'redis'
import { Memory } from '../../manager/memory.ts'
import { open } from '../../providers/redis.ts'
import { ours, theirs } from './app.ts'

/** Seconds that a session is kept: none expires during a measurement. */
const lifetime = 3600

const apps: Record<string, (url: string) => Promise<RequestListener>> = {
  'own-memory': async () => ours(new Memory(lifetime)),
  'own-redis': async (url) => ours(await open(url, lifetime)),
  memorystore: async () => {
    const Store = memorystore(expressSession)
    return theirs(new Store({ checkPeriod: 60_000 }), lifetime)
  },
  'connect-redis': async (url) => {
    const client = createClient({ url })
    await client.connect()
    return theirs(new RedisStore({ client }), lifetime)
  },
}

const [name = '', port = '', url = ''] = process.argv.slice(2)
const app = apps[name]
if (!app) throw new Error(`serve: there is no store ${name}`)
const server = createServer(await app(url))
// A visitor may be silent for longer than five seconds, on a busy machine.
server.keepAliveTimeout = 60_000
server.listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 }, () =>
  console.log('ready'),
)
process.stdin.on('end', () => process.exit()).resume()
