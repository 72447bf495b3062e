// A reader runs a trace on both engines, edits the port, and shares a link.
import { describe, expect, test } from 'vitest'
import { countingServer, tryingAll } from '../hostile-code.ts'
import {
  click,
  countOf,
  homes,
  look,
  open,
  press,
  textOf,
  type,
  until,
} from './reader.ts'

const good = '.summary li[data-good=true]'
const editor = '.trace-side .cm-content'

/** Opens the playground, and waits until nothing in it moves any more. */
async function play(home = ''): Promise<void> {
  await open(`${home}/playground`)
  await countOf('.steps tbody tr').not.toBe(0)
  await countOf('.scene-player').toBe(1)
}

/** The lines of the trace that the editor shows. */
const lines = () =>
  until(() =>
    [...document.querySelectorAll('.trace-side .cm-line')].map(
      (line) => line.textContent,
    ),
  )

/** Chooses an option, as its list of options would. */
const choose = (selector: string, value: string) =>
  look(
    (list, wanted) => {
      const select = document.querySelector<HTMLSelectElement>(list)
      if (select) select.value = wanted
      select?.dispatchEvent(new Event('change', { bubbles: true }))
    },
    selector,
    value,
  )

/** The number of claims that an edited port has this verdict on. */
const verdicts = (verdict: string) =>
  countOf(`.claims-run li[data-verdict=${verdict}]`)

describe.each(homes)('%s/playground', (home) => {
  test('a trace runs on the port and on the original', async () => {
    await play(home)
    await click('.original button')
    await countOf('.original[data-state=ready]').toBe(1)
    await countOf(good).toBe(2)
    await countOf('.summary li').toBe(2)
  })
})

test('what a reader types runs at once', async () => {
  await play()
  await click(editor)
  await press('Control+a')
  await type('init ana\nlist')
  await lines().toEqual(['init ana', 'list'])
  await countOf('.steps tbody tr').toBe(2)
})

test('an edited port runs, and breaks the claims that it should', async () => {
  await play()
  await click('.port > button')
  await countOf('.port .cm-content').toBe(1)
  await click('.port-tools button:last-child')
  await verdicts('holds').toBeGreaterThan(35)
  await verdicts('fails').toBe(0)
  await choose('.port select', 'SessionInit: pushFront')
  await click('.port-tools button:last-child')
  await verdicts('fails').toBeGreaterThan(0)
  await click('.port .cm-line')
  await press('Control+a')
  await type('throw new Error("mine")')
  await countOf('.edited').toBe(1)
  await textOf('.summary').toContain('mine')
})

test('edited code reaches no other server', async () => {
  const server = await countingServer()
  await play()
  await click('.port > button')
  await countOf('.port .cm-line').not.toBe(0)
  // Copied and pasted: to type so much takes long.
  await look(
    async (first) => {
      const port = await fetch('/playground/port-en.json')
      const { rows } = (await port.json()) as { rows: [string[], string[]][] }
      const code = rows.flatMap(([, lines]) => lines).join('\n')
      const field = document.body.appendChild(
        document.createElement('textarea'),
      )
      field.value = `${first}\n${code}`
      field.select()
    },
    `// @ts-nocheck\n${tryingAll(server.address)}`,
  )
  await press('Control+c')
  await click('.port .cm-line')
  await press('Control+a', 'Control+v', 'Control+Home')
  await textOf('.port .cm-line').toContain('@ts-nocheck')
  await click('.port-tools button:last-child')
  await verdicts('holds').toBeGreaterThan(35)
  // The server counts, so nothing has arrived by then.
  await fetch(`${server.address}/counted`)
  expect(server.arrived).toEqual(['/counted'])
  server.close()
})

test('a link carries the trace, and is copied', async () => {
  await play()
  await click(editor)
  await press('Control+a')
  await type('init ana')
  await lines().toEqual(['init ana'])
  await click('.share button')
  const made = () =>
    document.querySelector<HTMLInputElement>('.share input')?.value ?? ''
  await until(made).toContain('#')
  const link = await look(made)
  await look(() => {
    const field = document.createElement('textarea')
    field.id = 'pasted'
    document.body.append(field)
    field.focus()
  })
  await press('Control+v')
  await until(
    () => document.querySelector<HTMLTextAreaElement>('#pasted')?.value,
  ).toBe(link)
  await open(`/playground${new URL(link).hash}`)
  await lines().toEqual(['init ana'])
})
