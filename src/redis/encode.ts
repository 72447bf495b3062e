/** How sessions are stored: names of keys and fields, and values as JSON. */

/** The longest part of a key that an error shows, in UTF-16 units. */
const shown = 40

/** How an error names a key of a session. */
export function named(key: unknown): string {
  const text = typeof key === 'string' ? key : String(key)
  const cut = text.length > shown ? `${text.slice(0, shown)}…` : text
  return JSON.stringify(cut)
}

/**
 * The name of a session in Redis.
 * @throws {TypeError} If `sid` is not well-formed, because Redis would store
 *   another id; the message does not have it.
 */
export function sessionKey(sid: string): string {
  if (!sid.isWellFormed()) {
    throw new TypeError('session: the id is not well-formed Unicode')
  }
  return `session:${sid}`
}

/**
 * The field of a key. Its colon keeps it apart from the field `session`, which
 * every session has, because a hash without fields does not exist.
 * @throws {TypeError} If `key` is no string, or not a well-formed one.
 */
export function field(key: unknown): string {
  if (typeof key !== 'string' || !key.isWellFormed()) {
    const want = 'want a key that is a well-formed string'
    throw new TypeError(`session: ${want}, got ${typeof key} ${named(key)}`)
  }
  return `:${key}`
}

/**
 * A value as JSON.
 * @throws {TypeError} If JSON would lose something; the message names the key.
 */
export function encode(key: unknown, value: unknown): string {
  try {
    return JSON.stringify(value, function (this: object, name, after) {
      // The holder has the value itself, `after` is what `toJSON` made of it.
      const itself: unknown = Reflect.get(this, name)
      check(itself)
      if (itself !== after) throw new TypeError('JSON would change it')
      return after
    })
  } catch (error) {
    const why = (error as Error).message.split('\n')[0]
    throw new TypeError(`session: the value of ${named(key)}: ${why}`)
  }
}

/** Refuses what JSON leaves out or changes. */
function check(value: unknown): void {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return
  // JSON.stringify drops the sign of -0.
  const lost = Object.is(value, -0)
  if (typeof value === 'number' && Number.isFinite(value) && !lost) return
  if (Array.isArray(value)) return
  if (typeof value === 'object') {
    const type = Object.getPrototypeOf(value)
    if (type === Object.prototype || type === null) return
    throw new TypeError(`JSON cannot carry a ${type.constructor?.name}`)
  }
  const number = lost ? '-0' : String(value)
  const what = typeof value === 'number' ? number : typeof value
  throw new TypeError(`JSON cannot carry ${what}`)
}

/**
 * The value of a JSON text.
 * @throws {TypeError} If another program stored something else; the message
 *   names the key.
 */
export function decode(key: unknown, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new TypeError(`session: the value of ${named(key)} is not JSON`)
  }
}
