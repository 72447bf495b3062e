/**
 * Tests in the browser that the playground refuses what runs as the original and
 * is something else: a worker that runs the port, or another program.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { builtFrom, programFile } from '../../src/evidence/original.ts'
import { openProject } from '../../src/project/project.ts'
import { formatSums } from '../../src/trace/identity.ts'
import { splitSeal } from '../../src/trace/seal.ts'
import { instructions, program } from '../wasi-program.ts'
import { eventually, loadOriginal, play, shownRows } from './playground.ts'

const project = openProject()
const bytes = Uint8Array.from(readFileSync(programFile))
const sums = formatSums({ sums: builtFrom(project) })

/** A worker that gives what is asked of the original to the port. */
const portAsOriginal = (built: string) => `
  const real = new Worker(location.href + '?real', { type: 'module' })
  addEventListener('message', ({ data: { ask, channel } }) => {
    const between = new MessageChannel()
    between.port1.onmessage = ({ data }) =>
      channel.postMessage(
        ask.on === 'original' && data.kind === 'ready'
          ? { ...data, built: ${built} } : data)
    const { traces, provider, on } = ask
    const lie = on === 'original' ? { traces, provider, on: 'port' } : ask
    real.postMessage({ ask: lie, channel: between.port2 }, [between.port2])
  })`

/** The program with a seal that fits it. */
function sealed(body: Uint8Array): Uint8Array {
  const sum = createHash('sha256').update(body).digest('hex')
  const mark = [0, 69, 4, ...Buffer.from(`seal${sum}`)]
  return Uint8Array.from([...body, ...mark])
}

const { body } = splitSeal(bytes) ?? { body: bytes }
const { read, sources, reply } = instructions

/** What is served in the place of which files. */
const lies: Record<string, [RegExp, string | Uint8Array]> = {
  'a worker that runs the port': [/\/worker-/, portAsOriginal('undefined')],
  'a worker that runs the port and says the right sums': [
    /\/worker-/,
    portAsOriginal(JSON.stringify(sums)),
  ],
  'a program with one changed byte': [
    /trace\.[^/]*wasm/,
    bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1),
  ],
  'half a program': [/trace\.[^/]*wasm/, bytes.subarray(0, bytes.length >> 1)],
  'another program with a seal that fits': [
    /trace\.[^/]*wasm/,
    sealed(program(read, sources, read, reply, read, reply)),
  ],
}

const answered = (file: string | Uint8Array) => (route: Route) =>
  route.request().url().endsWith('?real')
    ? route.continue()
    : route.fulfill({
        contentType:
          typeof file === 'string' ? 'text/javascript' : 'application/wasm',
        body: typeof file === 'string' ? file : Buffer.from(file),
      })

/** What a reader sees of the original. */
const seen = async (page: Page) => ({
  state: await page.locator('.original').getAttribute('data-state'),
  told: await page.locator('.original [role=status]').innerText(),
  rows: await shownRows(page),
})

test('the real program is not refused', () =>
  play(async (page) => {
    await loadOriginal(page)
    // That the expectations are met, and that both sides have the same states.
    const good = page.locator('.summary [data-good=true]')
    await eventually(() => good.count()).toBe(2)
    expect((await seen(page)).state).toBe('ready')
  }))

test('its seal is that which this test writes', () => {
  expect(sealed(body)).toEqual(bytes)
})

test.each(Object.entries(lies))('%s is refused', (_, [files, file]) =>
  play(async (page) => {
    const before = await shownRows(page)
    await page.route(files, answered(file))
    await page.locator('.original button').click()
    await page.locator('.original[data-state=impostor]').waitFor()
    const { told, rows } = await seen(page)
    expect(told).not.toBe('')
    expect(rows).toEqual(before)
    expect(await page.locator('.summary [data-good=true]').count()).toBe(1)
  }),
)
