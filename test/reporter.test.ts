/** Tests that the report reaches the terminal and the exit code. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestModule } from 'vitest/node'
import { openProject } from '../src/project/project.ts'
import config from '../vitest.config.ts'
import { claims } from './claims.ts'
import { newFolder } from './folder.ts'
import { moduleOf, reported, type State } from './report/reported.ts'
import type { Meta } from './report/results.ts'

const { root } = openProject()

const id = 'differs-nil'
const some = { testNamePattern: new RegExp(`${id}:`) }
const every = { testNamePattern: /./ }
const title = `${id}: as a value [port, original]`

it('npm test has this reporter', () => {
  expect(config.test?.reporters).toContain('./test/reporter.ts')
})

it('npm test leaves out no test, and takes each as it comes', () => {
  const known = [
    ...['include', 'includeTaskLocation', 'globalSetup', 'setupFiles'],
    ...['isolate', 'execArgv', 'maxWorkers', 'testTimeout', 'hookTimeout'],
    'reporters',
  ]
  // Such as a pattern of names, or that a test which failed is tried again.
  const others = Object.keys(config.test ?? {}).filter(
    (name) => !known.includes(name),
  )
  expect(others).toEqual([])
})

describe('reporter', () => {
  let before: typeof process.exitCode
  beforeEach(() => {
    before = process.exitCode
    process.exitCode = undefined
  })
  afterEach(() => {
    process.exitCode = before
  })

  it('a run without most claims ends with an error, and counts them', () => {
    const { said, code } = reported([moduleOf({ [title]: 'passed' })], {})
    expect(code).toBe(1)
    expect(said.join('\n')).toContain(`${claims.length} claims: `)
    expect(said.join('\n')).toContain(`${claims.length - 1} not run`)
  })

  it.each<[string, number | undefined, State, unknown[]]>([
    ['holds', undefined, 'passed', []],
    ['fails', 1, 'failed', []],
    [
      'holds, and something else is thrown',
      1,
      'passed',
      [new Error('outside')],
    ],
  ])(
    'a claim that was asked for and %s: exit code %s',
    (_, wanted, state, errors) => {
      const all = moduleOf({ [title]: state, other: 'skipped' })
      const { said, code } = reported([all], { ...some, errors })
      expect(code).toBe(wanted)
      const text = said.join('\n')
      expect(text).toContain(id)
      expect(text.includes('wrong')).toBe(state === 'failed')
      expect(text.includes('outside')).toBe(errors.length > 0)
      // The failures stand before the number of tests, and the sums after it.
      const at = said.indexOf('the number of tests')
      expect(said.findIndex((line) => line.includes('wrong'))).toBeLessThan(at)
      expect(
        said.findIndex((line) => line.includes(' claims: ')),
      ).toBeGreaterThan(at)
    },
  )

  it.each([
    ['test/claims.json', '['],
    ['docs/en/claims.json', '{'],
  ])(
    'a %s that cannot be read is told, and ends with an error',
    (file, text) => {
      const project = openProject()
      const own = newFolder('reporter')
      for (const each of ['test/claims.json', 'docs/en/claims.json']) {
        mkdirSync(join(own, each, '..'), { recursive: true })
        writeFileSync(
          join(own, each),
          each === file ? text : project.read(each),
        )
      }
      const all = moduleOf({ [title]: 'passed' })
      const { said, code } = reported([all], { ...some, root: own })
      expect(code).toBe(1)
      expect(said.join('\n')).toContain(`${file}:1`)
    },
  )

  it('a failed test makes its claim fail, and a skipped one leaves it open', () => {
    const sums = (state: State) =>
      reported([moduleOf({ [title]: state })], every).said.find((line) =>
        line.includes(' claims: '),
      )
    expect(sums('passed')).toContain('1 holds on the port')
    expect(sums('failed')).toContain('on the port, 1 fails')
    expect(sums('skipped')).not.toMatch(/1 (holds|fails)/)
  })

  it.each(['file', 'suite'] as const)(
    'a %s that does not load is told, and ends with an error',
    (part) => {
      const all = moduleOf({ [title]: 'passed' }, { [part]: 'no such module' })
      const { said, code } = reported([all], some)
      expect(code).toBe(1)
      expect(said.join('\n')).toContain('no such module')
    },
  )

  it('what a test notes reaches the report', () => {
    const meta: Meta = { record: 'old.json', stale: true }
    const all = moduleOf({ [title]: 'skipped' }, { meta })
    const { said, code } = reported([all], some)
    expect(code).toBe(1)
    expect(said.join('\n')).toContain('old.json:1 (stale)')
  })

  it('the side that a test notes is the only one on which it failed', () => {
    const told = (meta: Meta) =>
      reported([moduleOf({ [title]: 'failed' }, { meta })], some).said.join('')
    expect(told({})).toContain('on the original, 1 fails')
    expect(told({ failedOn: ['port'] })).toContain('on the port, 1 fails')
    expect(told({ failedOn: ['port'] })).not.toContain('original, 1 fails')
  })

  it('a run that leaves out files of tests says so', () => {
    const { said, code } = reported([moduleOf({ [title]: 'passed' })], {})
    expect(code).toBe(1)
    const text = said.join('\n')
    expect(text).toMatch(/\.test\.ts:1: did not run, nor did \d+ more/)
    expect(text).toContain('0 hold on the port')
  })

  it('a run that leaves out one file of tests names it', () => {
    const files = readdirSync(`${root}test`)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `test/${name}`)
    // All of them would take seconds.
    const some = files.filter((_, index) => index % 12 === 0)
    const untold = some.filter((file) => {
      const ran = files.filter((each) => each !== file)
      const modules = ran.map((each) => {
        return { ...moduleOf({}), moduleId: root + each } as TestModule
      })
      const text = reported(modules, {}).said.join('\n')
      return !text.includes(`${file}:1: did not run, nor did 0 more`)
    })
    expect(untold).toEqual([])
  })

  it.each<[string, string, string[], boolean]>([
    ['asked for', 'a suite differs-nil', [], true],
    ['asked for with its file', '', ['test/a.test.ts'], true],
    ['asked for by a line', '', ['test/a.test.ts:7'], false],
    ['not asked for', 'another', [], false],
  ])(
    'a test that is skipped and was %s',
    (_, pattern, filenamePattern, asked) => {
      const all = moduleOf({ [title]: 'skipped', another: 'passed' })
      const { said, code } = reported([all], {
        ...{ testNamePattern: new RegExp(pattern), filenamePattern },
      })
      const told = said.join('\n').includes('remove the skip, todo or only')
      expect(told).toBe(asked)
      expect(code).toBe(told ? 1 : undefined)
    },
  )

  it.each(['port', 'original'] as const)(
    'nothing holds on the %s if something else ran as it',
    (side) => {
      const error = { name: 'IdentityError', side }
      const states = { [title]: 'passed', other: 'failed' } as const
      const { said, code } = reported([moduleOf(states, { error })], every)
      expect(code).toBe(1)
      const doubted = `0 hold on the ${side}, 1 without a verdict`
      expect(said.join('\n')).toContain(doubted)
    },
  )

  it('a failure names its places in this project, and no others', () => {
    const files = ['src/deep/a.ts', 'test/b.test.ts', 'node_modules/c/d.js']
    const stack = files
      .map((file) => `    at f (${root}${file}:7:1)`)
      .join('\n')
    const all = moduleOf({ [title]: 'failed' }, { error: { stack } })
    const text = reported([all], some).said.join('\n')
    const told = files.filter((file) => text.includes(`at ${file}:7`))
    expect(told).toEqual(files.slice(0, 2))
  })

  it('a test that failed, although on no side, has failed', () => {
    const all = moduleOf({ [title]: 'failed' }, { meta: { failedOn: [] } })
    const { said } = reported([all], some)
    expect(said.join('\n')).toContain('0 hold on the port, 1 fails')
  })

  it('a name that nothing has ends with an error', () => {
    const all = moduleOf({ [title]: 'skipped' })
    const { said, code } = reported([all], { testNamePattern: /no-such/ })
    expect(code).toBe(1)
    expect(said.join('\n')).toContain('found no claim')
  })
})
