/** Leaves one finding for each cause. */
import { groupsOf } from './blocks.ts'
import type { CheckName, Finding } from './finding.ts'

/**
 * Checks of characters and notation, the most basic first. What they report
 * misleads the others: a mark that cannot be read is also missing, its letters
 * look like prose, and so on.
 */
const causes: readonly CheckName[] = [
  'characters',
  'front-matter',
  'leftovers',
  'markup',
  'marks',
]

/** More findings than these of one kind in one file are told as one. */
const many = 5

/**
 * Leaves, on each line with a mistake of notation, the most basic finding; one
 * of two that say the same; and the first of many of one kind in a file, with
 * the lines of the others.
 */
export function byCause(found: readonly Finding[]): Finding[] {
  const lines = groupsOf(found, ({ file, line }) => `${file}:${line}`)
  const left = [...lines.values()].flatMap((here) => {
    const ranks = here
      .filter(({ severity }) => severity === 'error')
      .map(({ check }) => causes.indexOf(check))
      .filter((rank) => rank >= 0)
    const cause = causes[Math.min(...ranks)]
    const own = here.filter(({ check }) => !cause || check === cause)
    return [...new Map(own.map((each) => [each.message, each])).values()]
  })
  // What is missing by its name is not told again as a section to translate.
  const named = left
    .filter(({ check }) => check === 'parity' || check === 'texts')
    .map(
      ({ message }) => /^(?:heading )?"([^"]+)" is missing/.exec(message)?.[1],
    )
  const missing = /^chunk "[^"]+"/
  const chunks = left
    .filter(({ check }) => check === 'parity')
    .map(({ file, message }) => `${file} ${missing.exec(message)?.[0]}`)
  const told = left.filter(({ check, file, message }) => {
    // The English page has the chunks of the program: one of two is enough.
    if (check === 'chunks')
      return !chunks.includes(`${file} ${missing.exec(message)?.[0]}`)
    const id = /^missing [^#\s]+#([^:\s]+):/.exec(message)?.[1]
    return check !== 'records' || id === undefined || !named.includes(id)
  })
  const kinds = groupsOf(told, ({ file, check, severity, message }) => {
    return JSON.stringify([file, check, severity, kindOf(message)])
  })
  return [...kinds.values()].flatMap((alike) => {
    const [first, ...rest] = alike as [Finding, ...Finding[]]
    if (rest.length < many || first.severity === 'style') return alike
    const others = rest.slice(0, 3).map(({ line }) => line)
    const message = `${first.message} (and so in ${rest.length} more places: the lines ${others.join(', ')}…)`
    return [{ ...first, message }]
  })
}

/** What a message says, without what it says it of. */
const kindOf = (message: string): string =>
  message
    .replace(/“[^”]*”|"[^"]*"|`[^`]*`|\{#[^}]*\}|<[^>]*>/g, '…')
    .replace(/(?:[a-z-]+\.json#[\w.-]+|[a-z-]+#[a-z-]+|\S+:\d+|\d+)/g, '…')
