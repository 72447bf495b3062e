/** Formats an engine's report on one line for people to read. */
import { diffArrays } from 'diff'
import { type Part, sameEntry } from './compare.ts'
import { mapOf, type SessionState, type State, type Step } from './engine.ts'
import {
  clip,
  formatResult,
  formatScalar,
  formatSid,
  joinSome,
} from './format.ts'
import type { Scalar } from './trace.ts'

/** Of a list with more sessions, only the changes are shown. */
export const LARGE = 20

/** Of more handles, only those that the operation changed are shown. */
export const MANY = 100

/**
 * Formats a state, such as `list: ana@10 {"user": "Ann"}, bo@0 | map: ana 0,
 * bo 1 | handles: a 0`: the sids with their stamps in seconds since the start,
 * then the places in the list, from 0, to which map and handles lead. `-` means
 * not in the list. Of a large state, only the changes since `before` are shown.
 */
export function formatState(state: State, before?: State): string {
  return Object.entries(partsOf(state, before))
    .filter(([part, text]) => part !== 'handles' || text !== '')
    .map(([part, text]) => `${part}: ${text}`.trimEnd())
    .join(' | ')
}

/**
 * The result of an operation or its error; empty if it has neither.
 * @param most About how many characters of it are written.
 */
export function formatOutcome(
  { name, result, error }: Step,
  most?: number,
): string {
  if (error !== undefined) {
    return `error: ${clip(error, most ?? error.length)}`
  }
  return result === undefined ? '' : formatResult(name, result, most)
}

/**
 * Each part of a step, for a table.
 * @param most About how many characters of a part are written.
 */
export function formatParts(
  { name, result, error, state, visited }: Step,
  before?: State,
  most?: number,
): Record<Part, string> {
  return {
    result: result === undefined ? '' : formatResult(name, result, most),
    error: clip(error ?? '', most ?? Number.POSITIVE_INFINITY),
    ...partsOf(state, before, most),
    visited: `${visited}`,
  }
}

type Named = readonly [name: string, number: number]

function partsOf(state: State, before?: State, most?: number) {
  const { list, handles } = state
  const place = new Map(list.map(({ number }, at) => [number, at]))
  const written = (names: readonly Named[]) => {
    const some = most === undefined ? names : names.slice(0, MANY)
    const texts = some.map(([name, number]) => {
      const text = formatSid(clip(name, most ?? name.length))
      return `${text} ${place.get(number) ?? '-'}`
    })
    const left = names.length - some.length
    const rest = left > 0 ? [`… ${left} more`] : []
    return joinSome([...texts.sort(), ...rest], String, ', ', most)
  }
  const entry = (one: SessionState) => formatEntry(one, most)
  const large = list.length > LARGE && before
  const named = Object.entries(handles)
  const many = named.length > MANY && before
  const changed = ([name, number]: Named) => before?.handles[name] !== number
  return {
    list: large
      ? joinSome(
          [`${list.length} sessions`, ...listChanges(list, before.list, entry)],
          String,
          ', ',
          most,
        )
      : joinSome(list, entry, ', ', most),
    map: large ? mapChanges(state) : written([...mapOf(state)]),
    handles: many
      ? [`${named.length} handles`, written(named.filter(changed))]
          .filter(Boolean)
          .join(', ')
      : written(named),
  }
}

/** Of more moves, the places are not shown: to find them takes too long. */
const MOST_MOVES = 300

/** The sessions that were added, removed, moved or changed, with places. */
function listChanges(
  list: State['list'],
  before: State['list'],
  format: (entry: SessionState) => string,
): string[] {
  let from = 0
  while (sameEntry(list[from], before[from])) from++
  // An edited store may have one session twice: no entry counts at both ends.
  const left = Math.min(list.length, before.length) - from
  let end = 0
  // Stryker disable next-line ConditionalExpression,ArithmeticOperator,UnaryOperator,UpdateOperator: a longer rest gives the same changes, but takes time
  while (end < left && sameEntry(list.at(-1 - end), before.at(-1 - end))) end++
  const old = before.slice(from, before.length - end)
  const now = list.slice(from, list.length - end)
  const oldAt = new Map(old.map(({ number }, i) => [number, i]))
  const nowAt = new Map(now.map(({ number }, i) => [number, i]))
  // Sessions that moved only because others were added or removed are left out.
  const order = diffArrays(
    [...oldAt.keys()].filter((number) => nowAt.has(number)),
    [...nowAt.keys()].filter((number) => oldAt.has(number)),
    { maxEditLength: MOST_MOVES },
  )
  const moved = new Set(
    order?.filter(({ added }) => added).flatMap(({ value }) => value),
  )
  const here = now.flatMap((entry, i) => {
    const was = oldAt.get(entry.number)
    const text = format(entry)
    const at = from + i
    if (was === undefined) return [`+ ${text} at ${at}`]
    if (moved.has(entry.number)) return [`${text} from ${from + was} to ${at}`]
    return sameEntry(entry, old[was]) ? [] : [`${text} at ${at}`]
  })
  const gone = old.filter(({ number }) => !nowAt.has(number))
  const mixed = order ? [] : ['in another order']
  return [...mixed, ...gone.map((entry) => `- ${format(entry)}`), ...here]
}

/** The number of sids, of orphans, and of sids that lead astray. */
function mapChanges({ list, orphans, astray }: State): string {
  const size = list.length - orphans.length + Object.keys(astray).length
  const odd = [
    orphans.length > 0 && `${orphans.length} orphans`,
    Object.keys(astray).length > 0 && `${Object.keys(astray).length} astray`,
  ].filter(Boolean)
  return [`${size} sids`, ...odd].join(', ')
}

function formatEntry(
  { sid, stamp, values }: SessionState,
  most?: number,
): string {
  const scalar = (value: Scalar) =>
    formatScalar(
      typeof value === 'string' ? clip(value, most ?? value.length) : value,
    )
  const pairs = joinSome(
    values,
    ([key, value]) => `${scalar(key)}: ${scalar(value)}`,
    ', ',
    most,
  )
  const kept = values.length > 0 ? ` {${pairs}}` : ''
  return `${formatSid(clip(sid, most ?? sid.length))}@${stamp / 1000}${kept}`
}
