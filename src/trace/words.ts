/** Reads the words of one line of a trace in order, and refuses wrong ones. */

import { nearest } from './did-you-mean.ts'
import { parseDuration } from './duration.ts'
import { ParseError, quote } from './error.ts'
import type { MessageCode } from './messages.ts'
import {
  type ArgumentKind,
  type OperationName,
  operationNames,
  providerNames,
} from './operations.ts'
import type { Values } from './say.ts'
import { parseInteger, parseScalar, parseSid } from './scalar.ts'
import type { Token } from './tokens.ts'
import type { Arguments, ProviderName } from './trace.ts'

const HANDLE = /^[A-Za-z_]\w*$/
const INT64 = 1n << 63n

export class Words {
  #next = 0
  // Stryker disable next-line StringLiteral: no message tells what is before the first word
  #last = ''

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
      throw new ParseError('handleName', { found: quote(handle.text) })
    }
    return handle.text
  }

  /**
   * An operation's name, and its handle if it has one. After `h = ` only some
   * operations are allowed.
   */
  operation(keeping: boolean): { name: OperationName; handle?: string } {
    const names = keeping ? operationNames.keeping : operationNames.plain
    const { quoted, text } = this.#take('missingOperation', {
      names: names.join(', '),
    })
    const plain = names.find((name) => name === text)
    if (plain !== undefined) {
      return { name: plain }
    }
    const dot = text.indexOf('.')
    if (quoted || keeping || dot < 0) {
      throw unknownName(text, names)
    }
    const method = text.slice(dot + 1)
    const name = operationNames.onHandle.find((each) => each === method)
    if (name === undefined) {
      throw unknownName(method, operationNames.onHandle)
    }
    return { name, handle: this.#known(text.slice(0, dot)) }
  }

  /** The next argument, which is of this kind. */
  argument(kind: ArgumentKind): Arguments[ArgumentKind] {
    switch (kind) {
      case 'sid':
        return parseSid(this.#take('missingSid'))
      case 'key':
      case 'value':
        return parseScalar(this.#take('missingScalar'))
      case 'seconds':
        return this.#seconds()
      case 'pause':
      case 'shift':
        return this.#duration(kind === 'pause')
      case 'provider':
        return this.#provider()
      case 'handles':
        return [this.#handle(), this.#handle()]
    }
  }

  /** Refuses words after the end of the operation. */
  end(): void {
    const token = this.tokens[this.#next]
    if (token !== undefined) {
      throw new ParseError('tooMany', {
        found: quote(token.text),
        before: this.#last,
      })
    }
  }

  #handle(): string {
    return this.#known(this.#take('missingHandle').text)
  }

  /** Whole seconds within int64. */
  #seconds(): bigint {
    const token = this.#take('missingSeconds')
    const seconds = parseInteger(token, 'seconds')
    if (seconds < -INT64 || seconds >= INT64) {
      throw new ParseError('secondsRange', {
        found: quote(token.text),
        least: `${-INT64}`,
        most: `${INT64 - 1n}`,
      })
    }
    return seconds
  }

  /** One of the two providers. */
  #provider(): ProviderName {
    const { text } = this.#take('missingProvider')
    const found = providerNames.find((name) => name === text)
    if (found === undefined) {
      throw new ParseError('provider', { found: quote(text) })
    }
    return found
  }

  /** A duration in nanoseconds. */
  #duration(passing: boolean): bigint {
    const { quoted, text } = this.#take('missingDuration')
    if (quoted) {
      throw new ParseError('durationQuoted', { found: quote(text) })
    }
    const nanoseconds = parseDuration(text)
    if (passing && nanoseconds < 0n) {
      throw new ParseError('negativeWait', {
        found: quote(text),
        duration: text,
      })
    }
    return nanoseconds
  }

  #take(missing: MessageCode, values: Values = {}): Token {
    const token = this.tokens[this.#next++]
    if (token === undefined) {
      throw new ParseError(missing, { ...values, before: this.#last })
    }
    this.#last = quote(token.text)
    return token
  }

  #known(handle: string): string {
    if (!this.handles.has(handle)) {
      const meant = nearest(handle, [...this.handles])
      const found = quote(handle)
      throw meant
        ? new ParseError('handleNear', { found, meant })
        : new ParseError('unknownHandle', { found })
    }
    return handle
  }
}

function unknownName(text: string, names: readonly string[]): ParseError {
  const meant = nearest(text, names)
  const found = quote(text)
  return meant
    ? new ParseError('operationNear', { found, meant })
    : new ParseError('unknownOperation', { found, names: names.join(', ') })
}
