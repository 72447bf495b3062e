/** Tests that two processes of the example share a visitor's count in Redis. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { visit } from '../http.ts'
import { root, runProgram } from '../node.ts'
import { type Server, startRedis } from './server.ts'

const program = 'src/cmd/example.ts'

let redis: Server
const running: ChildProcess[] = []
const addresses: string[] = []

beforeAll(async () => {
  redis = await startRedis()
  const flags = ['--port', '0', '--provider', 'redis', '--redis', redis.url]
  for (let i = 0; i < 2; i++) {
    const args = ['src/cmd/run.mjs', program, ...flags]
    const example = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.push(example)
    const [line] = await once(createInterface(example.stdout), 'line')
    addresses.push(line)
  }
})
afterAll(async () => {
  for (const example of running) {
    example.kill()
    await once(example, 'exit')
  }
  await redis.end()
})

it('example: two processes share a visitor, and know each new one', async () => {
  const [one = '', other = ''] = addresses
  expect(one).not.toBe(other)
  const first = await visit(one)
  expect(first.body).toBe('visits: 1\n')
  const cookie = first.cookies.join().split(';')[0]
  const bodies: string[] = []
  for (const address of [other, one, other]) {
    bodies.push((await visit(address, cookie)).body)
  }
  expect(bodies).toEqual(['visits: 2\n', 'visits: 3\n', 'visits: 4\n'])
  expect((await visit(other)).body).toBe('visits: 1\n')
})

it('example: an id that Redis does not know gets a new one', async () => {
  const { body, cookies } = await visit(addresses[0] ?? '', 'gosessionid=mine')
  expect(body).toBe('visits: 1\n')
  expect(cookies.join()).not.toContain('gosessionid=mine')
})

it('example: without Redis it answers 500, and starts with advice', async () => {
  await redis.kill()
  const address = addresses[0] ?? ''
  expect(await visit(address)).toMatchObject({
    status: 500,
    body: 'Internal Server Error\n',
    cookies: [],
  })
  const flags = ['--provider', 'redis', '--redis', redis.url]
  const { code, stderr } = await runProgram([program, '--port', '0', ...flags])
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /^example: session: connect: Redis at 127\.0\.0\.1:\d+: .*; start it, or name another with --redis\n$/,
  )
})
