/** Starts Redis servers, for a measurement or a test, on the loopback address. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A running Redis server. */
export interface Server {
  readonly port: number
  readonly url: string
  /** Ends it as a crash does. */
  kill(): Promise<void>
  /** Starts it again on the same port, with the same files, and more options. */
  restart(...more: string[]): Promise<void>
  /** Sends its process a signal, such as SIGSTOP. */
  signal(name: NodeJS.Signals): void
  /** Ends it and deletes its files. */
  end(): Promise<void>
}

/**
 * A port that nothing listens on. It and the port of a cluster's bus, 10,000 above,
 * are below those that the system gives to connections.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 12_000)
    const server = createServer().listen(port, '127.0.0.1')
    const free = await Promise.race([
      once(server, 'listening').then(() => true),
      once(server, 'error').then(() => false),
    ]).catch(() => false)
    if (free) {
      server.close()
      await once(server, 'close')
      return port
    }
  }
}

/**
 * Starts a server.
 * @param flags Options of its command line, such as `--maxmemory 4mb`.
 */
export async function startRedis(...flags: string[]): Promise<Server> {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'sessions-redis-'))
  let running: ChildProcess
  const start = async (...more: string[]) => {
    const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir]
    const all = [...fixed, '--save', '', ...flags, ...more]
    running = spawn('redis-server', all, {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await ready(running)
  }
  const kill = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return
    running.kill('SIGKILL')
    await once(running, 'exit')
  }
  await start()
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    kill,
    restart: start,
    signal: (name) => running.kill(name),
    end: async () => {
      await kill()
      rmSync(dir, { recursive: true })
    },
  }
}

/** Waits until a server accepts connections. */
async function ready(server: ChildProcess): Promise<void> {
  const said: string[] = []
  if (server.stdout === null) throw new Error('want the output of Redis')
  // Reads on after the return, so that the pipe never fills up.
  const lines = createInterface(server.stdout)
  await new Promise<void>((done, failed) => {
    lines.on('line', (line) => {
      said.push(line)
      if (line.includes('Ready to accept connections')) done()
    })
    server.once('error', failed)
    server.once('exit', () => failed(new Error(said.join('\n'))))
  })
}
