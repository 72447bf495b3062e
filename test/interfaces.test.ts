/** Tests that the compiler checks the port against the interfaces of 6.2. */
import { expect, it } from 'vitest'
import { portFile } from '../src/evidence/edit.ts'
import { readEdited } from '../src/evidence/edits.ts'
import { pder } from '../src/providers/memory.ts'
import * as plain from '../src/providers/plain.ts'
import { compile } from './compile.ts'
import { edits } from './edited.ts'

const port = readEdited(portFile, edits)

/** The port with one piece replaced. */
function edit(from: string, to: string): string {
  if (port.split(from).length !== 2) {
    throw new Error(`want ${JSON.stringify(from)} once in memory.ts`)
  }
  return port.replace(from, to)
}

const methods = {
  SessionStore: ['set', 'get', 'delete', 'sessionID'],
  Provider: ['sessionInit', 'sessionRead', 'sessionDestroy', 'sessionGC'],
}
const missing = Object.entries(methods).flatMap(([name, all]) =>
  all.map((method) => [name, method] as const),
)

const imports = `
  import type * as manager from '../src/manager/manager.ts'
  import type * as memory from '../src/providers/memory.ts'
  import type * as session from '../src/session.ts'
  import type * as waiting from '../src/session-async.ts'
`
// One program for all files, because making it takes longer than any check.
const diagnostics = compile<string>({
  'src/providers/unedited.ts': port,
  ...Object.fromEntries(
    missing.map(([, method]) => [
      `src/providers/without-${method}.ts`,
      edit(`\n  ${method}(`, `\n  other(`),
    ]),
  ),
  'src/providers/wrong-sid.ts': edit(
    'sessionID(): string {\n    return this.sid',
    'sessionID(): number {\n    return 1',
  ),
  'src/providers/wrong-key.ts': edit('get(key: unknown)', 'get(key: Date)'),
  'src/providers/wrong-destroy.ts': edit(
    'sessionDestroy(sid: string): void {',
    'sessionDestroy(sid: number): void {',
  ),
  'test/through-interface.ts': `${imports}
    export const f = (p: session.Provider) => p.sessionUpdate('a')`,
  'test/through-class.ts': `${imports}
    export const f = (p: memory.Provider) => p.sessionUpdate('a')
    export const g = (p: memory.Provider): session.Provider => p`,
  'test/waiting-as-provider.ts': `${imports}
    export const f = (p: waiting.Provider): session.Provider => p`,
  'test/waiting-methods.ts': `${imports}
    type Answers<T> = { [K in keyof T]: T[K] extends
      (...all: never[]) => Promise<unknown> ? never : K }[keyof T]
    export const all: [
      Answers<waiting.Provider>,
      Answers<waiting.Regenerator>,
      Answers<manager.Manager<waiting.Session>>,
      Answers<waiting.Session>,
    ] extends [never, never, never, 'sessionID'] ? true : false = true`,
})

it('differs-async: every method that asks the store returns a promise', () => {
  expect(diagnostics['test/waiting-methods.ts']).toEqual([])
})

it('differs-async: a store that returns promises is no provider of the port', () => {
  const found = diagnostics['test/waiting-as-provider.ts']?.join()
  expect(found).toMatch(/TS2322: .*Promise<Session>/s)
})

it('implements-interfaces: the compiler accepts the port', () => {
  expect(diagnostics['src/providers/unedited.ts']).toEqual([])
})

it.each(missing)(
  'implements-interfaces: the compiler refuses %s without %s',
  (_, method) => {
    const found = diagnostics[`src/providers/without-${method}.ts`]?.join()
    expect(found).toMatch(/TS2420: Class .* incorrectly implements/)
    expect(found).toContain(`Property '${method}' is missing in type`)
  },
)

it.each([
  ['a sid that is no string', 'wrong-sid', 'SessionStore', 'sessionID'],
  ['keys of one type only', 'wrong-key', 'SessionStore', 'get'],
  ['sids that are numbers', 'wrong-destroy', 'Provider', 'sessionDestroy'],
] as const)(
  'implements-interfaces: the compiler refuses %s',
  (_, file, name, method) => {
    const found = diagnostics[`src/providers/${file}.ts`]?.join()
    expect(found).toContain(`TS2416: Property '${method}' in type '${name}'`)
  },
)

it('update-outside-interface: the interface Provider has no sessionUpdate', () => {
  expect(diagnostics['test/through-interface.ts']).toEqual([
    "TS2339: Property 'sessionUpdate' does not exist on type 'Provider'.",
  ])
  expect(diagnostics['test/through-class.ts']).toEqual([])
})

it('update-outside-interface: one store has sessionUpdate, the other has not', () => {
  expect('sessionUpdate' in pder).toBe(true)
  expect('sessionUpdate' in new plain.Provider()).toBe(false)
})
