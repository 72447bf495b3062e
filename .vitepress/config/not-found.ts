/**
 * Adds what the page for unknown addresses says without JavaScript: VitePress
 * leaves its body empty, because its script renders it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteUrl } from '../site/addresses.ts'
import { h, html } from '../site/html.ts'
import { interfaceOf, tagOf } from '../site/interface.ts'
import { languages } from '../site/languages.ts'
import { home } from '../site/pages.ts'

/** Writes it into the built page, in every language. */
export function fillNotFound(outDir: string): void {
  const file = join(outDir, '404.html')
  const base = siteUrl().pathname.slice(0, -1)
  const parts = languages.map((language) => {
    const { title, text, home: label } = interfaceOf(language).theme.notFound
    return h('div', { lang: tagOf(language) }, [
      h('h1', title),
      h('p', text),
      h('p', h('a', { href: base + home(language) }, label)),
    ])
  })
  const told = h('noscript', h('main', { class: 'not-found' }, parts))
  const page = readFileSync(file, 'utf8')
  writeFileSync(file, page.replace('<div id="app"></div>', `$&${html(told)}`))
}
