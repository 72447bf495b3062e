/** Lists which lines of the Redis store are side by side. */
import { type Alignment, above, blank, facing, type Row } from './rows.ts'

/** A call in Go with the four lines that return its error. */
const orReturn: Row = [4, 1]

export const redis: Alignment = {
  'SessionStore.Set': [
    above,
    [3, 7], // documentation
    ...facing(1),
    orReturn, // the field
    orReturn, // the value as JSON
    [1, 4], // the call of Redis
    ...facing(3),
    [1, 0, 'call-throws'],
    ...facing(1),
    blank,
  ],
  'SessionStore.Get': [
    above,
    [4, 4], // documentation
    ...facing(1),
    [5, 1], // the field
    ...facing(1),
    [2, 1], // the call of Redis
    ...facing(1), // the pipeline
    ...facing(2), // PEXPIRE and HGET
    [9, 2], // the answer
    [8, 1], // the value from JSON
    ...facing(1),
    blank,
  ],
  'Provider.SessionGC': [
    above,
    [1, 5], // documentation
    ...facing(1),
    [0, 1, 'int64-guard'],
    ...facing(1),
    blank,
  ],
}
