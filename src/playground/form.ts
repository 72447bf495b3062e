/** Makes the lines of a trace that a form of buttons appends. */

import { formatScalar, formatSid } from '../trace/format.ts'
import {
  type ArgumentKind,
  type OperationName,
  operationNames,
  operations,
} from '../trace/operations.ts'
import { parseScalar } from '../trace/scalar.ts'
import type { Scalar } from '../trace/trace.ts'

/** The contents of the form. */
export interface Fields {
  readonly sid: string
  readonly key: string
  readonly value: string
  /** Whole seconds, for `wait` and `gc`. */
  readonly seconds: number
}

/** The operations that have a button. */
export const formOperations = operationNames.all.filter(
  (name) => operations[name].button,
)

/**
 * The lines to append for an operation. A session without a handle gets one.
 * @param text The trace so far.
 */
export function linesFor(
  name: OperationName,
  { sid, key, value, seconds }: Fields,
  text: string,
): string[] {
  const id = formatSid(sid)
  const fields: Partial<Record<ArgumentKind, string>> = {
    sid: id,
    key: written(key),
    value: written(value),
    seconds: `${seconds}`,
    pause: `${seconds}s`,
  }
  const { form, takes } = operations[name]
  const words = Object.values(takes).map((kind) => ` ${fields[kind]}`)
  const line = `${name}${words.join('')}`
  if (form === 'plain') return [line]
  const handle = handleFor(sid, text)
  if (form === 'keeping') return [`${handle} = ${line}`]
  const named = naming(handle, id).test(text)
  return [...(named ? [] : [`${handle} = read ${id}`]), `${handle}.${line}`]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Matches a line that gives the session of an id this handle. */
const naming = (handle: string, id: string): RegExp =>
  new RegExp(
    `^\\s*${handle}\\s*=\\s*(${operationNames.keeping.join('|')})\\s+${escaped(id)}\\s*(#|=>|$)`,
    'm',
  )

/** A handle for a session: its id if that can be one, otherwise `hN`. */
function handleFor(sid: string, text: string): string {
  if (/^[A-Za-z_]\w*$/.test(sid)) return sid
  const known = naming('(h\\d+)', formatSid(sid)).exec(text)?.[1]
  if (known !== undefined) return known
  const taken = new Set(
    Array.from(text.matchAll(/^\s*(h\d+)\s*=/gm), ([, handle]) => handle),
  )
  let n = 1
  while (taken.has(`h${n}`)) n++
  return `h${n}`
}

/** A key or a value as the trace language writes it; other words are texts. */
function written(text: string): string {
  let value: Scalar = text
  try {
    const quoted = text.startsWith('"')
    const decoded = quoted ? String(JSON.parse(text)) : text
    value = parseScalar({ quoted, text, value: decoded })
  } catch {
    // It is not JSON: it is the text itself.
  }
  return formatScalar(value)
}
