/**
 * Prints the results of `npm test`: progress while it runs, then a line for
 * each claim, then the failures in full, and last the totals.
 */
import { styleText } from 'node:util'
import { DefaultReporter, type TestCase, type TestModule } from 'vitest/node'
import { sidesOf } from '../src/evidence/judge.ts'
import { type Side, sides } from '../src/evidence/verdict-types.ts'
import { claims, kinds } from './claims.ts'

/** A claim with its tests in this run. */
interface Line {
  readonly id: string
  readonly tests: readonly TestCase[]
}

type Verdict = 'holds' | 'fails' | 'none'

const signs: Record<Verdict, string> = {
  holds: styleText('green', '✓'),
  fails: styleText('red', '✗'),
  none: styleText('dim', '–'),
}

export default class ClaimsReporter extends DefaultReporter {
  override printTestModule(): void {
    // The claims are listed at the end. Until then, a log gets a dot per file.
    if (!this.isTTY) this.ctx.logger.outputStream.write('.')
  }

  override onTestRunEnd(
    ...args: Parameters<DefaultReporter['onTestRunEnd']>
  ): void {
    const [modules] = args
    const lines = linesOf(modules)
    this.log('')
    for (const [kind, title] of Object.entries(kinds)) {
      const own = lines.filter(({ id }) => kindOf(id) === kind)
      if (own.length === 0) continue
      this.log(`\n${styleText('bold', title)}   (port, original)`)
      for (const line of own) this.log(drawn(line))
    }
    super.onTestRunEnd(...args)
    for (const line of sums(lines)) this.log(line)
  }
}

const longest = Math.max(...claims.map(({ id }) => id.length))

const kindOf = (id: string) => claims.find((claim) => claim.id === id)?.kind

/** The claims that have tests in this run, in the registry's order. */
function linesOf(modules: readonly TestModule[]): Line[] {
  const byId = new Map<string, TestCase[]>()
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const id = /^([a-z0-9-]+): /.exec(test.name)?.[1] ?? ''
      byId.set(id, [...(byId.get(id) ?? []), test])
    }
  }
  return claims.flatMap(({ id }) => {
    const tests = byId.get(id)
    return tests ? [{ id, tests }] : []
  })
}

/** A claim holds on a side if all its tests of that side have passed. */
function verdictOn(side: Side, { tests }: Line): Verdict {
  const own = tests.filter(({ name }) => sidesOf(name).includes(side))
  if (own.length === 0) return 'none'
  return own.every((test) => held(test, side)) ? 'holds' : 'fails'
}

/** Whether a test passed on a side: the test of a trace notes failed sides. */
function held(test: TestCase, side: Side): boolean {
  const { failedOn } = test.meta() as { failedOn?: readonly Side[] }
  if (test.result().state === 'passed') return true
  return failedOn !== undefined && !failedOn.includes(side)
}

function drawn(line: Line): string {
  const marks = sides.map((side) => signs[verdictOn(side, line)])
  return ` ${marks.join(' ')} ${line.id.padEnd(longest)} ${styleText('dim', shownBy(line))}`
}

const recorded = /^[a-z0-9-]+: recorded with (\S+) \S+ on (\S+) /

/** The evidence of a claim in this run. */
function shownBy({ id, tests }: Line): string {
  const evidence = claims.find((claim) => claim.id === id)?.evidence
  const record = tests.flatMap(({ name }) => recorded.exec(name) ?? [])
  const traced = evidence === 'trace'
  const others = tests.length - (traced ? 1 : 0) - (record.length > 0 ? 1 : 0)
  return [
    traced && 'trace',
    others > 0 && `${others} ${others === 1 ? 'test' : 'tests'}`,
    record.length > 0 && `recorded with ${record[1]} on ${record[2]}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function sums(lines: readonly Line[]): string[] {
  const count = (side: Side, verdict: Verdict) =>
    lines.filter((line) => verdictOn(side, line) === verdict).length
  const told = sides.map((side) => {
    const failing = count(side, 'fails')
    return `${count(side, 'holds')} hold on the ${side}${failing > 0 ? `, ${failing} fail` : ''}`
  })
  const recorders = lines.flatMap(({ tests }) =>
    tests.flatMap(({ name }) => recorded.exec(name)?.[1] ?? []),
  )
  const redis = recorders.filter((name) => name === 'Redis').length
  const records = recorders.length - redis
  const left = claims.length - lines.length
  return [
    `${lines.length} claims: ${told.join('; ')}.`,
    ...(left > 0 ? [`${left} claims had no test in this run.`] : []),
    'Run here: the port, and the original as trace.wasm.',
    `Not run here: Go itself. ${records} records of what Go's tools measured were compared with their claims; npm run test:go measures anew.`,
    ...(redis > 0
      ? [
          `Not run here: Redis. ${redis} records of what it showed were compared with their claims; npm run test:redis measures anew.`,
        ]
      : []),
    '',
  ]
}
