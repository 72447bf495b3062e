/** Tests where the port's numbers, threads and timers differ from Go's. */
import { type ESTree, parseSync, Visitor } from 'vite'
import { expect, it, vi } from 'vitest'
import { readEdited } from '../src/evidence/edits.ts'
import { pder } from '../src/providers/memory.ts'
import * as session from '../src/session.ts'
import { edits } from './edited.ts'
import { sids, useVirtualTime, wait } from './virtual-time.ts'

useVirtualTime()

const biggest = Number.MAX_SAFE_INTEGER
const day = 24 * 3600 // seconds

it('differs-int64: stamp + lifetime does not wrap', () => {
  pder.sessionInit('a')
  wait(1000 * day)
  pder.sessionGC(biggest)
  expect(sids()).toEqual(['a'])
  pder.sessionGC(-biggest)
  expect(sids()).toEqual([])
})

it.each([
  biggest + 1,
  -biggest - 1,
  2 ** 63,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
])('differs-int64: refuses a lifetime of %d', (lifetime) => {
  pder.sessionInit('a')
  wait(1000 * day)
  const refusal = new RangeError(
    `maxlifetime: want a safe integer of seconds, got ${lifetime}`,
  )
  expect(() => pder.sessionGC(lifetime)).toThrow(refusal)
  expect(() => session.newManager('memory', 'c', lifetime)).toThrow(refusal)
  expect(sids()).toEqual(['a'])
})

it.each<[string, unknown]>([
  ['a string', '3600'],
  ['a bigint', 3600n],
  ['null', null],
  ['undefined', undefined],
])(
  'differs-int64: refuses %s, as untyped code could pass it',
  (_, lifetime) => {
    expect(() => pder.sessionGC(lifetime as number)).toThrow(RangeError)
  },
)

it('differs-threads: no task runs between a check and its action', async () => {
  const tasks = Array.from({ length: 200 }, async (_, i) => {
    for (let turns = i % 7; turns > 0; turns--) {
      await Promise.resolve()
    }
    const found = pder.sessionRead('a')
    await Promise.resolve()
    found.set('visits', Number(found.get('visits')) + 1)
    return found
  })
  const handles = new Set(await Promise.all(tasks))
  expect(handles.size).toBe(1)
  expect(sids()).toEqual(['a'])
  expect(pder.sessionRead('a').get('visits')).toBe(200)
})

it.each(['providers/memory.ts', 'container/list.ts'])(
  'differs-mutex: no code in %s can wait, so it needs no lock',
  (file) => {
    expect(waitingIn(file)).toEqual([])
  },
)

it('differs-mutex: no operation returns a promise', () => {
  const found = pder.sessionInit('a')
  const results = [
    found,
    found.set('user', 'Ann'),
    found.get('user'),
    found.delete('user'),
    found.sessionID(),
    pder.sessionRead('a'),
    pder.sessionUpdate('a'),
    pder.sessionGC(10),
    pder.sessionDestroy('a'),
  ]
  for (const result of results) {
    expect(result).not.toBeInstanceOf(Promise)
  }
  expect(sids()).toEqual([])
})

it('differs-timer-limit: a wait of 30 days does not end early', () => {
  session.newManager('memory', 'c', 30 * day).gc()
  const pass = vi.spyOn(pder, 'sessionGC')
  for (const seconds of [0.001, 25 * day, 5 * day - 0.002]) {
    wait(seconds)
    expect(pass).not.toHaveBeenCalled()
  }
  wait(0.001)
  expect(pass).toHaveBeenCalledTimes(1)
  wait(30 * day)
  expect(pass).toHaveBeenCalledTimes(2)
  pass.mockRestore()
})

it('differs-timer-limit: the longest lifetime keeps waiting', () => {
  session.newManager('memory', 'c', biggest).gc()
  const pass = vi.spyOn(pder, 'sessionGC')
  wait(1000 * day)
  expect(pass).not.toHaveBeenCalled()
  pass.mockRestore()
})

/** The places in a file where other code could run in between. */
function waitingIn(file: string): string[] {
  const text = readEdited(file, edits)
  const found: string[] = []
  const add = ({ start, end }: ESTree.Span) =>
    found.push(text.slice(start, end))
  const look = (node: ESTree.Function | ESTree.ArrowFunctionExpression) => {
    if (node.async || node.generator) add(node)
  }
  new Visitor({
    AwaitExpression: add,
    YieldExpression: add,
    ArrowFunctionExpression: look,
    FunctionDeclaration: look,
    FunctionExpression: look,
    Identifier: (node) => {
      if (/^(Promise|setTimeout|then)$/.test(node.name)) add(node)
    },
  }).visit(parseSync(file, text).program)
  return found
}
