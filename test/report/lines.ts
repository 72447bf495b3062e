/** Writes the claims of a run as lines: each with its verdicts and its files. */
import { styleText } from 'node:util'
import {
  claimsFile,
  kinds as order,
  traceFile,
} from '../../src/evidence/claims.ts'
import { sides, type Verdict } from '../../src/evidence/verdict-types.ts'
import { grouped } from './grouped.ts'
import type { Failure, Ran } from './results.ts'
import { countsOf, doubted, type InRun } from './verdicts.ts'

const titles = {
  stated: 'stated by the prose',
  shown: 'shown by the code',
  surprise: 'surprises',
  differs: 'differs',
} as const

const signs: Record<Verdict, string> = {
  holds: styleText('green', '✓'),
  fails: styleText('red', '✗'),
  'not-run': styleText('yellow', '?'),
  none: styleText('dim', '–'),
}

const words: Record<Verdict, string> = {
  holds: 'holds',
  fails: 'fails',
  'not-run': 'has no verdict',
  none: 'is not about this side',
}

/** At most this many claims are told in full, when a name was asked for. */
const MOST_IN_FULL = 3

/**
 * A line for each claim that the run did not leave out, by kinds; or, if a name
 * was asked for and few claims have it, all that there is to say of each.
 * @param statements The claims' statements by their ids.
 */
export function claimLines(
  run: readonly InRun[],
  named: boolean,
  statements: ReadonlyMap<string, string>,
): string[] {
  const ran = run.filter(({ left }) => !left)
  if (named && ran.length <= MOST_IN_FULL)
    return ran.flatMap((each) => inFull(each, statements))
  const width = Math.max(...run.map(({ claim }) => claim.id.length))
  return order.flatMap((kind) => {
    const own = ran.filter(({ claim }) => claim.kind === kind)
    if (own.length === 0) return []
    const title = `\n${styleText('bold', titles[kind])}   (port, original)`
    return [title, ...own.map((each) => inShort(each, width))]
  })
}

function inShort(each: InRun, width: number): string {
  const marks = sides.map((side) => signs[each[side]]).join(' ')
  const shown = evidenceOf(each).map(([, text]) => text)
  return ` ${marks} ${each.claim.id.padEnd(width)} ${styleText('dim', shown.join(', '))}`
}

function inFull(
  each: InRun,
  statements: ReadonlyMap<string, string>,
): string[] {
  const { id, line } = each.claim
  const said = statements.get(id) ?? 'has no statement in docs/en/claims.json'
  return [
    `\n${styleText('bold', id)}   ${claimsFile}:${line}`,
    ...wrapped(said).map((text) => `  ${text}`),
    ...evidenceOf(each).map(([kind, text]) => `  ${kind.padEnd(7)} ${text}`),
    ...sides.map(
      (side) => `  ${signs[each[side]]} on the ${side} it ${words[each[side]]}`,
    ),
  ]
}

/** The evidence of a claim, each with its kind and its files and lines. */
function evidenceOf({ claim, tests }: InRun): [kind: string, text: string][] {
  const { id, evidence } = claim
  const traced: [string, string][] =
    evidence === 'trace' ? [['trace', `${traceFile(id)}:1`]] : []
  const records = tests.filter(({ record }) => record)
  const others = tests.filter(({ record }) => !record)
  const byFile = grouped(others, ({ file }) => file)
  return [
    ...traced,
    ...[...byFile].map(([file, own]): [string, string] => [
      'test',
      `${file}:${linesOf(own)}${told(own)}`,
    ]),
    ...records.map((test): [string, string] => [
      'record',
      `${test.record}:1 (${aboutRecord(test)})`,
    ]),
  ]
}

/** The lines of tests, without repetition: `12` or `12,40`. */
const linesOf = (tests: readonly Ran[]): string =>
  [...new Set(tests.map(({ line }) => line))].sort((a, b) => a - b).join(',')

function told(tests: readonly Ran[]): string {
  const left = tests.filter((test) => test.left).length
  const failed = tests.filter((test) => !test.left && !test.passed).length
  const said = [
    tests.length > 1 && `${tests.length} tests`,
    failed > 0 && `${failed} failed`,
    left > 0 && `${left} not run`,
  ].filter(Boolean)
  return said.length > 0 ? ` (${said.join(', ')})` : ''
}

const made = /recorded with (\S+ \S+) on (\S+)/

function aboutRecord({ title, stale, left }: Ran): string {
  if (stale) return 'stale'
  if (left) return 'not compared'
  const [, version, date] = made.exec(title) ?? []
  return `${version}, ${date}`
}

/** A text in lines of at most 78 characters. */
function wrapped(text: string): string[] {
  return text.match(/.{1,76}(?:\s|$)|\S+/g)?.map((line) => line.trim()) ?? []
}

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`

/** The last lines: how many claims hold, and what was run and what was not. */
export function sums(
  run: readonly InRun[],
  failures: readonly Failure[],
): string[] {
  const { claims, left, on } = countsOf(run)
  const told = sides.map((side) => {
    const { holds, fails, 'not-run': open } = on[side]
    return [
      `${counted(holds, 'holds', 'hold')} on the ${side}`,
      ...(fails > 0 ? [counted(fails, 'fails', 'fail')] : []),
      ...(open > 0 ? [`${open} without a verdict`] : []),
    ].join(', ')
  })
  const rest = left > 0 ? `; ${left} not run` : ''
  const tests = run.flatMap((each) => each.tests).filter((test) => !test.left)
  const recorders = tests.flatMap(({ title, record }) =>
    record ? [/recorded with Redis /.test(title)] : [],
  )
  const redis = recorders.filter((isRedis) => isRedis).length
  const go = recorders.length - redis
  return [
    `${claims} claims: ${told.join('; ')}${rest}.`,
    ...unproven(failures),
    ...(doubted(failures).size === 0 && tests.some(({ trace }) => trace)
      ? ['Run here: the port, and the original as trace.wasm.']
      : []),
    ...compared(go, 'Go itself', "of what Go's tools measured", 'test:go'),
    ...compared(redis, 'Redis', 'of what it showed', 'test:redis'),
    '',
  ]
}

/** What failed of what judges the claims, and of what runs them. */
function unproven(failures: readonly Failure[]): string[] {
  const others = failures.filter(({ of, loading }) => loading || !of.id)
  if (others.length === 0) return []
  const of = new Set(others.map((failure) => failure.of))
  return [
    `Not proven: ${counted(of.size, 'test or file that is', 'tests or files that are')} of no claim failed.`,
  ]
}

function compared(count: number, what: string, of: string, script: string) {
  if (count === 0) return []
  const records = counted(count, 'record', 'records')
  const [was, claims] =
    count === 1 ? ['was', 'its claim'] : ['were', 'their claims']
  return [
    `Not run here: ${what}. ${records} ${of} ${was} compared with ${claims}; npm run ${script} measures anew.`,
  ]
}
