/** Lists what to do for a page, with the commands. */
import { docsFile, type Language } from '../site/languages.ts'
import type { PageStatus, SectionStatus, State } from './status.ts'

/** One thing to do. */
export interface Todo {
  /** The section's key, or the page if all its sections have one state. */
  readonly key: string
  readonly state: State
  readonly file: string
  /** Line in that file, from 1. */
  readonly line: number
  /** What to do, as a sentence. */
  readonly message: string
}

/** The things to do for a page; none if all its sections are current. */
export function todosOf(
  locale: Language,
  { page, sections }: PageStatus,
): Todo[] {
  const [first] = sections
  const whole = (['missing', 'unrecorded'] as const).find((state) =>
    sections.every((section) => section.state === state),
  )
  if (first && whole && sections.length > 1) {
    const own = docsFile(locale, page.endsWith('.json') ? page : `${page}.md`)
    const there = sections.some(({ translation }) => translation)
    const message =
      whole === 'unrecorded' || there
        ? advice(locale, { ...first, key: page })
        : `is missing, so readers see the English page; translate ${first.english.file}, and keep its ids, chunks and claims`
    return [{ key: page, state: whole, file: own, line: 1, message }]
  }
  return sections
    .filter(({ state, reworded }) => state !== 'current' || reworded)
    .map((section) => {
      const { file, line } = section.translation ?? section.english
      const { key, state } = section
      return { key, state, file, line, message: advice(locale, section) }
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
      return translation
        ? `missing ${key}: this is still the English text; translate it, then run ${update}`
        : `missing ${key}: translate this into docs/${locale}/, then run ${update}`
  }
}
