/** The servers that are put under load, each a process of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startRedis } from './redis-server.ts'
import { type Load, type Met, type Site, visit } from './visitors.ts'

/** A store under load. */
export interface Store {
  /** What the servers call it. */
  readonly name: string
  readonly on: 'Node' | 'Go'
  readonly in: 'memory' | 'Redis'
  /** Whether it is this project's. */
  readonly own: boolean
  /** Otherwise, the packages that it is made of, with ` + ` between them. */
  readonly packages?: string
}

/** All that one run measured. */
export interface LoadResult {
  readonly date: string
  readonly machine: string
  /** By program or package. */
  readonly versions: Readonly<Record<string, string>>
  readonly visitors: number
  readonly seconds: number
  readonly stores: (Store & Met)[]
}

/** Those that are compared are neighbours, so that they meet the same machine. */
export const stores: readonly Store[] = [
  { name: 'own-memory', on: 'Node', in: 'memory', own: true },
  {
    name: 'memorystore',
    on: 'Node',
    in: 'memory',
    own: false,
    packages: 'express-session + memorystore',
  },
  { name: 'own-memory', on: 'Go', in: 'memory', own: true },
  {
    name: 'scs-memory',
    on: 'Go',
    in: 'memory',
    own: false,
    packages: 'scs',
  },
  { name: 'own-redis', on: 'Node', in: 'Redis', own: true },
  {
    name: 'connect-redis',
    on: 'Node',
    in: 'Redis',
    own: false,
    packages: 'express-session + connect-redis',
  },
  { name: 'own-redis', on: 'Go', in: 'Redis', own: true },
  {
    name: 'scs-redis',
    on: 'Go',
    in: 'Redis',
    own: false,
    packages: 'scs + goredisstore',
  },
]

/** Puts one store under load, on a server, and a Redis, of its own. */
export async function measure(store: Store, load: Load): Promise<Met> {
  const redis = store.in === 'Redis' ? await startRedis() : undefined
  const folder = mkdtempSync(join(tmpdir(), 'sessions-load-'))
  const port = await freePort()
  const args = [store.name, `${port}`, redis?.url ?? '']
  const [command, ...before] =
    store.on === 'Go'
      ? [builtIn(folder)]
      : [process.execPath, 'src/cmd/run.mjs', 'src/bench/load/serve.ts']
  const start = () => started(command as string, [...before, ...args])
  let server = await start()
  const site: Site = {
    port,
    keeps: store.in === 'Redis',
    restart: async () => {
      await kill(server)
      server = await start()
    },
  }
  try {
    return await visit(site, load)
  } finally {
    await kill(server)
    await redis?.end()
    rmSync(folder, { recursive: true })
  }
}

/** Builds the server in Go. Returns its file. */
function builtIn(folder: string): string {
  const file = join(folder, 'load')
  execFileSync('go', ['build', '-o', file, '.'], {
    cwd: 'go-reference/cmd/load',
  })
  return file
}

/** Starts a server, and waits until it listens. */
async function started(command: string, args: string[]): Promise<ChildProcess> {
  // It ends with its input, so it does not outlive this process.
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit'),
  ])
  if (String(said[0]).trim() !== 'ready')
    throw new Error(`${args[0]}: the server did not start`)
  return server
}

/** Ends a server as a crash does. */
async function kill(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGKILL')
  await once(server, 'exit')
}
