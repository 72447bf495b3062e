/**
 * The operations of the trace language, in one table. The types, the parser,
 * the formatter, the expectations, completion, the form of buttons and the
 * random traces read it. What an operation does stays in the engines.
 */

/** What an argument is: `pause` is a duration that is not negative. */
export type ArgumentKind =
  | ('sid' | 'key' | 'value' | 'seconds' | 'pause' | 'shift')
  | ('provider' | 'handles')

/** What a result is: `sorted` are sids in code point order. */
export type ResultKind =
  | ('none' | 'nil' | 'scalar' | 'sid' | 'boolean' | 'integer')
  | ('sids' | 'sorted' | 'integers')

interface Entry {
  /** Whether it can keep a session (`h = init SID`) or needs one (`h.id`). */
  readonly form: 'keeping' | 'onHandle' | 'plain'
  /** The kind of each argument, in order, by its field in an `Operation`. */
  readonly takes: Readonly<Record<string, ArgumentKind>>
  readonly gives: ResultKind
  /**
   * Whether it `touches` a session, `changes` something else, `asks` an engine
   * and changes nothing, or `observes`: it only reads what is reported anyway.
   */
  readonly does: 'touches' | 'changes' | 'asks' | 'observes'
  /** How often random traces have it, relative to the others. */
  readonly weight: number
  /** Whether the form of the playground has a button for it. */
  readonly button?: true
}

const opens = {
  form: 'keeping',
  takes: { sid: 'sid' },
  gives: 'sid',
  does: 'changes',
  weight: 5,
  button: true,
} as const
const onSid = {
  form: 'plain',
  takes: { sid: 'sid' },
  gives: 'nil',
  weight: 3,
  button: true,
} as const
const onSession = { form: 'onHandle', does: 'touches', button: true } as const
const changes = { form: 'plain', gives: 'none', does: 'changes' } as const
const observes = {
  form: 'plain',
  takes: {},
  does: 'observes',
  weight: 0,
} as const

const table = {
  // Provider.SessionInit and SessionRead
  init: opens,
  read: opens,
  // SessionStore.Set, Get, Delete and SessionID
  set: {
    ...onSession,
    takes: { key: 'key', value: 'value' },
    gives: 'nil',
    weight: 5,
  },
  get: { ...onSession, takes: { key: 'key' }, gives: 'scalar', weight: 5 },
  delete: { ...onSession, takes: { key: 'key' }, gives: 'nil', weight: 3 },
  id: { form: 'onHandle', takes: {}, gives: 'sid', does: 'asks', weight: 1 },
  // Provider.SessionDestroy, SessionUpdate and SessionGC
  destroy: { ...onSid, does: 'changes' },
  update: { ...onSid, does: 'touches' },
  gc: { ...changes, takes: { seconds: 'seconds' }, weight: 5, button: true },
  // Time passes.
  wait: {
    ...changes,
    takes: { nanoseconds: 'pause' },
    weight: 5,
    button: true,
  },
  // Moves only the wall clock, either way.
  clock: { ...changes, takes: { nanoseconds: 'shift' }, weight: 2 },
  // Selects the provider for later lines.
  provider: { ...changes, takes: { provider: 'provider' }, weight: 2 },
  // The sids of the list, front to back
  list: { ...observes, gives: 'sids', button: true },
  // The sids of the map, in code point order
  map: { ...observes, gives: 'sorted', button: true },
  // The list's last access times, front to back, in whole seconds
  stamps: { ...observes, gives: 'integers' },
  // Whether both handles hold the same session
  same: {
    form: 'plain',
    takes: { handles: 'handles' },
    gives: 'boolean',
    does: 'asks',
    weight: 1,
  },
  // How many entries the last gc looked at
  visited: { ...observes, gives: 'integer', button: true },
} as const satisfies Record<string, Entry>

/** The table as its types know it. */
export type OperationTable = typeof table

export type OperationName = keyof OperationTable

/** The operations that an engine need not run. */
export type ObservedName = {
  [Name in OperationName]: OperationTable[Name]['does'] extends 'observes'
    ? Name
    : never
}[OperationName]

/** What the table says of each operation. */
export const operations: Readonly<Record<OperationName, Entry>> = table

const all = Object.keys(operations) as OperationName[]

/** Those of these forms, in the order of the table. */
const formed = (...forms: Entry['form'][]) =>
  all.filter((name) => forms.includes(operations[name].form))

/** The names of operations: all, after `h = `, after `h.`, and elsewhere. */
export const operationNames = {
  all,
  keeping: formed('keeping'),
  onHandle: formed('onHandle'),
  plain: formed('keeping', 'plain'),
}

/** The names of the providers: the registered one, and one beside it. */
export const providerNames = ['first', 'second'] as const
