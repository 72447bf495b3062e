/** Makes the lines of a trace that a form of buttons appends. */

import { formatScalar, formatSid } from '../trace/format.ts'
import { parseScalar } from '../trace/scalar.ts'
import type { OperationName, Scalar } from '../trace/trace.ts'

/** The contents of the form. */
export interface Fields {
  readonly sid: string
  readonly key: string
  readonly value: string
  /** Whole seconds, for `wait` and `gc`. */
  readonly seconds: number
}

/** The operations that have a button. */
export const formOperations = [
  ...(['init', 'read', 'set', 'get', 'delete', 'update'] as const),
  ...(['destroy', 'wait', 'gc', 'list', 'map', 'visited'] as const),
] satisfies OperationName[]

export type FormOperation = (typeof formOperations)[number]

/**
 * The lines to append for an operation. A session without a handle gets one.
 * @param text The trace so far.
 */
export function linesFor(
  name: FormOperation,
  { sid, key, value, seconds }: Fields,
  text: string,
): string[] {
  const id = formatSid(sid)
  switch (name) {
    case 'init':
    case 'read':
      return [`${handleFor(sid, text)} = ${name} ${id}`]
    case 'update':
    case 'destroy':
      return [`${name} ${id}`]
    case 'set':
    case 'get':
    case 'delete': {
      const handle = handleFor(sid, text)
      const named = naming(handle, id).test(text)
      const rest = name === 'set' ? ` ${written(value)}` : ''
      return [
        ...(named ? [] : [`${handle} = read ${id}`]),
        `${handle}.${name} ${written(key)}${rest}`,
      ]
    }
    case 'wait':
      return [`wait ${seconds}s`]
    case 'gc':
      return [`gc ${seconds}`]
    default:
      return [name]
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Matches a line that gives the session of an id this handle. */
const naming = (handle: string, id: string): RegExp =>
  new RegExp(
    `^\\s*${handle}\\s*=\\s*(init|read)\\s+${escaped(id)}\\s*(#|=>|$)`,
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
