/** The types of a parsed trace. */
import type {
  ArgumentKind,
  OperationName,
  OperationTable,
  providerNames,
} from './operations.ts'

/** A key or a value: a JSON scalar, where `null` is Go's nil. */
export type Scalar = string | number | boolean | null

/** The result of an operation: a value, sids, or whole numbers. */
export type Result = Scalar | readonly string[] | readonly number[]

/** What is expected after `=>`: a result, or that the operation fails. */
export type Expectation = { readonly value: Result } | { readonly error: true }

/** The registered provider, or another one beside it. */
export type ProviderName = (typeof providerNames)[number]

/** The value of an argument of each kind. */
export interface Arguments extends Record<ArgumentKind, unknown> {
  readonly sid: string
  readonly key: Scalar
  readonly value: Scalar
  /** Within int64. */
  readonly seconds: bigint
  /** Nanoseconds within int64. */
  readonly pause: bigint
  readonly shift: bigint
  readonly provider: ProviderName
  readonly handles: readonly [string, string]
}

/** The handle of an operation, by its form. */
interface Handles {
  /** The one that keeps the session. */
  readonly keeping: { readonly keep?: string }
  readonly onHandle: { readonly handle: string }
  readonly plain: unknown
}

/** The fields of an operation, from its row of the table. */
type FieldsOf<Row extends OperationTable[OperationName]> = {
  readonly [Field in keyof Row['takes']]: Row['takes'][Field] extends ArgumentKind
    ? Arguments[Row['takes'][Field]]
    : never
} & Handles[Row['form']]

/** An operation without its place in a trace. */
export type Said = {
  [Name in OperationName]: { readonly name: Name } & FieldsOf<
    OperationTable[Name]
  >
}[OperationName]

/** One line of a trace. */
export type Operation = Said & {
  /** The line in its file, from 1. */
  readonly line: number
  /** The line as written, without its comment. */
  readonly text: string
  readonly expected?: Expectation
}

/** A trace that was read without error. */
export interface Trace {
  /** The name of its file, for messages. */
  readonly file: string
  /** Its first comment, empty if it has none. */
  readonly title: string
  readonly operations: readonly Operation[]
}
