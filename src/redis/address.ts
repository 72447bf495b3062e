/** Reads the url of a Redis server, without an error that shows its password. */

/** What the url of a Redis server says. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly username?: string
  readonly password?: string
  readonly database: number
}

/**
 * Reads a url. Its parts are not handed to a client as one text, because a
 * client would show the whole url in the error that it throws for a wrong one.
 * @throws {TypeError} If it is none; the message does not have the url.
 */
export function readAddress(text: unknown): Address {
  try {
    const url = new URL(String(text))
    const { protocol, hostname, pathname, search, hash } = url
    const [, database] = /^(?:\/(\d*))?$/.exec(pathname) ?? []
    // What follows a `/`, `?` or `#` in a password would look like these parts.
    const more = pathname !== '' && database === undefined
    const tls = protocol === 'rediss:'
    const port = Number(url.port || 6379)
    const redis = tls || protocol === 'redis:'
    const noPassword = url.username !== '' && url.password === ''
    const other = !hostname || port === 0 || more || search || hash
    if (!redis || noPassword || other) {
      throw new TypeError('no address')
    }
    return {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      tls,
      ...(url.username && { username: decodeURIComponent(url.username) }),
      ...(url.password && { password: decodeURIComponent(url.password) }),
      database: Number(database ?? 0),
    }
  } catch {
    throw new TypeError(
      'session: want a url such as redis://user:password@127.0.0.1:6379, with its user and password as encodeURIComponent writes them and a port up to 65535',
    )
  }
}

/** How errors name a server. */
export const named = ({ host, port }: Address): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`
