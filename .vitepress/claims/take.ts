/** The files with the repaired store and its manager: published, and as links. */
import { openProject } from '../../src/project/project.ts'
import { taken, takenFiles } from '../../src/project/taken.ts'
import { fromBase } from '../site/addresses.ts'
import { h, html } from '../site/html.ts'
import { message } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import type { Files } from '../site/publish.ts'

const languages = ['go', 'ts'] as const

/** The path of a file, from the site's base. */
const pathOf = (language: 'go' | 'ts') => `/take/${takenFiles[language]}`

/** The files, by their paths from the base. */
export const takeFiles = (): Files =>
  new Map(
    languages.map((language) => [
      pathOf(language),
      () => taken(openProject(), language),
    ]),
  )

/** Links that download the files; the page adds buttons that copy them. */
export function takeHtml(locale: Language): string {
  const links = languages.map((language) => {
    const file = takenFiles[language]
    const text = message(locale, 'claims.take', { file })
    const href = fromBase(pathOf(language))
    return h('li', h('a', { href, download: file }, text))
  })
  return `${html(h('ul.take', { 'v-pre': true }, links))}\n`
}
