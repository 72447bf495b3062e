/**
 * Writes the failures of a run, the first cause first and each cause once, in a
 * bounded number of lines.
 */
import { styleText } from 'node:util'
import { claimsFile } from '../../src/evidence/claims.ts'
import { grouped } from './grouped.ts'
import type { Failure } from './results.ts'

/** The file of the claims' statements. */
export const statementsFile = 'docs/en/claims.json'

/** At most this many causes are told in full, and as many more in a line. */
const MOST_CAUSES = 5
const MOST_BRIEF = 20
/** At most this many lines of a message, and of a difference. */
const MOST_MESSAGE = 8
const MOST_DIFF = 20
/** At most this many tests are named for a cause. */
const MOST_NAMES = 5
const MOST_WIDTH = 400

/** What a failure in these files says comes before all that follows from it. */
const ofSources = [
  claimsFile,
  statementsFile,
  'test/sources.test.ts',
  'test/records.test.ts',
]

const isOfSources = ({ of }: Failure) => ofSources.includes(of.file)

/** Failures with one cause. */
interface Cause {
  readonly first: Failure
  readonly all: readonly Failure[]
}

/**
 * From the first cause to the last: sources that are not what was measured, then
 * files that do not load, then claims, then other tests; the most frequent
 * first.
 */
function causesOf(failures: readonly Failure[]): Cause[] {
  const groups = grouped(failures, causeOf)
  const rank = ({ of, loading }: Failure) => {
    const source = ofSources.indexOf(of.file)
    if (source >= 0) return source - ofSources.length
    return loading ? 0 : of.id ? 1 : 2
  }
  return [...groups.values()]
    .flatMap((all) => (all[0] ? [{ first: all[0], all }] : []))
    .sort(
      (a, b) => rank(a.first) - rank(b.first) || b.all.length - a.all.length,
    )
}

/**
 * What failures of one cause have in common: a file that does not load has one
 * message wherever it is imported; a test fails at one place for many reasons.
 */
function causeOf(failure: Failure): string {
  const { loading, message, places } = failure
  const [head = ''] = message.split('\n')
  if (loading || isOfSources(failure)) return head
  const [place] = places
  return place ? `${place.file}:${place.line}` : head
}

/** The failures as lines; none if nothing failed. */
export function failureLines(
  failures: readonly Failure[],
  changed: readonly string[] = [],
): string[] {
  const causes = causesOf(failures)
  if (causes.length === 0) return []
  const sourced = causes.some(({ first }) => isOfSources(first))
  // What follows from a changed source is not told in full.
  const full = sourced
    ? causes.filter(({ first }) => isOfSources(first) || first.loading)
    : causes
  const shown = full.slice(0, MOST_CAUSES)
  const others = causes.filter((cause) => !shown.includes(cause))
  const brief = others.slice(0, MOST_BRIEF)
  const rest = others.length - brief.length
  return [
    '',
    styleText('bold', failedTitle(failures, causes.length)),
    ...changedLines(changed),
    ...shown.flatMap((cause, index) => inFull(cause, index + 1)),
    ...(brief.length > 0
      ? ['', sourced ? 'Perhaps because of that:' : 'Also:']
      : []),
    ...brief.map(inShort),
    ...(rest > 0 ? [`  and ${rest} more causes`] : []),
    ...(others.length > 0
      ? ['  npm test -- --reporter=default tells each in full.']
      : []),
  ]
}

function failedTitle(failures: readonly Failure[], causes: number): string {
  const files = new Set(
    failures.filter(({ loading }) => loading).map(({ of }) => of.file),
  ).size
  const tests = new Set(
    failures.filter(({ loading }) => !loading).map(({ of }) => of),
  ).size
  const what = [
    tests > 0 && `${tests} ${tests === 1 ? 'test' : 'tests'} failed`,
    files > 0 &&
      `${files} ${files === 1 ? 'file of tests' : 'files of tests'} did not run`,
  ].filter(Boolean)
  return `${what.join(', ')}; ${causes} ${causes === 1 ? 'cause' : 'causes'}, the first one first`
}

/** The files that differ from the last commit: mostly, one of them is the cause. */
function changedLines(changed: readonly string[]): string[] {
  if (changed.length === 0) return []
  const some = changed.slice(0, MOST_NAMES)
  const more = changed.length - some.length
  const list = some.join(' ') + (more > 0 ? ` and ${more} more` : '')
  return [
    `Changed since the last commit: ${list}`,
    `  git diff shows how; git checkout -- ${some.length === 1 && more === 0 ? some[0] : 'FILE'} restores it`,
  ]
}

function inFull({ first, all }: Cause, number: number): string[] {
  const message = cut(messageOf(first), MOST_MESSAGE)
  // The difference of two sums or texts of a source says no more.
  const tells = first.diff !== '' && !isOfSources(first)
  const diff = tells ? cut(first.diff, MOST_DIFF) : []
  return [
    '',
    ...message.map((line, index) =>
      index === 0 ? `${styleText('red', `${number}.`)} ${line}` : `   ${line}`,
    ),
    ...diff.map((line) => `   ${line}`),
    ...first.places
      .slice(0, 3)
      .map(({ file, line }) => `   at ${file}:${line}`),
    ...namesOf(all).map((name) => `   ${name}`),
  ]
}

function inShort({ first, all }: Cause): string {
  // A compiler says the place in the second line.
  const head = first.message.split('\n').slice(0, 2).join(' ')
  const more = all.length > 1 ? ` (${all.length} failures)` : ''
  return `  ${nameOf(first)}: ${head.slice(0, 120)}${more}`
}

const nameOf = ({ of: { file, line, title } }: Failure) =>
  `${file}:${line} ${title}`

/** A message; of a source's test without what vitest adds to it. */
const messageOf = (failure: Failure) =>
  isOfSources(failure)
    ? failure.message.replace(/: (?:expected|Snapshot) [\s\S]*$/, '')
    : failure.message

function namesOf(all: readonly Failure[]): string[] {
  const names = [...new Set(all.map((failure) => `in ${nameOf(failure)}`))]
  const more = names.length - MOST_NAMES
  return [
    ...names.slice(0, MOST_NAMES),
    ...(more > 0 ? [`and in ${more} more`] : []),
  ]
}

/** The first lines of a text. Says how many it leaves out. */
function cut(text: string, most: number): string[] {
  const lines = text.split('\n').map((line) => line.slice(0, MOST_WIDTH))
  if (lines.length <= most) return lines
  return [...lines.slice(0, most), `… ${lines.length - most} more lines`]
}
