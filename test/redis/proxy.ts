/** A TCP proxy: one address, behind which connections and servers can fail. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A proxy that forwards to one port. */
export interface Proxy {
  readonly url: string
  /** Forwards only this many bytes of the next answer, and then cuts. */
  cutAfter(bytes: number): void
  /** Sends this in place of the next answer. */
  answer(text: string): void
  /** Forwards new connections to another port; the old ones stay. */
  moveTo(port: number): void
  /** Forwards nothing more on the connections there are, and keeps them open. */
  silence(): void
  /** How many connections are open. */
  count(): number
  end(): Promise<void>
}

/** Starts a proxy to a port of this machine. */
export async function startProxy(port: number): Promise<Proxy> {
  let target = port
  let next: ((answer: Buffer, client: Socket) => void) | null = null
  const open = new Map<Socket, Socket>()
  const server = createServer((client) => {
    const redis = connect(target, '127.0.0.1')
    open.set(client, redis)
    client.on('error', () => {})
    redis.on('error', () => {})
    client.on('close', () => {
      open.delete(client)
      redis.destroy()
    })
    redis.on('close', () => client.destroy())
    client.pipe(redis)
    redis.on('data', (data) => {
      if (next === null) {
        client.write(data)
        return
      }
      redis.removeAllListeners('data')
      redis.resume()
      next(data, client)
      next = null
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfter: (bytes) => {
      next = (data, client) => {
        client.write(data.subarray(0, bytes))
        // The bytes have to arrive before the end.
        setTimeout(() => client.destroy(), 20)
      }
    },
    answer: (text) => {
      next = (_data, client) => client.write(text)
    },
    moveTo: (other) => {
      target = other
    },
    silence: () => {
      for (const [client, redis] of open) {
        client.unpipe(redis)
        client.resume()
        redis.removeAllListeners('data')
        redis.resume()
      }
    },
    count: () => open.size,
    end: async () => {
      for (const client of open.keys()) client.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
