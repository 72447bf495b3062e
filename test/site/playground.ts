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

/** Waits until the trace runs on the edited port, which it does by itself. */
export const runEdited = (page: Page): Promise<void> =>
  page.locator('.result-side[aria-busy=false] .edited').waitFor()

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

/** Where the parts of the playground are on the page, and the page's height. */
export const places = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(() => {
    const parts =
      '.statement, .editor, .line-form, .share, .scene, .told, .steps, .port, h2'
    const all = [...document.querySelectorAll(parts)].map((part) => {
      const { left, top, width, height } = part.getBoundingClientRect()
      return [part.classList[0], left, top + scrollY, width, height]
    })
    return [...all, document.documentElement.scrollHeight]
  })

/** A part of a shift: what moved, unless it is gone, and where it was. */
interface Source {
  node?: Node | null
  previousRect: DOMRectReadOnly
}

/**
 * Records what the browser counts as shifts of the layout, from now on. The list
 * of completions lies over the page, and moves nothing when it is placed.
 */
export const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shifts: unknown[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources } = entry as unknown as { sources: Source[] }
        // On a busy machine, the list can be gone when its shift is told.
        const moved = sources.filter(({ node, previousRect }) => {
          const part = node instanceof Element ? node : node?.parentElement
          return part ? !part.closest('.cm-tooltip') : previousRect.width > 0
        })
        if (moved.length > 0) shifts.push(entry.toJSON())
      }
    }).observe({ type: 'layout-shift' })
  })

/** The shifts of the layout. */
export const shiftsOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, 'shifts'))

/** Holds the page's timers of so many milliseconds until they are ended. */
export async function holdTimers(page: Page, held: number) {
  await page.evaluate((held) => {
    const { setTimeout: start, clearTimeout: clear } = window
    const waiting = new Map<number, () => void>()
    Object.assign(window, {
      waiting,
      setTimeout(run: () => void, ms?: number, ...rest: unknown[]) {
        if (ms !== held) return start(run, ms, ...rest)
        const id = start(() => {}, 0)
        waiting.set(id, run)
        return id
      },
      clearTimeout(id?: number) {
        waiting.delete(id ?? 0)
        clear(id)
      },
    })
  }, held)
  return {
    count: () =>
      page.evaluate(
        () => (Reflect.get(window, 'waiting') as Map<number, unknown>).size,
      ),
    end: () =>
      page.evaluate(() => {
        const all = Reflect.get(window, 'waiting') as Map<number, () => void>
        for (const [id, run] of all) {
          all.delete(id)
          run()
        }
      }),
  }
}

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
