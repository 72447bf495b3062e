/** How sessions are stored: names of keys and fields, and values as JSON. */

/** The longest part of a key that an error shows, in UTF-16 units. */
const shown = 40

/** How an error names a key of a session, or a property of a value. */
export function named(key: unknown): string {
  const nameless = ['object', 'function'].includes(typeof key)
  const text = nameless ? '' : String(key)
  // The last unit may be the first half of a character.
  const start = text.slice(0, shown).replace(/[\ud800-\udbff]$/, '')
  const cut = text.length > shown ? `${start}…` : text
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
 * @param maxBytes The most bytes that the text may have.
 * @throws {TypeError} If JSON would lose something; the message names the key.
 * @throws {RangeError} If the text has more bytes; the message names the limit.
 */
export function encode(key: unknown, value: unknown, maxBytes: number): string {
  const text = stringify(key, value)
  const bytes = Buffer.byteLength(text)
  if (bytes > maxBytes) {
    throw new RangeError(
      `session: the value of ${named(key)}: it has ${bytes} bytes as JSON, and the limit is ${maxBytes}; store less, or raise maxBytes`,
    )
  }
  return text
}

function stringify(key: unknown, value: unknown): string {
  try {
    return JSON.stringify(value, function (this: object, name, after) {
      // The holder has the value itself, `after` is what `toJSON` made of it.
      const itself: unknown = Reflect.get(this, name)
      check(itself)
      if (itself !== after) throw new TypeError('JSON would change it')
      return after
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : 'it throws'
    const why = message.split('\n')[0]
    throw new TypeError(`session: the value of ${named(key)}: ${why}`)
  }
}

/** Refuses what JSON leaves out or changes. */
function check(value: unknown): void {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return
  // JSON.stringify drops the sign of -0.
  const lost = Object.is(value, -0)
  if (typeof value === 'number' && Number.isFinite(value) && !lost) return
  if (typeof value === 'object') {
    const type = Object.getPrototypeOf(value)
    const plain = Array.isArray(value) ? Array.prototype : Object.prototype
    if (type !== plain && (type !== null || Array.isArray(value))) {
      throw new TypeError(`JSON cannot carry a ${type?.constructor?.name}`)
    }
    checkProperties(value)
    return
  }
  const number = lost ? '-0' : String(value)
  const what = typeof value === 'number' ? number : typeof value
  throw new TypeError(`JSON cannot carry ${what}`)
}

/** Refuses properties that JSON leaves out, and getters, which may change. */
function checkProperties(value: object): void {
  const isArray = Array.isArray(value)
  const keys = Reflect.ownKeys(value)
  // An array has each of its elements and its length.
  if (isArray && keys.length <= value.length) {
    throw new TypeError('JSON cannot carry an array with holes')
  }
  keys.forEach((key, i) => {
    if (isArray && key === 'length') return
    const property = Reflect.getOwnPropertyDescriptor(value, key)
    const extra = isArray && key !== String(i)
    if (typeof key === 'symbol' || extra || !property?.enumerable) {
      const name = named(key)
      throw new TypeError(`JSON cannot carry the property ${name}`)
    }
    if (property.get || property.set) {
      throw new TypeError(`JSON cannot carry the getter ${named(key)}`)
    }
  })
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
