/** Reads the words of one line of a trace in order, and refuses wrong ones. */

import { nearest } from './did-you-mean.ts'
import { parseDuration } from './duration.ts'
import { ParseError, quote } from './error.ts'
import { parseInteger, parseScalar, parseSid } from './scalar.ts'
import type { Token } from './tokens.ts'
import type { OperationName, ProviderName, Scalar } from './trace.ts'

const KEEPING = ['init', 'read'] as const
const ON_HANDLE = ['set', 'get', 'delete', 'id'] as const
const PLAIN = [
  ...KEEPING,
  ...(['destroy', 'update', 'gc', 'wait', 'clock', 'provider'] as const),
  ...(['list', 'map', 'stamps', 'same', 'visited'] as const),
]

const PROVIDERS = ['first', 'second'] as const

/** The names of operations: after `h = `, after `h.`, and all others. */
export const operationNames = {
  keeping: KEEPING,
  onHandle: ON_HANDLE,
  plain: PLAIN,
}

/** The names of the providers. */
export const providerNames: readonly ProviderName[] = PROVIDERS

const HANDLE = /^[A-Za-z_]\w*$/
const INT64 = 1n << 63n

/** Each of these names, beside the same others. */
type Each<Name, Others = unknown> = Name extends OperationName
  ? { name: Name } & Others
  : never

/** An operation's name, and its handle if it has one. */
type Named =
  | Each<(typeof PLAIN)[number]>
  | Each<(typeof ON_HANDLE)[number], { handle: string }>

export class Words {
  #next = 0
  #last = 'the beginning of the line'

  /** @param handles The handles that earlier lines have named. */
  constructor(
    private readonly tokens: readonly Token[],
    private readonly handles: ReadonlySet<string>,
  ) {}

  /** The handle of `h = `, if the line begins with it. */
  assignment(): string | undefined {
    const [handle, equals] = this.tokens
    if (!handle || equals?.text !== '=' || this.tokens.length < 3) {
      return undefined
    }
    this.#next = 2
    if (!HANDLE.test(handle.text)) {
      throw new ParseError(
        quote(handle.text),
        'the name of a handle',
        'use letters, digits and _, not beginning with a digit',
      )
    }
    return handle.text
  }

  /** An operation's name; after `h = ` only `init` and `read` are allowed. */
  operation(keeping: boolean): Named {
    const names = keeping ? KEEPING : PLAIN
    const { quoted, text } = this.#take('an operation', names)
    const plain = names.find((name) => name === text)
    if (plain !== undefined) {
      return { name: plain }
    }
    const dot = text.indexOf('.')
    if (quoted || keeping || dot < 0) {
      throw unknownName(text, names)
    }
    const method = text.slice(dot + 1)
    const onHandle = ON_HANDLE.find((name) => name === method)
    if (onHandle === undefined) {
      throw unknownName(method, ON_HANDLE)
    }
    return { name: onHandle, handle: this.#known(text.slice(0, dot)) }
  }

  sid(): string {
    return parseSid(this.#take('a sid'))
  }

  scalar(): Scalar {
    return parseScalar(this.#take('a key or a value'))
  }

  handle(): string {
    return this.#known(this.#take('a handle').text)
  }

  /** Whole seconds within int64. */
  seconds(): bigint {
    const token = this.#take('whole seconds')
    const seconds = parseInteger(token, 'whole seconds', 'write gc 10')
    if (seconds < -INT64 || seconds >= INT64) {
      throw new ParseError(
        quote(token.text),
        'seconds within int64',
        `stay between ${-INT64} and ${INT64 - 1n}`,
      )
    }
    return seconds
  }

  /** One of the two providers. */
  provider(): ProviderName {
    const { text } = this.#take('a provider')
    const found = PROVIDERS.find((name) => name === text)
    if (found === undefined) {
      throw new ParseError(quote(text), PROVIDERS.join(' or '), 'write one')
    }
    return found
  }

  /** A duration in nanoseconds. */
  duration(passing: boolean): bigint {
    const { quoted, text } = this.#take('a duration')
    if (quoted) {
      throw new ParseError(quote(text), 'a duration', 'leave out the quotes')
    }
    const nanoseconds = parseDuration(text)
    if (passing && nanoseconds < 0n) {
      throw new ParseError(
        quote(text),
        'a duration that is not negative',
        `time cannot pass backwards: clock ${text} sets the wall clock`,
      )
    }
    return nanoseconds
  }

  /** Refuses words after the end of the operation. */
  end(): void {
    const token = this.tokens[this.#next]
    if (token !== undefined) {
      throw new ParseError(
        quote(token.text),
        `nothing, a comment or => after ${this.#last}`,
        'put white space into JSON strings only',
      )
    }
  }

  #take(expected: string, names: readonly string[] = []): Token {
    const token = this.tokens[this.#next++]
    if (token === undefined) {
      throw new ParseError(
        'nothing',
        `${expected} after ${this.#last}`,
        names.length > 0 ? `write ${names.join(', ')}` : 'add it',
      )
    }
    this.#last = quote(token.text)
    return token
  }

  #known(handle: string): string {
    if (!this.handles.has(handle)) {
      const meant = nearest(handle, [...this.handles])
      throw new ParseError(
        quote(handle),
        'a handle that a line before has named',
        meant
          ? `did you mean ${meant}?`
          : 'name it with HANDLE = init SID or HANDLE = read SID',
      )
    }
    return handle
  }
}

function unknownName(text: string, names: readonly string[]): ParseError {
  const meant = nearest(text, names)
  return new ParseError(
    quote(text),
    'an operation',
    meant ? `did you mean ${meant}?` : `write ${names.join(', ')}`,
  )
}
