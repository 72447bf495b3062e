/** Writes what an engine reports for people to read, on one line. */
import type { Part } from './compare.ts'
import type { SessionState, State, Step } from './engine.ts'
import { formatResult, formatScalar, formatSid } from './format.ts'
import type { Operation } from './trace.ts'

/**
 * A state, such as `list: ana@10 {"user": "Ann"}, bo@0 | map: ana 0, bo 1 |
 * handles: a 0`: sids with their stamps in seconds since the start, then where
 * in the list, counted from the front, map and handles lead; `-` is nowhere.
 */
export function formatState({ list, map, handles }: State): string {
  const parts = [`list: ${list.map(formatEntry).join(', ')}`]
  parts.push(`map: ${formatIndexes(map)}`)
  if (Object.keys(handles).length > 0) {
    parts.push(`handles: ${formatIndexes(handles)}`)
  }
  return parts.map((part) => part.trimEnd()).join(' | ')
}

/** What an operation gave, or why it failed; empty if it gives nothing. */
export function formatOutcome(name: Operation['name'], step: Step): string {
  const { result, error } = step
  if (error !== undefined) {
    return `error: ${error}`
  }
  return result === undefined ? '' : formatResult(name, result)
}

/** Each part of a step, for a table. */
export function formatParts(
  name: Operation['name'],
  step: Step,
): Record<Part, string> {
  const { result, error, state, visited } = step
  return {
    result: result === undefined ? '' : formatResult(name, result),
    error: error ?? '',
    list: state.list.map(formatEntry).join(', '),
    map: formatIndexes(state.map),
    handles: formatIndexes(state.handles),
    visited: `${visited}`,
  }
}

function formatEntry({ sid, stamp, values }: SessionState): string {
  const pairs = values.map(
    ([key, value]) => `${formatScalar(key)}: ${formatScalar(value)}`,
  )
  const kept = pairs.length > 0 ? ` {${pairs.join(', ')}}` : ''
  return `${formatSid(sid)}@${stamp / 1000}${kept}`
}

function formatIndexes(indexes: Readonly<Record<string, number>>): string {
  return Object.entries(indexes)
    .map(([name, index]) => `${formatSid(name)} ${index < 0 ? '-' : index}`)
    .sort()
    .join(', ')
}
