/**
 * Drives WebKitGTK's MiniBrowser with classic WebDriver, which is HTTP. It
 * always opens a window, so it gets a display of its own.
 */
import { freePort } from '../../src/bench/load/redis-server.ts'
import type { Browser, Driver } from './driver.ts'
import { startProgram } from './program.ts'

type Call = (method: string, path: string, body?: object) => Promise<unknown>

export const webkit: Browser = {
  async start() {
    const display = await startProgram(
      'Xvfb',
      ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
      (printed) => /^\d+(?=\n)/m.exec(printed)?.[0],
    )
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const driver = await startProgram(
      'WebKitWebDriver',
      [`--port=${port}`],
      () =>
        fetch(`${address}/status`).then(
          () => address,
          () => undefined,
        ),
      { DISPLAY: `:${display.said}` },
    )
    return {
      address,
      async stop() {
        await driver.stop()
        await display.stop()
      },
    }
  },

  async connect(address) {
    const made = await caller(address)('POST', '/session', { capabilities: {} })
    const { sessionId } = made as { sessionId: string }
    return driverOf(caller(`${address}/session/${sessionId}`))
  },
}

/** A function that sends commands below an address. */
const caller =
  (address: string): Call =>
  async (method, path, body) => {
    const response = await fetch(address + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (response.ok) return value
    const { error, message } = value as { error: string; message: string }
    throw new Error(`${path}: ${error}: ${message}`)
  }

/** Runs an expression and hands back its string or what it throws. */
const waitFor = (script: string) =>
  `const done = arguments[0];
  (${script}).then((text) => done([text]), (error) => done([null, String(error)]))`

function driverOf(call: Call): Driver {
  return {
    async open(url) {
      await call('POST', '/url', { url })
    },
    async run(expression) {
      const script = waitFor(expression)
      const ran = await call('POST', '/execute/async', { script, args: [] })
      const [text, thrown] = ran as [string, string?]
      if (thrown !== undefined) throw new Error(thrown)
      return text
    },
    async perform(actions) {
      await call('POST', '/actions', { actions })
    },
    async resize(width, height) {
      const frame = await call('POST', '/execute/sync', {
        script: 'return [outerWidth - innerWidth, outerHeight - innerHeight]',
        args: [],
      })
      const [across, down] = frame as [number, number]
      const rect = { width: width + across, height: height + down }
      await call('POST', '/window/rect', rect)
    },
    async picture() {
      return Buffer.from((await call('GET', '/screenshot')) as string, 'base64')
    },
    async close() {
      await call('DELETE', '')
    },
  }
}
