/** Tests the page of the repaired store, its scenes, and the playground on it. */
import { describe, expect, test } from 'vitest'
import { captionOf } from '../../.vitepress/scenes/caption.ts'
import { wordsIn } from '../../.vitepress/scenes/say.ts'
import { sceneOf } from '../../.vitepress/scenes/scene.ts'
import { stageAfter, stagesOf } from '../../.vitepress/scenes/stages.ts'
import { plain, said } from '../../.vitepress/scenes/words.ts'
import { readPrograms } from '../../.vitepress/weave/programs.ts'
import {
  readTable,
  runsOnRepaired,
} from '../../src/evidence/repaired-claims.ts'
import { repairs } from '../../src/evidence/repairs.ts'
import { writeFragment } from '../../src/playground/link.ts'
import { openProject } from '../../src/project/project.ts'
import { eventually, loadOriginal, play, traced } from './playground.ts'
import { address, chapter, chunk, homes, overflowOf, read } from './reader.ts'
import { languageOf } from './site.ts'

const project = openProject()
const page = '/repaired'
const phone = { viewport: { width: 390, height: 844 } }
const shielding = 'fresh-shields-expired'
const orphan = 'orphan-evicts-live'
const fragment = await writeFragment({
  trace: 'init ana\ninit bo\nlist => bo ana',
  store: 'repaired',
})

describe.each(homes)('%s/repaired', (home) => {
  test('shows code, repairs and tables without JavaScript', () =>
    read(`${home}${page}`, { javaScriptEnabled: false }, async (here) => {
      const shown = readPrograms(project).filter(
        (p) => p.page === `${page.slice(1)}.md`,
      )
      const names = shown.flatMap((p) => p.pairs)
      expect(await here.locator('.chunk').count()).toBe(names.length)
      for (const { name } of repairs) {
        expect(await here.locator(`#${name}`).count(), name).toBe(1)
      }
      const changes = here.locator('.repairs details')
      const opened = await changes.evaluateAll((all) =>
        all.filter((each) => (each as HTMLDetailsElement).open),
      )
      expect(opened).toEqual([])
      await changes.first().locator('summary').click()
      const figures = changes.first().locator('figure.diff')
      expect(await figures.locator('ins').first().isVisible()).toBe(true)
      const { size } = readTable(project)
      expect(await here.locator('.traces tbody tr').count()).toBe(size)
      const scenes = here.locator('.scene .scene-store:visible')
      expect(await scenes.count()).toBe(2)
    }))
})

describe('the page of the repaired store', () => {
  test('a scene steps through the repaired code, and a link opens it', () =>
    read(`${page}?scene=${shielding}@repaired&step=8`, {}, async (here) => {
      const player = here.locator('.workbench .scene-player')
      await player.waitFor()
      const told = await player.locator('.scene-caption').textContent()
      expect(told).toContain('SessionGC looked at 4 sessions and removed 3')
      const lit = chunk(here, 'repaired.Provider.SessionGC').locator(
        '.line.ran',
      )
      await eventually(() => lit.allTextContents()).toContain('        break')
      expect(await here.locator('.scene-player').count()).toBe(1)
      await here.keyboard.press('Tab')
      await player.locator('button').nth(2).click()
      await eventually(() => new URL(here.url()).searchParams.get('step')).toBe(
        '9',
      )
    }))

  test('a scene that is played ends the one that was', () =>
    read(page, phone, async (here) => {
      const scenes = here.locator(`.scene[data-trace="${orphan}"]`)
      const on = here.locator('.scene-choice input')
      await scenes.first().locator('.scene-play').click()
      await eventually(() => on.isChecked()).toBe(false)
      await scenes.last().locator('.scene-play').click()
      await eventually(() => on.isChecked()).toBe(true)
      expect(await here.locator('.scene-player').count()).toBe(1)
      expect(await overflowOf(here)).toBeLessThanOrEqual(0)
    }))

  test('a surprise of the chapter leads to its repair', () =>
    read(`${chapter}#claim-${shielding}`, {}, async (here) => {
      await here.locator(`a#claim-${shielding}`).click()
      const link = here.locator(`.claim-panel a[href*="${page}#"]`)
      await link.click()
      await here.locator('#new-in-front').waitFor()
      await eventually(() => here.url()).toBe(`${address}${page}#new-in-front`)
    }))
})

describe.each(homes)('a player of %s/session-storage', (home) => {
  test('shows the same step on the repaired store', () =>
    read(`${home}${chapter}?scene=${shielding}&step=8`, {}, async (here) => {
      const words = wordsIn(languageOf(`${home}/`))
      const player = here.locator('.scene-player')
      const caption = player.locator('.scene-caption')
      await player.waitFor()
      const box = player.getByRole('checkbox')
      const label = player.locator('.scene-choice')
      expect((await label.textContent())?.trim()).toBe(
        said(words, 'onRepaired'),
      )
      const printed = await caption.textContent()
      await box.focus()
      await here.keyboard.press('Space')
      const steps = runsOnRepaired(project).get(shielding)?.original ?? []
      const stages = stagesOf(steps)
      const at = stageAfter(stages, 7)
      const made = sceneOf(stages, at, { store: 'repaired' })
      const wanted = plain(captionOf(stages, at, made, words))
      await eventually(() => caption.textContent()).toBe(wanted)
      expect(wanted).not.toBe(printed)
      await here.keyboard.press('Space')
      await eventually(() => caption.textContent()).toBe(printed)
    }))

  test('ignores an answer that comes after another choice', () =>
    read(`${home}${chapter}?scene=${shielding}&step=8`, {}, async (here) => {
      const player = here.locator('.scene-player')
      const caption = player.locator('.scene-caption')
      await player.waitFor()
      const printed = await caption.textContent()
      let answer = () => {}
      const later = new Promise<void>((resolve) => {
        answer = resolve
      })
      await here.route('**/scene/repaired/*', async (route) => {
        await later
        await route.continue()
      })
      const box = player.getByRole('checkbox')
      await box.check()
      await box.uncheck()
      const answered = here.waitForResponse(/scene.repaired/)
      answer()
      await (await answered).finished()
      await here.evaluate(() => new Promise((done) => setTimeout(done)))
      expect(await caption.textContent()).toBe(printed)
      expect(await box.isChecked()).toBe(false)
    }))
})

describe('the playground on the repaired store', () => {
  const repaired = '.stores input[value="repaired"]'

  test('both engines agree on it, and the traces of all claims are run', () =>
    play(async (here) => {
      await loadOriginal(here)
      await here.locator(repaired).check()
      const good = here.locator('.summary li[data-good="true"]')
      await eventually(() => good.last().textContent()).toContain(
        'repaired store (Go)',
      )
      await here.locator('.stores button').click()
      const items = here.locator('.claims-run li')
      await items.first().waitFor()
      expect(await items.count()).toBe(traced.length)
      const gone = here.locator('.claims-run li[data-verdict="fails"] code')
      const table = [...readTable(project)]
      const failing = table.filter(([, { port }]) => !port).map(([id]) => id)
      expect((await gone.allTextContents()).sort()).toEqual(failing.sort())
    }))

  test('a link keeps the store, and a link without it means the listing', () =>
    play(
      async (here) => {
        expect(await here.locator(repaired).isChecked()).toBe(true)
        await here.locator('.share button').click()
        await here.locator('.share input').waitFor()
        await eventually(() => here.url()).toContain('&store=repaired')
        await here.evaluate(() => {
          location.hash = location.hash.replace('&store=repaired', '')
        })
        const listing = here.locator('.stores input[value="memory"]')
        await eventually(() => listing.isChecked()).toBe(true)
      },
      { path: `/playground${fragment}` },
    ))
})
