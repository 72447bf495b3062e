/** Uses the playground of the built site as a reader does. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { rowsOf } from '../../.vitepress/playground/page/rows.ts'
import { readClaims, tracesOf } from '../../src/evidence/claims.ts'
import { openProject } from '../../src/project/project.ts'
import type { Step } from '../../src/trace/engine.ts'
import { traceOf } from '../claims.ts'
import { address, read, requestsOf } from './reader.ts'

/** The claims that have a trace. */
export const traced = tracesOf(readClaims(openProject())).map((id) => ({
  id,
  trace: traceOf(id),
}))

/** No test fails only because the machine is busy. */
const patient = { timeout: 240_000, interval: 20 }

/** Looks until a value is as expected. */
export const eventually = <Value>(look: () => Value, message?: string) =>
  expect.poll(look, { ...patient, message })

/** Opens the playground, with both parts and their editors. */
export function play<T>(
  look: (page: Page) => Promise<T>,
  options: BrowserContextOptions & { path?: string } = {},
): Promise<T> {
  const { path = '/playground', ...rest } = options
  return read(path, rest, async (page) => {
    await page.locator('.steps').waitFor()
    return look(page)
  })
}

/** Loads the original. */
export async function loadOriginal(page: Page): Promise<void> {
  await page.locator('.original button').click()
  await page.locator('.original[data-state=ready]').waitFor()
}

/** Opens the editor of the port. */
export async function openPort(page: Page): Promise<void> {
  await page.locator('.port > button').click()
  await page.locator('.port .code .cm-content').waitFor()
}

/** The text of the port as the editor shows it first, in English. */
export async function portCode(): Promise<string> {
  const answer = await fetch(`${address}/playground/port-en.json`)
  const { rows } = (await answer.json()) as { rows: [string[], string[]][] }
  return rows.flatMap(([, ts]) => ts).join('\n')
}

/** Runs the trace on the edited port. */
export async function runEdited(page: Page): Promise<void> {
  await page.locator('.port-tools button').first().click()
  await page.locator('.edited').waitFor()
}

/** Replaces the whole text of an editor, by pasting. */
export async function paste(editor: Locator, text: string): Promise<void> {
  await editor.focus()
  await editor.press('Control+a')
  await editor.evaluate((target, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const how = { clipboardData, bubbles: true, cancelable: true }
    target.dispatchEvent(new ClipboardEvent('paste', how))
  }, text)
}

/** The editor of the trace. */
export const traceEditor = (page: Page) =>
  page.locator('.trace-side .cm-content')

/** The editor of the port. */
export const codeEditor = (page: Page) => page.locator('.port .cm-content')

/** The lines of the trace that its editor shows. */
export const traceText = (page: Page) =>
  traceEditor(page)
    .locator('.cm-line')
    .allTextContents()
    .then((lines) => lines.join('\n').trimEnd())

/** What the table of steps shows: line and states of each operation. */
export const shownRows = (page: Page): Promise<string[][]> =>
  page.locator('.steps tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const [line, , state] = [...row.children]
      const parts = [...(state?.children ?? [])]
      return [line, ...parts].map((each) => each?.textContent ?? '')
    }),
  )

/** What the table must show for these steps. */
export const rowsFor = (port: readonly Step[], original: readonly Step[]) =>
  rowsOf(port, original).map(({ line, states }) => [
    `${line}`,
    ...states.flatMap(({ parts }) => parts),
  ])

/** Runs all claims on the edited port; their verdicts by id. */
export async function runAll(page: Page): Promise<Record<string, string>> {
  await page.locator('.port-tools button').last().click()
  const items = page.locator('.claims-run li')
  await items.first().waitFor()
  return Object.fromEntries(
    await items.evaluateAll((all) =>
      all.map((item): [string, string] => [
        item.querySelector('code')?.textContent ?? '',
        (item as HTMLElement).dataset.verdict ?? '',
      ]),
    ),
  )
}

/** The texts in the colour of errors, beside the scene and the editors. */
export const redTexts = (page: Page): Promise<string[]> =>
  page.locator(':is(.summary, .claims-run, .steps) *').evaluateAll((all) => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = 'var(--bad)'
    const { color } = getComputedStyle(probe)
    probe.remove()
    const red = all.filter((each) => getComputedStyle(each).color === color)
    const outer = red.filter(
      (each) => !red.some((one) => one !== each && one.contains(each)),
    )
    return outer.map((each) => each.textContent ?? '')
  })

/** Opens a link in a page that already shows the playground. */
export const openFragment = (page: Page, fragment: string) =>
  page.evaluate((hash) => {
    history.replaceState(history.state, '', location.pathname)
    location.hash = hash
  }, fragment)

/** The requests of a page that leave the site, from now on. */
export function foreignRequests(page: Page): () => string[] {
  const asked = requestsOf(page)
  return () =>
    asked.filter(
      (url) => !url.startsWith(address) && !/^(blob|data):/.test(url),
    )
}
