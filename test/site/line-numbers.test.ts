/** Tests the numbers beside the lines of code, which the browser counts. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linesOf, openProject } from '../../src/project/project.ts'
import { chapter, read } from './reader.ts'

const project = openProject()

/** The files of the listing and of the port that a page shows, by its path. */
const files = {
  [chapter]: {
    go: 'go-reference/providers/memory/memory.go',
    ts: 'src/providers/memory.ts',
  },
  '/repaired': {
    go: 'go-reference/providers/repaired/repaired.go',
    ts: 'src/providers/repaired.ts',
  },
}

/** The lines of a file that the page shows: number as drawn, and text. */
async function numbered(page: Page, file: string, side: string) {
  const lines = page.locator(
    `.chunk:has(th[data-file="${file}"]) td.${side} .line:visible`,
  )
  await lines.evaluateAll((all, side) => {
    for (const [i, each] of all.entries()) each.id = `${side}-${i}`
  }, side)
  const texts = await lines.allTextContents()
  const session = await page.context().newCDPSession(page)
  const { documents, strings } = await session.send(
    'DOMSnapshot.captureSnapshot',
    { computedStyles: [] },
  )
  const [{ nodes, layout }] = documents as [(typeof documents)[0]]
  const text = (at: number | undefined) => strings[at ?? -1] ?? ''
  const idOf = (node: number) => {
    const given = nodes.attributes?.[node] ?? []
    const at = given.findIndex((name, i) => i % 2 === 0 && text(name) === 'id')
    return at < 0 ? '' : text(given[at + 1])
  }
  const numbers = new Map<string, string>()
  const pseudo = new Set(nodes.pseudoType?.index)
  for (const [i, node] of layout.nodeIndex.entries()) {
    const shown = text(layout.text[i])
    const line = idOf(nodes.parentIndex?.[node] ?? -1)
    if (pseudo.has(node) && shown) numbers.set(line, shown)
  }
  return texts.map(
    (each, i) => [Number(numbers.get(`${side}-${i}`)), each] as const,
  )
}

const looks = [
  { code: 'both', width: 1440, media: ['screen', 'print'], hidden: '' },
  { code: 'go', width: 1000, media: ['screen'], hidden: 'ts' },
  { code: 'typescript', width: 1000, media: ['screen'], hidden: 'go' },
] as const

for (const [path, sides] of Object.entries(files)) {
  test.each(looks)(
    `${path}?code=$code: the numbers are those of the file`,
    ({ code, width, media, hidden }) =>
      read(
        `${path}?code=${code}`,
        { viewport: { width, height: 900 } },
        async (page) => {
          await page.waitForFunction(
            () => document.documentElement.dataset.drawn !== undefined,
          )
          for (const medium of media) {
            await page.emulateMedia({ media: medium })
            for (const [side, file] of Object.entries(sides)) {
              const shown = await numbered(page, file, side)
              const written = linesOf(project.read(file))
              expect(shown).toEqual(
                shown.map(([number]) => [number, written[number - 1]]),
              )
              if (side === hidden) expect(shown).toEqual([])
              else expect(shown.length).toBeGreaterThan(80)
            }
          }
        },
      ),
  )
}
