/** Tests that the failures of a run are few lines, with the first cause first. */
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { failureLines } from './report/failures.ts'
import type { Failure, Place } from './report/results.ts'

const at = (file: string, line = 1): Place => ({ file, line })

interface Given extends Partial<Omit<Failure, 'of'>> {
  readonly in?: string
  readonly title?: string
}

/** A failure of a test of a claim, if its title begins with an id. */
const failure = ({
  in: file = 'test/a.test.ts',
  title = 'a',
  ...more
}: Given): Failure => ({
  ...{ loading: false, message: 'wrong', diff: '', places: [at(file, 9)] },
  of: { ...at(file), title, id: /^(\w+): /.exec(title)?.[1] },
  ...more,
})

const lines = (failures: readonly Failure[], changed: string[] = []) =>
  failureLines(failures, changed).map(stripVTControlCharacters)
const text = (failures: readonly Failure[]) => lines(failures).join('\n')

const source = failure({
  in: 'test/sources.test.ts',
  message: 'x.go was edited; restore it',
})
const record = failure({
  in: 'test/records.test.ts',
  message: 'x.json is stale',
})
const registry = failure({
  in: 'test/claims.json',
  message: 'is not JSON',
  loading: true,
})
const load = failure({
  in: 'test/b.test.ts',
  message: 'no such module',
  loading: true,
  places: [],
})
const claim = failure({
  title: 'gc: ends',
  message: 'expected a',
  places: [at('test/claims.test.ts', 7)],
})
const other = failure({ title: 'list', message: 'expected b' })

it('failures: none has no line', () => {
  expect(lines([], ['src/a.ts'])).toEqual([])
})

it('failures: stand from the first cause to the last', () => {
  const many = [other, other, claim, load, record, source, registry]
  const found = text(many)
  const places = [registry, source, record, load, claim, other].map(
    ({ message }) => found.indexOf(message),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})

it('failures: their title counts tests, files and causes', () => {
  const second = failure({ title: 'second', message: 'expected b' })
  expect(lines([other, second])[1]).toMatch(/^2 tests failed; 1 cause,/)
  expect(lines([other])[1]).toMatch(/^1 test failed; 1 cause,/)
  expect(lines([other, load])[1]).toMatch(
    /^1 test failed, 1 file of tests did not run; 2 causes,/,
  )
})

it('failures: of one kind, the most frequent cause comes first', () => {
  const often = [1, 2].map((n) =>
    failure({
      title: `t${n}`,
      message: `often ${n}`,
      places: [at('src/s.ts', 5)],
    }),
  )
  expect(text([other, ...often])).toMatch(/1\. often 1[\s\S]*2\. expected b/)
})

it('failures: a module that does not load is told once, with its files counted', () => {
  const found = text(
    Array.from({ length: 40 }, (_, n) => ({
      ...load,
      of: { ...load.of, file: `test/f${n}.test.ts` },
    })),
  )
  expect(found).toContain('40 files of tests did not run; 1 cause')
  expect(found.split('no such module')).toHaveLength(2)
  expect(found).toContain('and in 35 more')
})

it('failures: of other causes than a changed source, only a line is told', () => {
  const diff = '- 1\n+ 2'
  expect(text([{ ...claim, diff }])).toContain('+ 2')
  const found = text([{ ...claim, diff }, source])
  expect(found).not.toContain('+ 2')
  expect(found).toContain('test/a.test.ts:1 gc: ends: expected a')
  expect(found).not.toContain('failures)')
  const second = failure({ title: 'second', places: claim.places })
  expect(text([claim, second, source])).toContain('expected a (2 failures)')
})

it('failures: the files that differ from the last commit are named, with the cure', () => {
  const [, , changed, cure] = lines([other], ['src/time.ts'])
  expect(changed).toBe('Changed since the last commit: src/time.ts')
  expect(cure).toContain('git checkout -- src/time.ts')
  const many = Array.from({ length: 100 }, (_, n) => `src/${n}.ts`)
  expect(lines([other], many)[2]).toMatch(/src\/4\.ts and 95 more$/)
})

it('failures: each has at most 40 lines, and all have at most 240', () => {
  const long = Array.from(
    { length: 80 },
    (_, n) => `${n} ${'x'.repeat(600)}`,
  ).join('\n')
  const big = (n: number) =>
    failure({
      title: `t${n}`,
      message: `${n}${long}`,
      diff: long,
      places: Array.from({ length: 50 }, () => at('src/a.ts', n)),
    })
  const one = lines(
    Array.from({ length: 300 }, (_, n) => ({
      ...big(7),
      of: { ...at('test/a.test.ts'), title: `t${n}` },
    })),
  )
  expect(one.length).toBeLessThanOrEqual(42)
  const all = lines(Array.from({ length: 1000 }, (_, n) => big(n)))
  expect(all.length).toBeLessThanOrEqual(240)
  expect(all.join('\n')).toContain('and 975 more causes')
  expect(Math.max(...all.map(({ length }) => length))).toBeLessThan(500)
})
