/** Reads the registry's conditions for a record, such as `passes >= 100000`. */

/** A value that was measured. */
export type Value = boolean | number | string | readonly string[]

const operators = {
  '=': (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b),
  '>=': (a: Value, b: Value) => a >= b,
  '<=': (a: Value, b: Value) => a <= b,
  '>': (a: Value, b: Value) => a > b,
  '<': (a: Value, b: Value) => a < b,
}

/** A comparison of a measured value with a constant. */
export interface Condition {
  readonly name: string
  readonly operator: keyof typeof operators
  readonly value: Value
}

/** What the form matches: the whole text and its three parts. */
type Parts = [string, string, keyof typeof operators, string]

const form = /^([a-z]\w*) (=|>=|<=|>|<) (.+)$/

/** Reads a condition, whose value is JSON. Undefined if it is malformed. */
export function readCondition(text: string): Condition | undefined {
  const found = form.exec(text)
  if (!found) return undefined
  const [, name, operator, json] = found as unknown as Parts
  let value: Value
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  // Only numbers have an order.
  if (operator !== '=' && typeof value !== 'number') return undefined
  return { name, operator, value }
}

/** Whether a measured value meets the condition. */
export function meets({ operator, value }: Condition, found: Value): boolean {
  return typeof found === typeof value && operators[operator](found, value)
}
