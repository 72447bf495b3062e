/** Drives the system's Firefox with WebDriver BiDi, which is a WebSocket. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Driver } from './driver.ts'
import { startProgram } from './program.ts'

interface Answer {
  readonly id?: number
  readonly type: 'success' | 'error' | 'event'
  readonly message?: string
  readonly result?: Record<string, unknown>
}

type Send = (
  method: string,
  params?: object,
) => Promise<Record<string, unknown>>

export const firefox: Browser = {
  async start() {
    const profile = mkdtempSync(join(tmpdir(), 'firefox-'))
    const { said, stop } = await startProgram(
      process.env.FIREFOX || 'firefox-esr',
      [
        '--headless',
        '--remote-debugging-port=0',
        '--profile',
        profile,
        'about:blank',
      ],
      (printed) => /BiDi listening on (ws:\S+)/.exec(printed)?.[1],
    )
    return {
      address: said,
      async stop() {
        await stop()
        rmSync(profile, { recursive: true, force: true })
      },
    }
  },

  async connect(address) {
    const { send, close } = await openSocket(`${address}/session`)
    await send('session.new', { capabilities: {} })
    // The focus is in a new tab; in the first one, it is in the address bar.
    const { context } = await send('browsingContext.create', { type: 'tab' })
    return driverOf(context as string, send, close)
  },
}

/** Opens the socket on which commands are sent and answered. */
async function openSocket(
  address: string,
): Promise<{ send: Send; close(): void }> {
  const socket = new WebSocket(address)
  await new Promise((done, failed) => {
    socket.onopen = done
    socket.onerror = () => failed(new Error(`Firefox refuses ${address}`))
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.onmessage = ({ data }) => {
    const answer: Answer = JSON.parse(data)
    waiting.get(answer.id ?? -1)?.(answer)
    waiting.delete(answer.id ?? -1)
  }
  let last = 0
  const send: Send = async (method, params = {}) => {
    const id = ++last
    const answered = new Promise<Answer>((done) => waiting.set(id, done))
    socket.send(JSON.stringify({ id, method, params }))
    const { type, message, result } = await answered
    if (type === 'error') throw new Error(`${method}: ${message}`)
    return result ?? {}
  }
  return { send, close: () => socket.close() }
}

function driverOf(context: string, send: Send, hangUp: () => void): Driver {
  return {
    async open(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    async run(expression) {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      })
      const thrown = exceptionDetails as { text: string } | undefined
      if (thrown) throw new Error(thrown.text)
      return (result as { value: string }).value
    },
    async perform(actions) {
      await send('input.performActions', { context, actions })
    },
    async resize(width, height) {
      const viewport = { width, height }
      await send('browsingContext.setViewport', { context, viewport })
    },
    async picture() {
      const { data } = await send('browsingContext.captureScreenshot', {
        context,
      })
      return Buffer.from(data as string, 'base64')
    },
    async close() {
      await send('session.end')
      hangUp()
    },
  }
}
