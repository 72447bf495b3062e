/** The options of the manager and of the store in memory, and their checks. */

/** A manager's cookie, and how long its sessions may last. */
export interface Options {
  /** The cookie's name; `sid` if left out. Go: `Options.Name`. */
  readonly name?: string
  /** Where on the host it is sent; `/` if left out. Go: `Options.Path`. */
  readonly path?: string
  /**
   * The host to whose subdomains it is sent too. If left out, it is sent to the
   * host alone that set it. Go: `Options.Domain`.
   */
  readonly domain?: string
  /**
   * Allows it over TLS only. `auto` does so for a request that came over TLS.
   * Behind a proxy that ends TLS, turn it on. Go: `Options.Secure`.
   */
  readonly secure?: boolean | 'auto'
  /** Hides it from scripts; `true` if left out. Go: `Options.HttpOnly`. */
  readonly httpOnly?: boolean
  /**
   * Whether other sites' requests carry it: if left out, only if they are links
   * that the visitor follows (`lax`). Go: `Options.SameSite`.
   */
  readonly sameSite?: 'lax' | 'strict' | 'none'
  /**
   * Renews it whenever the session is used, as the store renews the session;
   * `true` if left out. Go: `Options.Rolling`.
   */
  readonly rolling?: boolean
  /**
   * After how many seconds a session ends, even if it is used. It counts from
   * `sessionStart` or from the last `sessionRegenerate`. 0 means never.
   * Go: `Options.AbsoluteLifetime`.
   */
  readonly absoluteLifetime?: number
}

/**
 * The longest lifetime in seconds. JavaScript counts milliseconds exactly up to
 * it.
 */
const longest = 9007199254740

const defaults: Required<Options> = {
  name: 'sid',
  path: '/',
  domain: '',
  secure: 'auto',
  httpOnly: true,
  sameSite: 'lax',
  rolling: true,
  absoluteLifetime: 0,
}

const label = '[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?'
// The last label begins with a letter: an address has no subdomains.
const hostName = new RegExp(`^$|^\\.?(${label}\\.)*(?=[A-Za-z])${label}$`)

const matches = (form: RegExp) => (value: unknown) =>
  typeof value === 'string' && form.test(value)
const oneOf =
  (...all: unknown[]) =>
  (value: unknown) =>
    all.includes(value)
const seconds = (least: number) => (value: unknown) =>
  Number.isSafeInteger(value) &&
  (value as number) >= least &&
  (value as number) <= longest

type Rule = readonly [want: string, test: (value: unknown) => boolean]

/** What each option must be, in words and as a test. */
const wanted: Record<string, Rule> = {
  name: [
    '1 to 100 letters, digits, ".", "_" or "-"',
    matches(/^[\w.-]{1,100}$/),
  ],
  // Browsers ignore a longer one.
  path: ['a path such as "/" or "/app"', matches(/^\/[ -:<-~]{0,1023}$/)],
  domain: [
    'a host name such as "example.org"',
    (value) => matches(hostName)(value) && String(value).length <= 253,
  ],
  secure: ['true, false or "auto"', oneOf(true, false, 'auto')],
  httpOnly: ['true or false', oneOf(true, false)],
  sameSite: ['"lax", "strict" or "none"', oneOf('lax', 'strict', 'none')],
  rolling: ['true or false', oneOf(true, false)],
  absoluteLifetime: [`0 to ${longest} seconds`, seconds(0)],
  maxlifetime: [`1 to ${longest} seconds`, seconds(1)],
  maxSessions: [
    '1 session or more',
    (value) => Number.isSafeInteger(value) && (value as number) >= 1,
  ],
}

/**
 * Checks one option.
 * @throws {RangeError} If its value is wrong; the message says what to give it.
 */
export function check(option: string, value: unknown): void {
  const [want, test] = wanted[option] as Rule
  if (!test(value)) {
    const got = typeof value === 'string' ? JSON.stringify(value) : value
    throw new RangeError(`session: ${option}: want ${want}, got ${String(got)}`)
  }
}

/**
 * Fills in what is left out.
 * @throws {RangeError} If `options` is no object, or an option has no such name.
 */
export function filled<T extends object>(
  options: { readonly [K in keyof T]?: T[K] | undefined },
  defaults: T,
): T {
  const names = Object.keys(defaults).join(', ')
  if (typeof options !== 'object' || options === null) {
    const want = `want an object with some of ${names}`
    throw new RangeError(`session: options: ${want}, got ${String(options)}`)
  }
  const given = Object.entries(options).filter(
    ([, value]) => value !== undefined,
  )
  for (const [option] of given) {
    if (!Object.hasOwn(defaults, option)) {
      throw new RangeError(`session: ${option}: want one of ${names}`)
    }
  }
  return { ...defaults, ...Object.fromEntries(given) }
}

/**
 * The options of a manager, with those that are left out.
 * @throws {RangeError} If a value is wrong, or an option has no such name.
 */
export function checked(options: Options): Required<Options> {
  const all = filled(options, defaults)
  for (const [option, value] of Object.entries(all)) check(option, value)
  checkForBrowsers(all)
  return all
}

/** Refuses what browsers silently ignore. */
function checkForBrowsers(options: Required<Options>): void {
  const { name, path, domain, httpOnly, sameSite } = options
  const secure = options.secure === true
  const because = 'because browsers refuse the cookie otherwise'
  const quoted = JSON.stringify(name)
  if (sameSite === 'none' && !secure) {
    const what = 'turn it on with SameSite "none"'
    throw new RangeError(`session: secure: ${what}, ${because}`)
  }
  if (/^__secure-/i.test(name) && !secure) {
    const what = `turn it on for the name ${quoted}`
    throw new RangeError(`session: secure: ${what}, ${because}`)
  }
  if (/^__host-/i.test(name) && !(secure && path === '/' && domain === '')) {
    const what = `want Secure on, Path "/" and no Domain for ${quoted}`
    throw new RangeError(`session: name: ${what}, ${because}`)
  }
  if (/^__(host-)?http-/i.test(name) && !(secure && httpOnly)) {
    const what = `want Secure and HttpOnly on for ${quoted}`
    throw new RangeError(`session: name: ${what}, ${because}`)
  }
}
