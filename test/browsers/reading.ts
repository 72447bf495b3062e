// A reader plays a scene, opens a claim, searches, and changes how pages look.
import { describe, expect, test } from 'vitest'
import {
  addressNow,
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

const claim = 'fresh-shields-expired'

/** What the focused element is, by a short description. */
const focus = () =>
  until(() => {
    const { activeElement } = document
    return activeElement?.id || activeElement?.className
  })

describe.each(homes)('%s/session-storage', (home) => {
  const chapter = `${home}/session-storage`

  test('a scene plays by buttons and by keys, and the address names the step', async () => {
    await open(`${chapter}?scene=${claim}&step=3`)
    await countOf('.workbench .scene-player').toBe(1)
    const step = (n: number | string) =>
      addressNow().toBe(`${chapter}?scene=${claim}&step=${n}`)
    await step(3)
    await click('.workbench .scene-controls button:nth-of-type(3)')
    await step(4)
    await press('ArrowRight', 'ArrowRight')
    await step('8.1')
    await press('ArrowLeft')
    await step(5)
    await textOf('.workbench .scene-number').toContain('5')
    await click('.workbench .scene-controls button:nth-of-type(4)')
    await step(16)
  })

  test('a claim opens by a click, closes by Escape, and opens by Enter', async () => {
    await open(chapter)
    await click(`#claim-${claim}`)
    await textOf('section.claim-panel h2').toBe(claim)
    await countOf('section.claim-panel [data-side]').toBe(2)
    await press('Escape')
    await countOf('.claim-panel').toBe(0)
    await focus().toBe(`claim-${claim}`)
    await press('Enter')
    await textOf('section.claim-panel h2').toBe(claim)
    await click('section.claim-panel > button')
    await countOf('.claim-panel').toBe(0)
    await addressNow().toBe(chapter)
  })

  test('the search finds a name in the code and goes there', async () => {
    await open(`${home}/traces`)
    await press('/')
    await countOf('dialog.search input').toBe(1)
    await type('checkLifetime')
    await countOf('#found a').not.toBe(0)
    const to = await look(
      () => document.querySelector<HTMLAnchorElement>('#found a + a')?.hash,
    )
    expect(to).toMatch(/^#./)
    await press('ArrowDown', 'Enter')
    await countOf('dialog').toBe(0)
    await until(() => location.hash).toBe(to)
    await countOf(`${to}`).toBe(1)
  })
})

test('the code of a row is told by keys', async () => {
  await open('/session-storage')
  await until(() => {
    const rows = '[id="chunk-SessionStore.Set"] tbody > tr'
    const row = document.querySelectorAll<HTMLElement>(rows)[1]
    row?.focus()
    return document.activeElement === row
  }).toBe(true)
  await press('Enter')
  await focus().toMatch(/\bname\b/)
  const word = () => until(() => document.activeElement?.textContent)
  await word().toBe('st')
  await press('ArrowRight')
  await word().toBe('*')
  await press('ArrowRight')
  await word().toBe('SessionStore')
  await textOf('#name-popup').toContain('type SessionStore')
  await press('Escape')
  await countOf('#name-popup').toBe(0)
})

test('Tab reaches every control above the text, in the order of the page', async () => {
  await open('/')
  const wanted = await look(() =>
    [
      ...document.querySelectorAll(
        '.skip, header :is(a, button, summary, input:checked)',
      ),
    ]
      .filter((each) => each.checkVisibility())
      .map((each) => each.textContent?.trim() || each.ariaLabel),
  )
  expect(wanted.length).toBeGreaterThan(6)
  const reached = []
  for (const _ of wanted) {
    await press('Tab')
    reached.push(
      await look(() => {
        const { activeElement } = document
        return activeElement?.textContent?.trim() || activeElement?.ariaLabel
      }),
    )
  }
  expect(reached).toEqual(wanted)
})

test('a menu opens by a key, Tab enters it, and Escape closes it', async () => {
  await open('/traces')
  const menu = '.page-groups .menu'
  await look(
    (menu) => document.querySelector<HTMLElement>(`${menu} summary`)?.focus(),
    menu,
  )
  await press('Enter')
  await countOf(`${menu}[open]`).toBe(1)
  await press('Tab')
  await until(() => document.activeElement?.getAttribute('href')).toBe(
    '/session-storage',
  )
  await press('Escape')
  await countOf(`${menu}[open]`).toBe(0)
})

test('the language changes in place, and the title with it', async () => {
  await open('/traces')
  const titles = new Set<unknown>()
  for (const tag of ['ja', 'es', 'zh-Hans', 'en']) {
    await click('.language-menu summary')
    await click(`.language-menu a[hreflang="${tag}"]`)
    await until(() => document.documentElement.lang).toBe(tag)
    titles.add(await look(() => document.querySelector('h1')?.textContent))
  }
  await addressNow().toBe('/traces')
  expect(titles.size).toBe(4)
})

test('the theme and the choice of code stay after a reload', async () => {
  await open('/session-storage')
  const dark = () =>
    until(() => document.documentElement.classList.contains('dark'))
  await dark().toBe(false)
  await click('.tools > .theme-switch')
  await dark().toBe(true)
  await click('.code-choice [data-code=go]')
  await until(() => document.documentElement.dataset.code).toBe('go')
  await open('/session-storage')
  await dark().toBe(true)
  await until(() => document.documentElement.dataset.code).toBe('go')
})

test('a filter follows every key, and the address follows in time', async () => {
  await open('/claims')
  // More changes than WebKit lets a page write within ten seconds.
  const last = await look(async () => {
    const filter = '.ledger-filter input'
    const field = document.querySelector<HTMLInputElement>(filter)
    const words = Array.from({ length: 150 }, (_, i) => `word${i}`)
    for (const word of words) {
      if (field) field.value = word
      field?.dispatchEvent(new Event('input'))
      await new Promise((next) => setTimeout(next))
    }
    return words.at(-1)
  })
  await countOf('.ledger > .entry').toBe(0)
  await addressNow().toBe(`/claims?q=${last}`)
  await click('.page-groups .menu:last-child summary')
  await click('.page-groups a[href$="/traces"]')
  await addressNow().toBe('/traces')
})
