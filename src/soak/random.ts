/** Random traces with inputs on which the engines are most likely to differ. */
import * as fc from 'fast-check'
import { VirtualClock } from '../trace/clock.ts'
import { formatOperation } from '../trace/format.ts'
import {
  type ArgumentKind,
  type OperationName,
  operationNames,
  operations,
  providerNames,
} from '../trace/operations.ts'
import type {
  Arguments,
  Operation,
  Said,
  Scalar,
  Trace,
} from '../trace/trace.ts'

/** Longer than a real id. */
const long = 'x'.repeat(100)

/**
 * Ids that a faulty store could confuse: they differ only in case, normal
 * form, white space, or the end of a long text.
 */
const alike = ['A', '\u00e9', 'e\u0301', '', ' ', 'a ', long, `${long}y`]

/** Few sids, so that operations often meet the same session. */
const sids = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...alike, '__proto__', 'constructor'),
  },
)

/** More handles than frequent sids, so that some handles become stale. */
const handles = fc.constantFrom('h', 'i', 'j', 'k', 'l', 'm', 'n', 'o')

/** Keys that a faulty store could treat as missing, or confuse. */
const strange: Scalar[] = [
  '',
  0,
  false,
  null,
  '0',
  'false',
  'nil',
  'K',
  'toString',
]

const keys = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Scalar>('k', 'l', 1, true, '1') },
  { weight: 2, arbitrary: fc.constantFrom<Scalar>(...strange) },
)

const values = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Scalar>(1, 2, null, '', false, 0) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
)

/** Lifetimes in seconds, close to the waits below. */
const lifetimes = fc.constantFrom(10n, 10n, 10n, 0n, 1n, 9n, -1n, -10n, 3600n)

/** Waits in milliseconds, close to the lifetimes above. */
const usualWaits = fc.constantFrom(
  ...[1000, 0, 1, 999, 1001, 5000, 9000, 9999],
  ...[10_000, 10_001, 10_999, 11_000, 11_001, 3_600_000, 3_601_000],
)

/**
 * Half of what the elapsed time can count, so that sums come near its end. It is
 * rare: after one, the next trace needs a new program, which takes long to start.
 */
const longWait = fc.constant(4_611_686_018_427)

const waits = fc.oneof(
  { weight: 300, arbitrary: usualWaits },
  { weight: 1, arbitrary: longWait },
)

/**
 * Clock changes in milliseconds: one leads to times before 1970, the last ones
 * to the first and the last time that a trace can have.
 */
const steps = fc.constantFrom(
  ...[1000, -1000, 1, -1, 999, -999, 10_000, -10_000, 11_000, -11_000],
  ...[3_601_000, -3_601_000, 1_080_000_000_000, -1_080_000_000_000],
  ...[-3_628_972_800_000, 4_960_961_791_999],
)

const nanoseconds = (milliseconds: number) => BigInt(milliseconds) * 1_000_000n

/** The arguments of each kind. */
const operands: {
  readonly [Kind in ArgumentKind]: fc.Arbitrary<Arguments[Kind]>
} = {
  sid: sids,
  key: keys,
  value: values,
  seconds: lifetimes,
  pause: waits.map(nanoseconds),
  shift: steps.map(nanoseconds),
  provider: fc.constantFrom(...providerNames),
  handles: fc.tuple(handles, handles),
}

/** One operation; its handle may not be named yet. */
const operation: fc.Arbitrary<Said> = fc.oneof(
  ...operationNames.all.map((name) => ({
    weight: operations[name].weight,
    arbitrary: saying(name),
  })),
)

function saying(name: OperationName): fc.Arbitrary<Said> {
  const { form, takes } = operations[name]
  const fields: Record<string, fc.Arbitrary<unknown>> = {
    name: fc.constant(name),
  }
  if (form === 'onHandle') fields.handle = handles
  for (const [field, kind] of Object.entries(takes)) {
    fields[field] = operands[kind]
  }
  const requiredKeys = Object.keys(fields)
  // Most sessions are kept as a handle.
  if (form === 'keeping') fields.keep = handles
  // The types are made from the same table.
  return fc.record(fields, {
    requiredKeys,
    noNullPrototype: true,
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<Said>
}

/** The largest number of operations in a random trace. */
const LONGEST = 60

/** A random trace. It shrinks to fewer and simpler operations. */
export const randomTrace: fc.Arbitrary<Trace> = fc
  .array(operation, { minLength: 1, maxLength: LONGEST, size: 'max' })
  .map(traceOf)

/**
 * Numbers the lines. Drops operations on handles that are not yet named, and
 * those that would move a clock out of its range, which ends a trace.
 */
function traceOf(said: readonly Said[]): Trace {
  const named = new Set<string>()
  const clock = new VirtualClock()
  const operations: Operation[] = []
  for (const one of said) {
    const bare = { line: operations.length + 1, text: '', ...one }
    if (!moves(clock, bare)) continue
    if (handlesOf(one).every((handle) => named.has(handle))) {
      operations.push({ ...bare, text: formatOperation(bare) })
      if ('keep' in one && one.keep !== undefined) {
        named.add(one.keep)
      }
    }
  }
  return { file: 'random', title: '', operations }
}

/** Moves the clock; false if it would leave its range. */
function moves(clock: VirtualClock, operation: Operation): boolean {
  try {
    clock.moveTo(clock.after(operation))
    return true
  } catch {
    return false
  }
}

function handlesOf(one: Said): readonly string[] {
  return 'handle' in one ? [one.handle] : 'handles' in one ? one.handles : []
}
