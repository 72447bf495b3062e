/** Formats an engine's report on one line for people to read. */
import { diffArrays } from 'diff'
import { type Part, sameEntry } from './compare.ts'
import { mapOf, type SessionState, type State, type Step } from './engine.ts'
import { formatResult, formatScalar, formatSid } from './format.ts'

/** Of a list with more sessions, only the changes are shown. */
export const LARGE = 20

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

/** The result of an operation or its error; empty if it has neither. */
export function formatOutcome({ name, result, error }: Step): string {
  if (error !== undefined) {
    return `error: ${error}`
  }
  return result === undefined ? '' : formatResult(name, result)
}

/** Each part of a step, for a table. */
export function formatParts(
  { name, result, error, state, visited }: Step,
  before?: State,
): Record<Part, string> {
  return {
    result: result === undefined ? '' : formatResult(name, result),
    error: error ?? '',
    ...partsOf(state, before),
    visited: `${visited}`,
  }
}

function partsOf(state: State, before?: State) {
  const { list, handles } = state
  const place = new Map(list.map(({ number }, at) => [number, at]))
  const written = (numbers: Iterable<readonly [string, number]>) =>
    Array.from(
      numbers,
      ([name, number]) => `${formatSid(name)} ${place.get(number) ?? '-'}`,
    )
      .sort()
      .join(', ')
  const large = list.length > LARGE && before
  return {
    list: large
      ? [`${list.length} sessions`, ...listChanges(list, before.list)].join(
          ', ',
        )
      : list.map(formatEntry).join(', '),
    map: large ? mapChanges(state) : written(mapOf(state)),
    handles: written(Object.entries(handles)),
  }
}

/** The sessions that were added, removed, moved or changed, with places. */
function listChanges(list: State['list'], before: State['list']): string[] {
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
  const moved = new Set(
    diffArrays([...oldAt.keys()], [...nowAt.keys()])
      .filter(({ added }) => added)
      .flatMap(({ value }) => value),
  )
  const here = now.flatMap((entry, i) => {
    const was = oldAt.get(entry.number)
    const text = formatEntry(entry)
    const at = from + i
    if (was === undefined) return [`+ ${text} at ${at}`]
    if (moved.has(entry.number)) return [`${text} from ${from + was} to ${at}`]
    return sameEntry(entry, old[was]) ? [] : [`${text} at ${at}`]
  })
  const gone = old.filter(({ number }) => !nowAt.has(number))
  return [...gone.map((entry) => `- ${formatEntry(entry)}`), ...here]
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

function formatEntry({ sid, stamp, values }: SessionState): string {
  const pairs = values.map(
    ([key, value]) => `${formatScalar(key)}: ${formatScalar(value)}`,
  )
  const kept = pairs.length > 0 ? ` {${pairs.join(', ')}}` : ''
  return `${formatSid(sid)}@${stamp / 1000}${kept}`
}
