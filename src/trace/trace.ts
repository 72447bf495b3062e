/** The types of a parsed trace. */

/** A key or a value: a JSON scalar, where `null` is Go's nil. */
export type Scalar = string | number | boolean | null

/** The result of an operation: a value, sids, or whole numbers. */
export type Result = Scalar | readonly string[] | readonly number[]

/** What is expected after `=>`: a result, or that the operation fails. */
export type Expectation = { readonly value: Result } | { readonly error: true }

/** The registered provider, or another one beside it. */
export type ProviderName = 'first' | 'second'

export type OperationName = Operation['name']

/** One line of a trace. Seconds and nanoseconds are within int64. */
export type Operation = {
  /** The line in its file, from 1. */
  readonly line: number
  /** The line as written, without its comment. */
  readonly text: string
  readonly expected?: Expectation
} & (
  | {
      readonly name: 'init' | 'read'
      readonly sid: string
      /** The handle that keeps the session. */
      readonly keep?: string
    }
  | { readonly name: 'destroy' | 'update'; readonly sid: string }
  | { readonly name: 'gc'; readonly seconds: bigint }
  | {
      readonly name: 'set'
      readonly handle: string
      readonly key: Scalar
      readonly value: Scalar
    }
  | {
      readonly name: 'get' | 'delete'
      readonly handle: string
      readonly key: Scalar
    }
  | { readonly name: 'id'; readonly handle: string }
  | { readonly name: 'wait' | 'clock'; readonly nanoseconds: bigint }
  | { readonly name: 'provider'; readonly provider: ProviderName }
  | { readonly name: 'list' | 'map' | 'stamps' | 'visited' }
  | { readonly name: 'same'; readonly handles: readonly [string, string] }
)

/** A trace that was read without error. */
export interface Trace {
  /** The name of its file, for messages. */
  readonly file: string
  /** Its first comment, empty if it has none. */
  readonly title: string
  readonly operations: readonly Operation[]
}
