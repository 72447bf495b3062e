/** What there is to do about a page, and with which command. */
import { docsFile, type Locale } from '../weave/project.ts'
import type { PageStatus, SectionStatus, State } from './status.ts'

/** One thing to do. */
export interface Todo {
  /** The section's key, or the page if all of it is in one state. */
  readonly key: string
  readonly state: State
  readonly file: string
  /** Line in that file, from 1. */
  readonly line: number
  /** What to do, in words. */
  readonly message: string
}

/** What there is to do about a page; nothing if all of it is current. */
export function todosOf(
  locale: Locale,
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
        : `is missing, so that readers see the English; translate ${first.english.file}, and keep its ids, chunks and claims`
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

function advice(locale: Locale, section: SectionStatus): string {
  const { key, state, translation } = section
  const update = `\`npm run i18n -- update ${locale} ${key}\``
  const compare = `\`npm run i18n -- compare ${locale} ${key}\``
  switch (state) {
    case 'current':
      return `reworded ${key}: run ${update}, so that the record knows your new wording`
    case 'stale':
      return `stale ${key}: English has changed; see ${compare}, translate, then run ${update}`
    case 'unrecorded':
      return `unrecorded ${key}: run ${update} to say that this translates English as it is now`
    case 'missing':
      return translation
        ? `missing ${key}: this is still the English text; translate it, then run ${update}`
        : `missing ${key}: translate this into docs/${locale}/, then run ${update}`
  }
}
