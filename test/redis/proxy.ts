/** A TCP proxy that can cut a connection in the middle of an answer. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A proxy that forwards to one port. */
export interface Proxy {
  readonly url: string
  /** Forwards only this many bytes of the next answer, and then cuts. */
  cutAfter(bytes: number): void
  end(): Promise<void>
}

/** Starts a proxy to a port of this machine. */
export async function startProxy(port: number): Promise<Proxy> {
  let left: number | null = null
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const redis = connect(port, '127.0.0.1')
    for (const socket of [client, redis]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => {})
    }
    client.pipe(redis)
    client.on('close', () => redis.destroy())
    redis.on('close', () => client.destroy())
    redis.on('data', (data) => {
      if (left === null) {
        client.write(data)
        return
      }
      client.write(data.subarray(0, left))
      left = null
      // The bytes have to arrive before the end.
      setTimeout(() => client.destroy(), 20)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfter: (bytes) => {
      left = bytes
    },
    end: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
