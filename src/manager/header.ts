/** Reads a header of cookies as Go's `net/http` does, and makes random texts. */

/** Go's `net/http` reads no cookie from a request that has more than these. */
const mostCookies = 3000

/** Matches a valid cookie value; other characters have to be escaped. */
const cookieValue = /^[\x20\x21\x23-\x3a\x3c-\x5b\x5d-\x7e]*$/

/**
 * The values of the well-formed cookies of that name: without quotes, and not
 * decoded. The package `cookie` is less strict and would return other ids.
 */
export function* named(
  name: string,
  header: string | undefined,
): Generator<string> {
  if (header === undefined) return
  const pairs = header.split(';')
  if (pairs.length > mostCookies) return
  for (const pair of pairs) {
    const text = trimSpace(pair)
    const end = `${text}=`.indexOf('=')
    if (trimSpace(text.slice(0, end)) !== name) continue
    const value = text.slice(end + 1).replace(/^"(.*)"$/s, '$1')
    if (cookieValue.test(value)) yield value
  }
}

/** Go's `textproto.TrimString`: ASCII white space only. */
const trimSpace = (text: string): string =>
  text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')

/** A text that nobody can guess: 32 bytes in base64url, 43 characters. */
export function random(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
