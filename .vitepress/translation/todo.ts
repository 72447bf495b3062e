/** Lists what to do for a page, with the commands. */
import type { Language } from '../site/languages.ts'
import { fileOfPage } from './sections.ts'
import type { PageStatus, SectionStatus } from './status.ts'

/**
 * The things to do for a page; none if all its sections are current. If there
 * are many of one state, they are one thing.
 * @returns What to do as a sentence, its place, its state, and the key of the
 * section, or the page if all its sections have one state.
 */
export function todosOf(
  locale: Language,
  { page, sections }: PageStatus,
  most = Number.POSITIVE_INFINITY,
) {
  const states = ['missing', 'unrecorded', 'stale', 'current'] as const
  return states.flatMap((state) => {
    const own = sections.filter((each) => {
      return each.state === state && (state !== 'current' || each.reworded)
    })
    const whole = own.length === sections.length && state !== 'current'
    const [first] = own
    if (!first || !((whole && own.length > 1) || own.length > most)) {
      return own.map((section) => {
        const { file, line } =
          section.translation ?? section.renamed ?? section.english
        const message = advice(locale, section)
        return { key: section.key, state, file, line, message }
      })
    }
    const there = sections.find(({ translation }) => translation)
    const file = fileOfPage(locale, page)
    const word = state === 'current' ? 'reworded' : state
    const message = !there
      ? `is missing, so readers see the English page; translate ${first.english.file}, and keep its ids, chunks and claims`
      : whole
        ? advice(locale, { ...there, key: page })
        : `${own.length} sections of ${page} are ${word}, from ${first.key} on; \`npm run i18n -- status ${locale}\` lists them`
    return [{ key: page, state, file, line: 1, message }]
  })
}

function advice(locale: Language, section: SectionStatus): string {
  const { key, state, translation } = section
  const update = `\`npm run i18n -- update ${locale} ${key}\``
  const compare = `\`npm run i18n -- compare ${locale} ${key}\``
  switch (state) {
    case 'current':
      return `reworded ${key}: run ${update} to record your new wording`
    case 'stale':
      return `stale ${key}: English has changed; see ${compare}, translate, then run ${update}`
    case 'unrecorded':
      return `unrecorded ${key}: run ${update} to record that this translates the current English text`
    case 'missing':
      if (section.renamed) {
        const { key: former } = section.renamed
        return `renamed ${key}: English has renamed ${former} to this; give the section this id too`
      }
      return translation
        ? `missing ${key}: this is still the English text; translate it, then run ${update}`
        : `missing ${key}: translate this into docs/${locale}/, then run ${update}`
  }
}
