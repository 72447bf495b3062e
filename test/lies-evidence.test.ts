/** Lies about conditions and records: each is told, and seen to fail. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Claim, readClaims } from '../src/evidence/claims.ts'
import { meets, readCondition, type Value } from '../src/evidence/condition.ts'
import { readRecorded, sealOf } from '../src/evidence/recorded.ts'
import { cacheByFile } from '../src/project/cache.ts'
import { formatProblem } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { projectWith } from './project-with.ts'

/** Conditions, with values that meet them and values that do not. */
const conditions: [string, readonly Value[], readonly Value[]][] = [
  ['n = 1', [1], [0, 2, -1, 1.5, '1', true, ['1']]],
  ['n = 0', [0], [1, false, '', '0']],
  ['n = true', [true], [false, 1, 'true']],
  ['n = false', [false], [true, 0, '']],
  ['n = "a"', ['a'], ['b', '', 'A', 'aa']],
  [
    'n = ["a", "b"]',
    [['a', 'b']],
    [['b', 'a'], ['a'], [], ['a', 'b', 'c'], 'a,b', ['a,b']],
  ],
  ['n >= 2', [2, 3], [1, 1.9, -2, '2', '3', true]],
  ['n <= 2', [2, 1, -9], [3, 2.1, '1', false]],
  ['n > 2', [3, 2.1], [2, 1, '3', true]],
  ['n < 2', [1, -1], [2, 3, '1', false]],
]

describe('conditions', () => {
  it.each(conditions)('%s: is met by what meets it only', (text, good, bad) => {
    const condition = readCondition(text)
    if (!condition) expect.fail(`${text} is not read`)
    for (const found of good) {
      expect(meets(condition, found), JSON.stringify(found)).toBe(true)
    }
    for (const found of bad) {
      expect(meets(condition, found), JSON.stringify(found)).toBe(false)
    }
  })

  it.each([
    ...['', 'n', 'n =', 'n = ', '= 1', 'n == 1', 'n != 1', 'n=1', 'N = 1'],
    ...['n >= "2"', 'n > true', 'n < [1]', 'n <= null', 'n = yes', 'n = 1 2'],
    ...['n = 1\n', 'x n = 1'],
  ])('%j is none', (text) => {
    expect(readCondition(text)).toBeUndefined()
  })
})

const real = openProject()
const claims = readClaims(real)
/** The verdict of a record and the reasons, for these files. */
function verdictOf(
  claim: Claim,
  files: Readonly<Record<string, string | undefined>> = {},
) {
  const read = readRecorded(projectWith(files), claim)
  const problems = read?.problems.map(formatProblem) ?? []
  return { verdict: read?.recorded.verdict, problems }
}

/** One record of each folder. */
const records = [...claims.values()].flatMap((claim) => {
  const file = readRecorded(real, claim)?.recorded.file
  return file ? [{ claim, file, text: real.read(file) }] : []
})
const perFolder = ['go-reference', 'test/redis'].flatMap(
  (folder) => records.find(({ file }) => file.startsWith(folder)) ?? [],
)

/** The text with a seal that fits it. */
const sealed = (text: string) =>
  text.replace(/"seal": "[^"]*"/, `"seal": "${sealOf(text)}"`)

describe.each(perFolder)('the record $file', ({ claim, file, text }) => {
  const { sources, measured } = JSON.parse(text)

  it('holds as it is', () => {
    expect(verdictOf(claim)).toEqual({ verdict: 'holds', problems: [] })
    expect(verdictOf(claim, { [file]: sealed(text) }).verdict).toBe('holds')
  })

  it('has no verdict if anything in it was changed by hand', () => {
    const places = [/\d{4}-\d\d-\d\d/, /"measured"[\s\S]*?:\s*\{/, /\}\s*$/]
    for (const place of places) {
      const edited = text.replace(place, (found) => `${found} `)
      expect(edited).not.toBe(text)
      const { verdict, problems } = verdictOf(claim, { [file]: edited })
      expect(verdict).toBe('not-run')
      expect(problems.join()).toContain('was changed by hand')
    }
    const seal = createHash('sha256').update(text).digest('hex')
    const almost = sealOf(text).replace(/.$/, (last) =>
      last === '0' ? '1' : '0',
    )
    for (const wrong of [seal, almost, sealOf(text).slice(0, -1), '']) {
      const forged = text.replace(/"seal": "[^"]*"/, `"seal": "${wrong}"`)
      expect(verdictOf(claim, { [file]: forged }).verdict).toBe('not-run')
    }
  })

  const base = file.startsWith('go') ? 'go-reference/' : ''
  const files = Object.keys(sources).filter((name) => /\.\w+$/.test(name))

  it.each(files)('has no verdict if %s changed or is missing', (name) => {
    const path = base + name
    for (const now of [`${real.read(path)} `, undefined]) {
      const { verdict, problems } = verdictOf(claim, { [path]: now })
      expect(verdict).toBe('not-run')
      expect(problems.join()).toContain(`was measured before ${path} changed`)
    }
  })

  it('fails if one of several conditions is not met', () => {
    const [name = ''] = Object.keys(measured)
    const wrong = `${name} = "never measured"`
    for (const record of [
      [wrong],
      [wrong, ...claim.record],
      [...claim.record, wrong],
    ]) {
      const { verdict, problems } = verdictOf({ ...claim, record })
      expect(verdict).toBe('fails')
      expect(problems).toHaveLength(1)
      expect(problems[0]).toContain('fails on the original: expected')
    }
  })

  it.each(['a', '-too'])('is refused under an id that lacks its %j', (end) => {
    const other = text.replace(`"${claim.id}"`, `"${claim.id}${end}"`)
    expect(other).not.toBe(text)
    const read = () => verdictOf(claim, { [file]: sealed(other) })
    expect(read).toThrow(`is the record of "${claim.id}${end}"`)
  })

  it.each([
    ['no condition', [], 'states no condition'],
    ['a condition that is none', ['one = two'], 'write it as "name >= 1"'],
    ['a name that was not measured', ['nobody = 1'], 'needs "nobody", which'],
    [
      'the begin of a name that was measured',
      Object.entries(measured as Record<string, { value: unknown }>)
        .slice(0, 1)
        .map(([name, { value }]) => [name.slice(0, -1), value] as const)
        .map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
      'which',
    ],
  ])('fails a claim with %s', (_, record, why) => {
    const { verdict, problems } = verdictOf({ ...claim, record })
    expect(verdict).toBe('fails')
    expect(problems.join()).toContain(why)
  })
})

it('records: both folders are tried', () => {
  expect(perFolder).toHaveLength(2)
})

it('records: a changed file of a measured folder makes them stale', () => {
  const measuring = records.find(({ text }) =>
    Object.keys(JSON.parse(text).sources).some((name) => !name.includes('.')),
  )
  if (!measuring) return
  const { claim, text } = measuring
  const folder = Object.keys(JSON.parse(text).sources).find(
    (name) => !name.includes('.'),
  )
  const path = `go-reference/${folder}`
  const [name = ''] = real.list(path).filter((each) => each.endsWith('.go'))
  const now = { [`${path}/${name}`]: `${real.read(`${path}/${name}`)} ` }
  expect(verdictOf(claim, now).verdict).toBe('not-run')
})

it('a file is read again if its text is another one of the same length', () => {
  const read = cacheByFile((file, text) => file + text)
  expect(['x', 'x', 'y'].map((text) => read('a', text))).toEqual([
    ...['ax', 'ax', 'ay'],
  ])
  expect(read('b', 'y')).toBe('by')
})
