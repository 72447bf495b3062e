/** Makes one PDF of all pages of a language from the built site. */
import type { Page as Tab } from 'playwright-core'
import { openProject } from '../../src/project/project.ts'
import { addressOf, siteUrl } from '../site/addresses.ts'
import { h, html, link } from '../site/html.ts'
import { interfaceOf } from '../site/interface.ts'
import { type Language, source } from '../site/languages.ts'
import { type Page, pagesOf } from '../site/pages.ts'
import { type Built, documentOf, icon, ownStyles } from './built.ts'
import { gather } from './gather.ts'

/** The PDF of a language: A4, with bookmarks and page numbers. */
export async function bookOf(
  tab: Tab,
  built: Built,
  language: Language,
): Promise<Buffer> {
  const names = pagesOf(source)
  const leaves = names.map((name) => ({
    name,
    address: addressOf(language, name),
    html: built.page(language, name),
  }))
  const style = openProject().read('.vitepress/files/book.css')
  const styles = [
    built.styles,
    ...new Set(leaves.map(({ html }) => ownStyles(html))),
    style,
    ...names.map(footer(language)),
  ].join('')
  const { title } = interfaceOf(language).site
  await tab.setContent(
    documentOf(language, styles, cover(language, names), title),
  )
  await tab.evaluate(gather, leaves)
  return await tab.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    outline: true,
    tagged: true,
  })
}

/** Styles that put the name of a page into the footers of its sheets. */
const footer = (language: Language) => (name: Page) => {
  const { pages, site } = interfaceOf(language)
  const text = name === 'index' ? site.title : pages[name]
  return `@page ${name} { @bottom-left { content: ${JSON.stringify(text)} } }`
}

/** The first sheet: title, contents, origin. */
function cover(language: Language, names: readonly Page[]): string {
  const { site, pages, theme } = interfaceOf(language)
  const contents = names
    .filter((name) => name !== 'index')
    .map((name) => h('li', link(`#${name}`, pages[name])))
  const imprint = [
    html(h('p', link(siteUrl().href, siteUrl().href))),
    ...Object.values(theme.footer).map((text) => `<p>${text}</p>`),
  ]
  return [
    '<section class="page cover">',
    icon(),
    html(h('p.title', site.title)),
    html(h('p.description', site.description)),
    html(h('ol', contents)),
    `<div class="imprint">${imprint.join('')}</div>`,
    '</section>',
  ].join('')
}
