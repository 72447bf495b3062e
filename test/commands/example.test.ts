/** Tests that the example command serves a page that counts visits. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { visit } from '../http.ts'
import { root, runProgram } from '../node.ts'

const requests: {
  method: string
  path: string
  status: number
  body: string
}[] = JSON.parse(
  readFileSync(`${root}go-reference/testdata/requests.json`, 'utf8'),
)
const program = 'src/cmd/example.ts'

let running: ChildProcess
let address = ''

beforeAll(async () => {
  running = spawn(
    process.execPath,
    ['src/cmd/run.mjs', program, '--port', '0'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (running.stdout === null) {
    throw new Error('want the output of the example')
  }
  const [line] = await once(createInterface(running.stdout), 'line')
  address = line
}, 30_000)

afterAll(async () => {
  running.kill()
  await once(running, 'exit')
})

it('example: prints the address that it serves, on this machine only', () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/$/)
})

it('example: counts the visits of one visitor by the cookie', async () => {
  const first = await visit(address)
  expect(first.body).toBe('visits: 1\n')
  const cookie = first.cookies.join().split(';')[0]
  expect(cookie).toMatch(/^gosessionid=/)
  expect((await visit(address, cookie)).body).toBe('visits: 2\n')
  expect((await visit(address)).body).toBe('visits: 1\n')
})

// Go's test of its example reads the same file.
it.each(requests)('example: answers $method $path as Go does', async (one) => {
  const url = new URL(one.path, address).href
  const found = await visit(url, undefined, one.method)
  expect(found).toMatchObject({ status: one.status, body: one.body })
  expect(found.cookies).toHaveLength(one.status === 200 ? 1 : 0)
})

it('example: reports a port in use, without a stack', async () => {
  const { port } = new URL(address)
  expect(await runProgram([program, '--port', port])).toMatchObject({
    code: 1,
    stderr:
      `example: listen EADDRINUSE: address already in use ` +
      `127.0.0.1:${port}; choose another port with --port\n`,
  })
})

it.each([
  [['--port', '70000'], '--port: want 0 to 65535, got "70000"'],
  [['--provider', 'disk'], '--provider: want memory or redis, got "disk"'],
])('example: refuses %j', async (flags, message) => {
  const end = await runProgram([program, ...flags])
  expect(end).toMatchObject({ code: 2, stdout: '' })
  expect(end.stderr).toContain(`example: ${message}\nusage: npm run example`)
})
