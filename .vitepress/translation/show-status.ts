/** Formats the status of each language and what to do next. */
import { styleText } from 'node:util'
import { type Language, source } from '../site/languages.ts'
import { align } from './align.ts'
import type { Change } from './compare.ts'
import { fileOfPage } from './sections.ts'
import type { LanguageStatus, SectionStatus, State } from './status.ts'
import { todosOf } from './todo.ts'

const colours = {
  current: 'green',
  stale: 'yellow',
  missing: 'red',
  unrecorded: 'magenta',
} as const satisfies Record<State, string>

const states = Object.keys(colours) as State[]

/** A table of pages for each language, then the sections that need work. */
export function showStatus(languages: readonly LanguageStatus[]): string {
  return languages
    .map((language) => `${table(language)}\n${todo(language)}`)
    .join('\n')
}

function table({ locale, counts, pages }: LanguageStatus): string {
  const rows = [
    { page: styleText('bold', `docs/${locale}/`), counts },
    ...pages.map(({ page, counts }) => ({ page: `  ${page}`, counts })),
  ]
  const width = Math.max(...pages.map(({ page }) => page.length), 12) + 4
  const head = [...states, 'claims'].map((name) => name.padStart(11)).join('')
  const lines = rows.map(({ page, counts }, i) => {
    const numbers = states.map((state) => {
      const text = String(counts[state]).padStart(11)
      return counts[state] > 0 ? styleText(colours[state], text) : text
    })
    const { covered, all } = counts.claims
    const claims = all > 0 ? `${covered}/${all}` : ''
    const name =
      page +
      ' '.repeat(i === 0 ? width - 6 - locale.length : width - page.length)
    return name + numbers.join('') + claims.padStart(11)
  })
  return [' '.repeat(width) + styleText('dim', head), ...lines, ''].join('\n')
}

function todo({ locale, pages }: LanguageStatus): string {
  const lines = pages.flatMap((page) =>
    todosOf(locale, page).map(({ file, line, state, message }) => {
      return `  ${file}:${line}: ${styleText(colours[state], message)}`
    }),
  )
  return lines.length > 0
    ? `${lines.join('\n')}\n`
    : `  ${styleText('green', 'Everything is translated and recorded.')}\n`
}

/** The words of a change in a style, or in brackets if there are no colours. */
function marked(kind: 'added' | 'removed', text: string): string {
  const [colour, line, brackets] =
    kind === 'added'
      ? (['green', 'underline', `{+${text}+}`] as const)
      : (['red', 'strikethrough', `[-${text}-]`] as const)
  const styled = styleText(colour, styleText(line, text))
  return styled === text ? brackets : styled
}

/** What changed in English since a section was translated. */
export function showChanges(
  locale: string,
  { key, english, translation }: SectionStatus,
  changes: readonly Change[],
): string {
  const text = changes
    .map(({ kind, text }) => (kind === 'same' ? text : marked(kind, text)))
    .join('')
  return [
    `${styleText('bold', key)}  ${english.file}:${english.line}`,
    '',
    text.replace(/^/gm, '  '),
    '',
    `Now change ${translation?.file ?? `docs/${locale}/`}:${translation?.line ?? 1} to say the same, then run`,
    `  npm run i18n -- update ${locale} ${key}`,
    '',
  ].join('\n')
}

/**
 * A section's sentences in English, each above what says the same in the
 * translation, for a person to compare what no check can.
 */
export function showSideBySide(
  locale: Language,
  { key, state, english, translation }: SectionStatus,
): string {
  const head = `${styleText('bold', key)}  ${english.file}:${english.line}  ${state}`
  if (!translation) {
    const file = fileOfPage(locale, english.page)
    const text = english.text.trim().replace(/^/gm, '  ')
    return `${head}\n\n  not translated yet; translate it into ${file}\n\n${text}\n`
  }
  const none = styleText('red', 'no sentence')
  const rows = align(english.text, translation.text, locale).flatMap(
    ({ english, translation }) => [
      `  ${source}  ${english.join(' ') || none}`,
      `  ${locale}  ${translation.join(' ') || none}`,
      '',
    ],
  )
  return [head, '', ...rows].join('\n')
}
