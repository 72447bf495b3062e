/** The connection to Redis: every call ends in time, and no error has an id. */
import { ClientOfflineError, createClient, createCluster } from 'redis'
import { scripts } from './scripts.ts'

/** What the provider asks of a client, alone or of a cluster. */
interface Commands {
  connect(): Promise<unknown>
  destroy(): void
  on(event: 'error', listener: (error: Error) => void): unknown
  del(key: string): Promise<number>
  hGet(key: string, field: string): Promise<string | null>
  pExpire(key: string, milliseconds: number, mode: 'XX'): Promise<number>
  sessionCreate(key: string, ...rest: string[]): Promise<number>
  sessionRead(key: string, milliseconds: string): Promise<number>
  sessionSet(key: string, ...rest: string[]): Promise<number>
  sessionDelete(key: string, ...rest: string[]): Promise<number>
  sessionTake(key: string): Promise<string[]>
}

/** How to connect. */
export interface Options {
  /** The longest time of a call, in milliseconds; 2,000 if left out. */
  readonly timeout?: number
  /** Is told that the connection failed; the client connects again by itself. */
  readonly onError?: (error: Error) => void
}

/** Matches the url of a Redis server. */
const form = /^rediss?:\/\/[^/\s]+/

/** A connection to a Redis server, or to the servers of a cluster. */
export class Connection {
  private lost: Error | null = null

  private constructor(
    private readonly client: Commands,
    private readonly where: string,
    private readonly timeout: number,
  ) {}

  /**
   * Connects.
   * @param url `redis://host:port`, or a list of some servers of a cluster.
   * @throws {TypeError} If a url is malformed.
   * @throws {Error} If no server answers in time, or one refuses.
   */
  static async open(
    url: string | readonly string[],
    { timeout = 2000, onError = () => {} }: Options = {},
  ): Promise<Connection> {
    const urls = [url].flat()
    if (urls.length === 0 || !urls.every((each) => form.test(each))) {
      // The url is not shown, because it may have a password.
      throw new TypeError('session: want a url such as redis://127.0.0.1:6379')
    }
    const where = urls.map((each) => new URL(each).host).join(', ')
    // What waits in a queue would run after its caller was told that it failed.
    const common = { disableOfflineQueue: true, RESP: 2, scripts } as const
    const client: Commands =
      typeof url === 'string'
        ? createClient({ ...common, url })
        : createCluster({
            scripts,
            RESP: 2,
            rootNodes: urls.map((each) => ({ url: each })),
            defaults: { disableOfflineQueue: true },
            topologyRefreshOnReconnectionAttemptStrategy: 200,
          })
    const opened = new Connection(client, where, timeout)
    client.on('error', (error) => {
      opened.lost = error
      onError(opened.failure('connection', error))
    })
    try {
      await opened.call('connect', async (each) => {
        await each.connect()
        // A server that wants a password refuses only commands.
        await each.hGet('session:', 'session')
      })
    } catch (error) {
      opened.close()
      throw error
    }
    return opened
  }

  /**
   * Sends commands and waits for the answer.
   * @param what Names the call in errors; must not have a session's id.
   * @throws {Error} If Redis refuses, is not connected, or does not answer
   *   within the time limit; then Redis may have done it or not.
   */
  call<T>(what: string, send: (client: Commands) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        const why = this.lost ? `: ${this.lost.message}` : ''
        const error = new Error(`no answer within ${this.timeout} ms${why}`)
        reject(this.failure(what, error))
      }, this.timeout)
      send(this.client).then(
        (reply) => {
          clearTimeout(late)
          resolve(reply)
        },
        (error) => {
          clearTimeout(late)
          reject(this.failure(what, error))
        },
      )
    })
  }

  /** Ends the connection; calls that wait for an answer fail. */
  close(): void {
    this.client.destroy()
  }

  /** What failed, where and why. */
  private failure(what: string, error: Error): Error {
    const offline = error instanceof ClientOfflineError
    const { message } = (offline && this.lost) || error
    // Redis repeats a command that it does not know, with the session's key.
    const why = message.replace(/, with args beginning with.*/s, '')
    return new Error(`session: ${what}: Redis at ${this.where}: ${why}`)
  }
}
