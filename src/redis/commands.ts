/** The clients of the package `redis`, and what the provider asks of them. */
import { createClient, createCluster } from 'redis'
import type { Address } from './address.ts'
import { scripts } from './scripts.ts'

/** A client, alone or of a cluster. */
export interface Commands {
  connect(): Promise<unknown>
  close(): Promise<unknown>
  destroy(): void
  on(event: 'error', listener: (error: Error) => void): unknown
  del(key: string): Promise<number>
  hGet(key: string, field: string): Promise<string | null>
  pExpire(key: string, milliseconds: number, mode: 'XX'): Promise<number>
  sessionCreate(key: string, time: string, values: string[]): Promise<number>
  sessionRead(key: string, milliseconds: string): Promise<number>
  sessionSet(key: string, ...rest: string[]): Promise<number>
  sessionDelete(key: string, ...rest: string[]): Promise<number>
  sessionTake(key: string): Promise<string[]>
}

/**
 * Makes a client that does not connect again by itself, or one of a cluster. The
 * user, the password and TLS are those of the first server.
 * @param timeout The longest time to connect, in milliseconds.
 */
export function create(
  servers: readonly [Address, ...Address[]],
  cluster: boolean,
  timeout: number,
): Commands {
  const [{ host, port, tls, username, password, database }] = servers
  const account = {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
  }
  const socket = tls
    ? { connectTimeout: timeout, tls: true as const }
    : { connectTimeout: timeout }
  // The connection limits the time of a call; a second limit for each command, of
  // the package's own, would take a third of the time of a busy process.
  const commandOptions = { timeout: 0 }
  if (cluster) {
    return createCluster({
      scripts,
      commandOptions,
      RESP: 2,
      rootNodes: servers.map(({ host, port }) => ({ socket: { host, port } })),
      // A call fails at once if its server is gone.
      defaults: { ...account, socket, disableOfflineQueue: true },
      topologyRefreshOnReconnectionAttemptStrategy: 200,
    })
  }
  const client = createClient({
    ...account,
    scripts,
    commandOptions,
    RESP: 2,
    database,
    socket: { ...socket, host, port, reconnectStrategy: false },
  })
  // A store that nobody asks anything keeps no process alive.
  client.unref()
  return client
}
