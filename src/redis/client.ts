/** The connection to Redis: every call ends in time, and no error has an id. */
import { ClientClosedError, ClientOfflineError, ErrorReply } from 'redis'
import { type Address, named, readAddress } from './address.ts'
import { type Commands, create } from './commands.ts'

/** How to connect, and what to store. */
export interface Options {
  /** The most bytes of a value as JSON; 2,097,152 if left out. */
  readonly maxBytes?: number
  /** The longest time of a call, in milliseconds; 2,000 if left out. */
  readonly timeout?: number
  /** Is told that the connection failed; the next call connects again. */
  readonly onError?: (error: Error) => void
}

/** What the options are if they are left out. */
export const defaults: Required<Options> = {
  maxBytes: 2 ** 21,
  timeout: 2000,
  onError: () => {},
}

/** The longest time that a timer of Node waits, in milliseconds. */
const longest = 2 ** 31 - 1

/** Matches the answer of a server that has become a replica. */
const demoted = /^READONLY /

const closed = (): Error => new Error('the store was closed; open it again')

/** A client, which is used until its connection fails. */
interface Link {
  readonly client: Commands
  readonly ready: Promise<void>
  /** Ends the wait for `ready`. */
  readonly fail: (why: Error) => void
  /** Why it is used no more. */
  gone?: Error
}

/** At least one server. */
type Servers = readonly [Address, ...Address[]]

/** A call under way. */
interface Call {
  /** What its commands were given to last. */
  link?: Link
  /** Whether its caller was already told how it ended. */
  ended: boolean
}

/** A connection to a Redis server, or to the servers of a cluster. */
export class Connection {
  // These have a `#`, so that console.log shows no password among the options.
  #link: Link | null = null
  readonly #servers: Servers
  #closed = false

  private constructor(
    servers: Servers,
    private readonly cluster: boolean,
    private readonly timeout: number,
    private readonly onError: (error: Error) => void,
  ) {
    this.#servers = servers
  }

  /**
   * Connects.
   * @param url `redis://host:port`, or a list of some servers of a cluster.
   * @throws {TypeError} If a url is malformed.
   * @throws {RangeError} If an option is wrong; the message names it.
   * @throws {Error} If no server answers in time, or one refuses.
   */
  static async open(
    url: string | readonly string[],
    { timeout, onError }: Required<Options>,
  ): Promise<Connection> {
    if (!Number.isInteger(timeout) || timeout < 1 || timeout > longest) {
      throw new RangeError(
        `timeout: want 1 to ${longest} milliseconds, got ${timeout}`,
      )
    }
    if (typeof onError !== 'function') {
      throw new RangeError(`onError: want a function, got ${String(onError)}`)
    }
    const [first, ...rest] = [url].flat()
    const servers: Servers = [readAddress(first), ...rest.map(readAddress)]
    const cluster = Array.isArray(url)
    const opened = new Connection(servers, cluster, timeout, onError)
    try {
      // A server that wants a password refuses only commands.
      await opened.call('connect', (each) => each.hGet('session:', 'session'))
    } catch (error) {
      opened.close()
      throw error
    }
    return opened
  }

  /**
   * Sends commands and waits for the answer. It connects first if it has to. It
   * sends them a second time only if Redis has not done them.
   * @param what Names the call in errors; must not have a session's id.
   * @throws {Error} If Redis refuses, is not connected, or does not answer
   *   within the time limit; then Redis may have done it or not.
   */
  async call<T>(
    what: string,
    send: (client: Commands) => Promise<T>,
  ): Promise<T> {
    const call: Call = { ended: false }
    let late: NodeJS.Timeout | undefined
    try {
      return await new Promise<T>((resolve, reject) => {
        late = setTimeout(() => {
          // A busy process runs its timers before it reads an answer that came.
          setImmediate(() => {
            if (call.ended) return
            const error = new Error(`no answer within ${this.timeout} ms`)
            reject(error)
            // If the other end is gone, the connection would be silent for minutes.
            if (call.link) this.#drop(call.link, error)
          })
        }, this.timeout)
        this.#send(send, call).then(resolve, reject)
      })
    } catch (error) {
      throw this.failure(what, error as Error)
    } finally {
      clearTimeout(late)
      call.ended = true
    }
  }

  /** Ends the connection; calls that wait for an answer, and later ones, fail. */
  close(): void {
    this.#closed = true
    if (this.#link) this.#drop(this.#link, closed())
  }

  /** Sends commands; once more if they were refused or not sent. */
  async #send<T>(
    send: (client: Commands) => Promise<T>,
    call: Call,
    again = true,
  ): Promise<T> {
    if (this.#closed) throw closed()
    this.#link ??= this.#connect()
    const link = this.#link
    call.link = link
    try {
      await link.ready
      // What was sent now would be done after its caller was told that it failed.
      if (call.ended) throw new ClientClosedError()
      return await send(link.client)
    } catch (error) {
      const unsent =
        error instanceof ClientOfflineError ||
        error instanceof ClientClosedError
      const refused = error instanceof ErrorReply && demoted.test(error.message)
      if (refused) this.#leave(link)
      const other = this.#link !== link && !call.ended
      if (again && other && (refused || unsent)) {
        return await this.#send(send, call, false)
      }
      throw error instanceof ErrorReply ? error : (link.gone ?? error)
    }
  }

  /** Begins to connect. */
  #connect(): Link {
    const client = create(this.#servers, this.cluster, this.timeout)
    let last: Error | undefined
    client.on('error', (error) => {
      last = error
      this.onError(this.failure('connection', error))
      // The servers of a cluster connect again one by one.
      if (!this.cluster) this.#drop(link, error)
    })
    let fail = (_: Error) => {}
    const ready = new Promise<void>((resolve, reject) => {
      fail = reject
      client.connect().then(
        () => {
          // Destroying a client that still connects does not stop it.
          if (link.gone) client.destroy()
          resolve()
        },
        (error) => this.#drop(link, last ?? error),
      )
    })
    const link: Link = { client, ready, fail }
    return link
  }

  /** Uses a link no more, but lets the calls under way end. */
  #leave(link: Link): void {
    if (this.#link === link) this.#link = null
    link.client.close().catch(() => {})
  }

  /** Uses a link no more, and lets the calls under way fail. */
  #drop(link: Link, why: Error): void {
    link.gone ??= why
    link.fail(why)
    if (this.#link === link) this.#link = null
    link.client.destroy()
  }

  /** What failed, where and why. */
  private failure(what: string, error: Error): Error {
    const where = this.#servers.map(named).join(', ')
    // Each address of a name may have failed with an error of its own.
    const each = error instanceof AggregateError ? error.errors : [error]
    const message = each.map(({ message }) => message).join(', ')
    // Redis repeats a command that it does not know, with the session's key.
    const why = message.replace(/, with args beginning with.*/s, '')
    return new Error(`session: ${what}: Redis at ${where}: ${why}`)
  }
}
