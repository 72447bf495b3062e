/**
 * Draws the translators' panel of a page in `npm run dev`: what the checks find
 * on the page, and each section in English and in the page's language.
 */
import type { Plugin } from 'vite'
import { openProject, type Project } from '../../../src/project/project.ts'
import { type Child, h, html, link } from '../../site/html.ts'
import { interfaceOf, message } from '../../site/interface.ts'
import { type Language, languages, source } from '../../site/languages.ts'
import { readGlossary, timesOf } from '../checks/glossary.ts'
import { check, pageReader } from '../checks/index.ts'
import { panelPath } from '../panel-path.ts'
import { fileOfPage, type Section } from '../sections.ts'
import { changesOf, pageStatus, type SectionStatus } from '../status.ts'
import { changeOf } from './note.ts'

/** Vite opens a file at a line in the editor that runs. */
const editor = (text: string, { file, line }: Pick<Section, 'file' | 'line'>) =>
  link(`/__open-in-editor?file=${encodeURIComponent(`${file}:${line}`)}`, text)

/** The panel of a page in a language, such as `traces` in `ja`. */
async function panelHtml(
  project: Project,
  locale: Language,
  page: string,
): Promise<string> {
  const file = fileOfPage(locale, page)
  const all = await check(project, await pageReader(project), [locale])
  const found = all.filter((each) => each.file === file)
  const { severities } = interfaceOf(locale).translation.panel
  const items = found.map((each) =>
    h(
      'li',
      editor(`${each.line}`, each),
      ` ${each.message} (${severities[each.severity]})`,
    ),
  )
  const sections =
    locale === source ? [] : pageStatus(project, locale, page).sections
  return html(
    h('p', message(locale, 'translation.panel.found', { n: found.length })),
    h('ul', items),
    ...sections.map((each) => sectionOf(project, locale, each)),
  )
}

function sectionOf(project: Project, locale: Language, status: SectionStatus) {
  const { key, state, english, translation } = status
  const { states } = interfaceOf(locale).translation.table
  const terms = readGlossary(project, locale)
    .filter(({ term }) => timesOf(term, english.text) > 0)
    .map(({ term, translation: own }) => `${term}: ${own}`)
  const lines: Child[] = (translation?.text ?? '')
    .trim()
    .split('\n')
    .map((line) => [line, h('br')])
  return h(
    'section',
    h('h4', editor(key, translation ?? english), ' ', [
      h(
        'span',
        { 'data-state': state },
        state === 'current' ? '' : states[state],
      ),
    ]),
    h(
      'div.pair',
      h(
        'p.changes',
        { lang: source },
        changesOf(project, status).flatMap(changeOf),
      ),
      h('p', lines),
    ),
    h('small', terms.join(' · ')),
  )
}

/** Answers with the panel of a page, by the page's path below `docs/`. */
export const translatorPanel: Plugin = {
  name: 'translator-panel',
  apply: 'serve',
  configureServer({ config, middlewares }) {
    const path = config.base.replace(/\/$/, '') + panelPath
    middlewares.use(path, async (request, response, next) => {
      try {
        const [name = '', folder] = `${request.url}`
          .replace(/^\/|\.md.*$/g, '')
          .split('/')
          .toReversed()
        const locale = languages.find((each) => each === folder) ?? source
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        response.end(await panelHtml(openProject(), locale, name))
      } catch (error) {
        next(error)
      }
    })
  },
}
