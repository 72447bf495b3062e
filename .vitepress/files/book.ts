/** Makes one PDF of all pages of a language from the built site. */
import type { Browser } from 'playwright-core'
import { openProject } from '../../src/project/project.ts'
import { addressOf, siteUrl } from '../site/addresses.ts'
import { h, html, link } from '../site/html.ts'
import { interfaceOf, tagOf } from '../site/interface.ts'
import { type Language, source } from '../site/languages.ts'
import { type Page, pagesOf } from '../site/pages.ts'
import type { Built } from './built.ts'
import { gather } from './gather.ts'

/** The PDF of a language: A4, with bookmarks and page numbers. */
export async function bookOf(
  browser: Browser,
  built: Built,
  language: Language,
): Promise<Buffer> {
  const names = pagesOf(source)
  const leaves = names.map((name) => ({
    name,
    address: addressOf(language, name),
    html: built.page(language, name),
  }))
  const page = await browser.newPage({ javaScriptEnabled: false })
  try {
    await page.setContent(cover(built.styles, language, names))
    await page.evaluate(gather, leaves)
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
    })
  } finally {
    await page.close()
  }
}

/** The document with nothing but the cover. */
function cover(
  styles: string,
  language: Language,
  names: readonly Page[],
): string {
  const project = openProject()
  const { site, pages, theme } = interfaceOf(language)
  const titleOf = (name: Page) => (name === 'index' ? site.title : pages[name])
  // The title of the page that a sheet belongs to, in the sheet's footer.
  const footers = names.map(
    (name) =>
      `@page ${name} { @bottom-left { content: ${JSON.stringify(titleOf(name))}; color: #635c4f; font: 8.5pt system-ui, sans-serif } }`,
  )
  const book = project.read('.vitepress/files/book.css')
  const contents = names
    .filter((name) => name !== 'index')
    .map((name) => h('li', link(`#${name}`, pages[name])))
  const page = h(
    'section.page.cover',
    h('p.title', site.title),
    h('p.description', site.description),
    h('ol', contents),
    h('div.imprint'),
  )
  const imprint = [
    html(h('p', link(siteUrl().href, siteUrl().href))),
    ...Object.values(theme.footer).map((text) => `<p>${text}</p>`),
  ].join('')
  return `<!doctype html><html lang="${tagOf(language)}"><title>${site.title}</title><style>${styles}</style><style>${book}${footers.join('\n')}</style><body>${html(page)
    .replace('<section class="page cover">', (open) => open + icon(project))
    .replace('<div class="imprint">', (open) => open + imprint)}`
}

const icon = (project: ReturnType<typeof openProject>): string =>
  project.read('docs/public/icon.svg')
