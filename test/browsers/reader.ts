/** Opens the built site in the project's browser, and uses it as a reader. */
import { join } from 'node:path'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  inject,
} from 'vitest'
import { policyFor } from '../policy.ts'
import { type FileServer, serveFiles } from '../serve-files.ts'
import { browsers } from './browsers.ts'
import type { Driver } from './driver.ts'
import { chord, clickAt, typing } from './keys.ts'

let site: FileServer
let driver: Driver

beforeAll(async () => {
  const { name, address } = inject('browser')
  site = await serveFiles('.vitepress/dist', {
    headers: policyFor,
    also: { '/recorder.js': join(import.meta.dirname, 'recorder.js') },
    page: (html) =>
      html.replace('<head>', '<head><script src="/recorder.js"></script>'),
  })
  driver = (await browsers[name]?.connect(address)) as Driver
})

beforeEach(() => resize(1280, 800))
// What no test may cause, whatever else it looks at.
afterEach(async () => {
  expect(await look(() => globalThis.complaints)).toEqual([])
  expect(site.missing.splice(0)).toEqual([])
  await look(() => localStorage.clear())
})

afterAll(async () => {
  await driver?.close()
  site?.close()
})

declare global {
  var complaints: string[]
}

/** Runs a function in the page, with these arguments, and returns its value. */
export async function look<Args extends unknown[], Value>(
  code: (...args: Args) => Value,
  ...args: Args
): Promise<Awaited<Value>> {
  const call = `(${code})(...${JSON.stringify(args)})`
  return JSON.parse(
    await driver.run(`(async () => JSON.stringify(await ${call}) ?? 'null')()`),
  )
}

/** The address of each language. */
export const homes = ['', '/zh', '/ja', '/es']

/** No test fails only because the machine is busy. */
const patient = { timeout: 240_000, interval: 50 }

/** Looks at the page until the value is as expected. */
export const until = <Args extends unknown[], Value>(
  code: (...args: Args) => Value,
  ...args: Args
) => expect.poll(() => look(code, ...args), patient)

/** Opens a path of the site, and waits until the page answers to keys. */
export async function open(path: string): Promise<void> {
  // A new fragment alone would not load the page again.
  if (path.includes('#')) await driver.open('about:blank')
  await driver.open(site.address + path)
  await until(
    () => '__vue_app__' in (document.querySelector('#app') ?? {}),
  ).toBe(true)
}

/** The middle of the first visible element, if it is at rest and uncovered. */
async function place(
  selector: string,
): Promise<{ x: number; y: number } | null> {
  const found = [...document.querySelectorAll(selector)].find(
    (each) => each.getClientRects().length > 0,
  )
  found?.scrollIntoView({ block: 'center', behavior: 'instant' })
  const [box] = found?.getClientRects() ?? []
  if (!found || !box) return null
  const x = Math.floor(box.x + box.width / 2)
  const y = Math.floor(box.y + box.height / 2)
  for (let frame = 0; frame < 3; frame++)
    await new Promise(requestAnimationFrame)
  const [now] = found.getClientRects()
  const top = document.elementFromPoint(x, y)
  const uncovered = top && (found.contains(top) || top.contains(found))
  return uncovered && now?.x === box.x && now.y === box.y ? { x, y } : null
}

/** Clicks on the first visible element as soon as it is there. */
export async function click(selector: string): Promise<void> {
  let at: Awaited<ReturnType<typeof place>> = null
  await expect
    .poll(async () => (at = await look(place, selector)), patient)
    .not.toBeNull()
  if (at) await driver.perform(clickAt(at))
}

/** Presses keys one after the other; `Control+a` presses two together. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await driver.perform(chord(key))
}

/** Writes a text where the focus is. */
export const type = (text: string) => driver.perform(typing(text))

/** Gives the page this size, if the browser can. */
export const resize = (width: number, height: number) =>
  driver.resize(width, height)

/** The text of the first element, or undefined. */
export const textOf = (selector: string) =>
  until(
    (wanted) => document.querySelector(wanted)?.textContent?.trim(),
    selector,
  )

/** The number of visible elements. */
export const countOf = (selector: string) =>
  until(
    (wanted) =>
      [...document.querySelectorAll(wanted)].filter(
        (each) => each.getClientRects().length > 0,
      ).length,
    selector,
  )

/** Path, query and fragment of the page. */
export const addressNow = () =>
  until(() => location.pathname + location.search + location.hash)
