/** Makes the images for link previews: the title of a page above a scene. */
import type { Page as Tab } from 'playwright-core'
import { readVerdicts } from '../../src/evidence/read-verdicts.ts'
import { openProject } from '../../src/project/project.ts'
import { pictures } from '../book.ts'
import { describe } from '../scenes/describe.ts'
import { figureOf } from '../scenes/figure.ts'
import { wordsIn } from '../scenes/say.ts'
import { sceneOf } from '../scenes/scene.ts'
import { readTraceTexts } from '../scenes/trace-texts.ts'
import type { Pictured } from '../site/files.ts'
import { h, html } from '../site/html.ts'
import { interfaceOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { type Built, documentOf, headingOf, icon } from './built.ts'

/** @throws {Error} If the claim has no trace. */
function runOf(trace: string) {
  const run = readVerdicts(openProject()).claims.get(trace)?.run
  if (run) return run
  throw new Error(
    `.vitepress/book.ts: "${trace}" has no trace; choose another one`,
  )
}

/** What an image shows, in words. */
export function pictureAlt(language: Language, page: Pictured): string {
  const [trace, step] = pictures[page]
  return describe(sceneOf(runOf(trace).port, step - 1), wordsIn(language))
}

/**
 * The PNG of a page.
 * @param tab Has the size of the image.
 */
export async function pictureOf(
  tab: Tab,
  built: Built,
  language: Language,
  page: Pictured,
): Promise<Buffer> {
  const [id, step] = pictures[page]
  const { title } = readTraceTexts(openProject(), id, language)
  const figure = { id, title, run: runOf(id), steps: [step - 1] }
  const { site } = interfaceOf(language)
  const style = openProject().read('.vitepress/files/picture.css')
  const head = `<p class="site">${icon()}${html(h('span', site.title))}</p>`
  const heading = `<h1>${headingOf(built.page(language, page))}</h1>`
  const scene = html(figureOf(figure, language))
  await tab.setContent(
    documentOf(language, built.styles + style, head + heading + scene),
  )
  await tab.evaluate(fit)
  return await tab.screenshot()
}

/** Reduces title and scene until they fit. This runs in the browser. */
function fit(): void {
  const title = document.querySelector('h1')
  const scene = document.querySelector<HTMLElement>('.scene')
  const list = document.querySelector('.scene-list')
  if (!title || !scene || !list) return
  let size = Number.parseFloat(getComputedStyle(title).fontSize)
  while (title.scrollWidth > title.clientWidth) {
    title.style.fontSize = `${--size}px`
  }
  let zoom = Number.parseFloat(getComputedStyle(scene).zoom)
  while (list.scrollWidth > list.clientWidth && zoom > 1) {
    zoom -= 0.05
    scene.style.zoom = `${zoom}`
  }
}
