/** Renders the status of each translation, page by page. */
import { join } from 'node:path'
import type { Project } from '../../../src/project/project.ts'
import { pageAddress } from '../../site/addresses.ts'
import { type Child, type Element, h, html, link } from '../../site/html.ts'
import { interfaceOf, message } from '../../site/interface.ts'
import { type Language, languages, source } from '../../site/languages.ts'
import { type Page, pages } from '../../site/pages.ts'
import { recordsFile } from '../records.ts'
import { fileOfPage, pagesWithSections } from '../sections.ts'
import {
  type Counts,
  type LanguageStatus,
  readStatus,
  type SectionStatus,
  type State,
  sectionsOf,
} from '../status.ts'

const states: readonly State[] = ['current', 'stale', 'missing', 'unrecorded']

/** The files that the tables depend on. */
export function filesOfStatus(project: Project): string[] {
  const english = pagesWithSections(project, source).map((page) =>
    fileOfPage(source, page),
  )
  return [...english, ...languages.map(recordsFile)]
    .filter((file) => project.has(file))
    .map((file) => join(project.root, file))
}

/** Renders a table for each language, with the reader's own first. */
export function tablesHtml(project: Project, locale: Language): string {
  const status = readStatus(project).sort(
    (a, b) => Number(b.locale === locale) - Number(a.locale === locale),
  )
  const drawn = status.flatMap((each) => [
    tableOf(each, locale),
    todoOf(each, locale),
  ])
  return `${html(...drawn)}\n`
}

const textsOf = (locale: Language) => interfaceOf(locale).translation.table

function tableOf(language: LanguageStatus, locale: Language): Element {
  const table = textsOf(locale)
  const { counts, pages: parts } = language
  const shown = states.filter(
    (state) => state !== 'unrecorded' || counts.unrecorded > 0,
  )
  const { name: label, tag } = interfaceOf(language.locale).language
  const attributes = {
    href: pageAddress(language.locale, 'index'),
    lang: tag,
    hreflang: tag,
  }
  const heads = [
    h('th.start', { scope: 'col' }, table.page),
    ...[...shown.map((state) => table.states[state]), table.claims].map(
      (text) => h('th', { scope: 'col' }, text),
    ),
  ]
  const row = (name: Child, own: Counts) => {
    const { covered, all } = own.claims
    const claims = message(locale, 'translation.table.covered', {
      covered,
      all,
    })
    const numbers = shown.map((state) => {
      const seen = state !== 'current' && own[state] > 0
      return h('td', { 'data-state': seen ? state : null }, own[state])
    })
    const head = h('th.start', { scope: 'row' }, name)
    return h('tr', head, numbers, h('td', all > 0 ? claims : '–'))
  }
  const rows = inOrder(parts.map(({ page }) => page)).map((page) => {
    const own = parts.find((part) => part.page === page)?.counts ?? counts
    return row(nameOf(page, language.locale, locale), own)
  })
  return h(
    'div.wide',
    { 'v-pre': true },
    h(
      'table.counts.translation-status',
      { id: `status-${language.locale}` },
      h('caption', h('a', attributes, label)),
      h('thead', h('tr', heads)),
      h('tbody', rows),
      h('tfoot', row(table.all, counts)),
    ),
  )
}

/** The pages in reading order, with the JSON files last. */
const inOrder = (names: readonly string[]): string[] => {
  const order: readonly string[] = ['index', ...pages]
  const rank = (name: string) =>
    order.includes(name) ? order.indexOf(name) : order.length
  return [...names].sort((a, b) => rank(a) - rank(b))
}

function nameOf(page: string, language: Language, locale: Language): Child {
  const { home, files } = textsOf(locale)
  if (page.endsWith('.json')) {
    return files[page.replace('.json', '') as keyof typeof files]
  }
  const name = page as Page
  const text = name === 'index' ? home : interfaceOf(locale).pages[name]
  return link(pageAddress(language, name), text)
}

/** Renders the sections that need work as a closed `<details>`. */
function todoOf(status: LanguageStatus, locale: Language) {
  const { done, states } = textsOf(locale)
  const todo = sectionsOf(status).filter(({ state }) => state !== 'current')
  if (todo.length === 0) return h('p', { 'v-pre': true }, done)
  const items = todo.map((section) => {
    const { state } = section
    const word = h('span', { 'data-state': state }, states[state])
    return h('li', sectionOf(section, status.locale), ' ', word)
  })
  const summary = message(locale, 'translation.table.todo', { n: todo.length })
  return h(
    'details.translation-todo',
    { 'v-pre': true },
    h('summary', summary),
    h('ul', items),
  )
}

function sectionOf({ key, id, english }: SectionStatus, language: Language) {
  const code = h('code', key)
  if (english.page.endsWith('.json')) return code
  const fragment = id === 'title' ? '' : id
  return link(pageAddress(language, english.page as Page, fragment), code)
}
