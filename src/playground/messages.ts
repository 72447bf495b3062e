/** Defines the messages between a page and its workers. */
import type { ProviderPackage, SessionState, State } from '../trace/engine.ts'
import type { Operation, Scalar } from '../trace/trace.ts'

/** The operations of one trace, without what the trace expects. */
export type Bare = readonly Operation[]

/** The code of an edited port, as JavaScript with `require` and `exports`. */
export interface Code {
  readonly memory: string
  /** The module `time`, if it is edited too. */
  readonly time?: string | undefined
}

/** The store to run traces on; the listing's if there is none. */
interface OnStore {
  readonly provider?: ProviderPackage
}

/**
 * What a page asks of a worker: to run traces on the port, on the original,
 * or on an edited port.
 */
export type Ask = { readonly traces: readonly Bare[] } & (
  | ({ readonly on: 'port' } & OnStore)
  | ({
      readonly on: 'original'
      readonly program: WebAssembly.Module
    } & OnStore)
  | { readonly on: 'edited'; readonly code: Code }
)

/** The message that a page sends, with the channel for the answers. */
export interface Request {
  readonly ask: Ask
  readonly channel: MessagePort
}

/**
 * The outcome of one operation. Entries of the list are sent once: `added`
 * continues a table of entries, and `list` holds indices of that table.
 */
export interface Report extends Omit<State, 'list'> {
  readonly kind: 'step'
  /** The index of the trace. */
  readonly trace: number
  readonly added: readonly SessionState[]
  readonly list: readonly number[]
  readonly result?: Scalar | undefined
  readonly error?: string | undefined
  readonly visited: number
}

/**
 * An answer of a worker:
 *
 * - `begun`: it is loaded and begins with the code of the port.
 * - `ready`: the code is loaded; the traces begin. The original says what it
 *   was built from.
 * - `step`: an operation is done.
 * - `broken`: the rest of a trace cannot be run, for the reason.
 * - `refused`: the code cannot be loaded, for the reason.
 * - `large`: the states are larger than the limits allow.
 * - `done`: all traces are done.
 */
export type Answer =
  | Report
  | { readonly kind: 'broken'; readonly trace: number; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'ready'; readonly built?: string | undefined }
  | { readonly kind: 'begun' | 'large' | 'done' }
