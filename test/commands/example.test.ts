/** Tests that the example command serves a page that counts visits. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../http.ts'

const cwd = new URL('../..', import.meta.url)
const requests: {
  method: string
  path: string
  status: number
  body: string
}[] = JSON.parse(
  readFileSync(new URL('go-reference/testdata/requests.json', cwd), 'utf8'),
)
const command = ['src/cmd/run.mjs', 'src/cmd/example.ts']

describe('example', () => {
  let running: ChildProcess
  let address = ''

  beforeAll(async () => {
    running = spawn(process.execPath, [...command, '--port', '0'], {
      cwd,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
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
  it.each(requests)(
    'example: answers $method $path as Go does',
    async (one) => {
      const url = new URL(one.path, address).href
      const found = await visit(url, undefined, one.method)
      expect(found).toMatchObject({ status: one.status, body: one.body })
      expect(found.cookies).toHaveLength(one.status === 200 ? 1 : 0)
    },
  )

  it('example: reports a port in use, without a stack', async () => {
    const { port } = new URL(address)
    const second = promisify(execFile)(
      process.execPath,
      [...command, '--port', port],
      { cwd, timeout: 200_000 },
    )
    await expect(second).rejects.toMatchObject({
      code: 1,
      stderr:
        `example: listen EADDRINUSE: address already in use ` +
        `127.0.0.1:${port}; choose another port with --port\n`,
    })
  })

  it.each([
    [['--port', '70000'], '--port: want 0 to 65535, got "70000"'],
    [['--prot', '1'], "Unknown option '--prot'"],
  ])('example: refuses %j', async (flags, message) => {
    const run = promisify(execFile)(process.execPath, [...command, ...flags], {
      cwd,
      timeout: 200_000,
    })
    await expect(run).rejects.toMatchObject({
      code: 2,
      stderr: `example: ${message}\n`,
    })
  })
})
