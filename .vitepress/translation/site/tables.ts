/** Draws, for each language, how far its translation is, page by page. */
import { join } from 'node:path'
import { type Page, pages } from '../../config/site.ts'
import { locales as interfaces } from '../../languages.ts'
import { pageAddress } from '../../verdicts/addresses.ts'
import { fill } from '../../verdicts/texts.ts'
import { escapeHtml } from '../../weave/draw.ts'
import {
  docsFile,
  type Locale,
  locales,
  type Project,
} from '../../weave/project.ts'
import { recordsFile } from '../records.ts'
import { pagesWithSections } from '../sections.ts'
import {
  type Counts,
  type LanguageStatus,
  readStatus,
  type SectionStatus,
  type State,
} from '../status.ts'
import { textsOf } from './texts.ts'

const states: readonly State[] = ['current', 'stale', 'missing', 'unrecorded']

/** Files of which a change is seen in the tables. */
export function filesOfStatus(project: Project): string[] {
  const english = pagesWithSections(project, 'en').map((page) =>
    docsFile('en', page.endsWith('.json') ? page : `${page}.md`),
  )
  return [...english, ...locales.map(recordsFile)]
    .filter((file) => project.has(file))
    .map((file) => join(project.root, file))
}

/** A table for each language, the reader's own first. */
export function tablesHtml(project: Project, locale: Locale): string {
  const languages = readStatus(project).sort(
    (a, b) => Number(b.locale === locale) - Number(a.locale === locale),
  )
  return languages.map((each) => languageHtml(each, locale)).join('')
}

function languageHtml(language: LanguageStatus, locale: Locale): string {
  const { table } = textsOf(locale)
  const { counts, pages: parts } = language
  const shown = states.filter(
    (state) => state !== 'unrecorded' || counts.unrecorded > 0,
  )
  const { label, lang } = interfaces[language.locale]
  const head = [table.page, ...shown.map((state) => table.states[state])]
    .concat(table.claims)
    .map((text, i) => `<th scope="col"${start(i)}>${escapeHtml(text)}</th>`)
  const row = (name: string, own: Counts) =>
    `<tr><th scope="row" class="start">${name}</th>${cells(own, shown, locale)}</tr>`
  const rows = inOrder(parts.map(({ page }) => page)).map((page) => {
    const own = parts.find((part) => part.page === page)?.counts ?? counts
    return row(pageHtml(page, language.locale, locale), own)
  })
  const caption = `<caption><a href="${siteHome(language.locale)}" lang="${lang}" hreflang="${lang}">${label}</a></caption>`
  return `<div class="wide" v-pre><table class="counts translation-status" id="status-${language.locale}">${caption}<thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody><tfoot>${row(escapeHtml(table.all), counts)}</tfoot></table></div>${todoHtml(language, locale)}\n`
}

const start = (i: number): string => (i === 0 ? ' class="start"' : '')

function cells(counts: Counts, shown: readonly State[], locale: Locale) {
  const { covered, all } = counts.claims
  const claims =
    all > 0 ? fill(textsOf(locale).table.covered, { covered, all }) : '–'
  const numbers = shown.map((state) => {
    const seen = state !== 'current' && counts[state] > 0
    return `<td${seen ? ` data-state="${state}"` : ''}>${counts[state]}</td>`
  })
  return `${numbers.join('')}<td>${claims}</td>`
}

/** The pages in reading order, the JSON files last. */
const inOrder = (names: readonly string[]): string[] => {
  const order: readonly string[] = ['index', ...pages]
  const rank = (name: string) =>
    order.includes(name) ? order.indexOf(name) : order.length
  return [...names].sort((a, b) => rank(a) - rank(b))
}

function pageHtml(page: string, language: Locale, locale: Locale): string {
  const { table } = textsOf(locale)
  if (page === 'comments.json') return escapeHtml(table.comments)
  if (page === 'claims.json') return escapeHtml(table.statements)
  if (page === 'records.json') return escapeHtml(table.records)
  const name = page as Page
  const text = name === 'index' ? table.home : interfaces[locale].pages[name]
  return `<a href="${pageAddress(language, name)}">${escapeHtml(text)}</a>`
}

const siteHome = (language: Locale): string => pageAddress(language, 'index')

/** The sections to see to, folded. */
function todoHtml({ locale: language, pages }: LanguageStatus, locale: Locale) {
  const { table } = textsOf(locale)
  const todo = pages
    .flatMap(({ sections }) => sections)
    .filter(({ state }) => state !== 'current')
  if (todo.length === 0) return `<p v-pre>${escapeHtml(table.done)}</p>`
  const items = todo.map((section) => {
    const state = escapeHtml(table.states[section.state])
    return `<li>${sectionHtml(section, language)} <span data-state="${section.state}">${state}</span></li>`
  })
  const summary = escapeHtml(fill(table.todo, { n: todo.length }))
  return `<details class="translation-todo" v-pre><summary>${summary}</summary><ul>${items.join('')}</ul></details>`
}

function sectionHtml({ key, id, english }: SectionStatus, language: Locale) {
  const code = `<code>${key}</code>`
  if (english.page.endsWith('.json')) return code
  const fragment = id === 'title' ? '' : id
  return `<a href="${pageAddress(language, english.page as Page, fragment)}">${code}</a>`
}
