/** Checks that a page has the same parts as the English page. */
import type { Problem } from '../../../src/project/problem.ts'
import { languages, translations } from '../../site/languages.ts'
import type { Item } from './items.ts'
import type { ParsedPage } from './parsed.ts'

/** An item and its section. */
interface Placed extends Item {
  readonly section: string
}

/** Finds items that a section has in only one of the two pages. */
export function checkStructure(
  page: ParsedPage,
  english: ParsedPage,
): Problem[] {
  const { file } = page
  return compare(page, english, ['link']).map(({ line, what, want, got }) => {
    const there = `${english.file}:${want?.line ?? what.line}`
    if (want && got) {
      const message = `${got.kind} is ${got.name}, but ${want.name} in ${there}; make it the same`
      return { file, line, message }
    }
    const message = want
      ? `section {#${what.section}} lacks the ${named(want)} that ${there} has; add it`
      : `the ${named(what)} is not in section {#${what.section}} of ${english.file}; delete it`
    return { file, line, message }
  })
}

/** Finds links that differ from the English ones. */
export function checkLinksAlike(
  page: ParsedPage,
  english: ParsedPage,
): Problem[] {
  const { file } = page
  const others: Item['kind'][] = [
    'heading level',
    'table',
    'tag',
    'image',
    'code',
    'list item',
  ]
  return compare(page, english, others).map(({ line, what, want, got }) => {
    const there = `${english.file}:${want?.line ?? what.line}`
    const message =
      want && got
        ? `link leads to ${got.name}, but to ${want.name} in ${there}; make it the same`
        : want
          ? `section {#${what.section}} lacks the link to ${want.name} that ${there} has; add it`
          : `the link to ${what.name} is not in section {#${what.section}} of ${english.file}; delete it`
    return { file, line, message }
  })
}

const named = ({ kind, name }: Item): string =>
  kind === 'list item' ? kind : `${kind} ${name}`

interface Unlike {
  readonly line: number
  readonly what: Placed
  readonly want?: Placed
  readonly got?: Placed
}

/** The differences between the sections of two pages, without their order. */
function compare(
  page: ParsedPage,
  english: ParsedPage,
  without: readonly Item['kind'][],
): Unlike[] {
  const wanted = placed(english).filter(({ kind }) => !without.includes(kind))
  const present = placed(page).filter(({ kind }) => !without.includes(kind))
  const here = new Map(
    page.marks.flatMap(({ kind, name, line }) => {
      return kind === 'heading' ? [[name, line] as const] : []
    }),
  )
  const extra = [...present]
  const missing = wanted.filter((want) => {
    const at = extra.findIndex((got) => same(want, got))
    if (at >= 0) extra.splice(at, 1)
    return at < 0 && (want.section === '' || here.has(want.section))
  })
  const found = missing.map((want): Unlike => {
    const at = extra.findIndex(
      (got) =>
        got.kind === want.kind &&
        got.section === want.section &&
        !['list item', 'code'].includes(got.kind),
    )
    const [got] = at >= 0 ? extra.splice(at, 1) : []
    if (got) return { line: got.line, what: got, want, got }
    return { line: here.get(want.section) ?? 1, what: want, want }
  })
  // A translation may use code where English uses words.
  const rest = extra.filter(
    ({ kind, name }) => kind !== 'code' || name.startsWith('```'),
  )
  return [
    ...found,
    ...rest.map((got) => ({ line: got.line, what: got, got: undefined })),
  ]
}

function same(want: Placed, got: Placed): boolean {
  return (
    want.kind === got.kind &&
    want.section === got.section &&
    (want.kind === 'link'
      ? anyLanguage(want.name) === anyLanguage(got.name)
      : want.kind === 'code'
        ? sameCode(want.name, got.name)
        : want.name === got.name)
  )
}

/** Whether code is the same, except for a language that it names. */
function sameCode(want: string, got: string): boolean {
  const own = new RegExp(`\\b(?:${translations.join('|')})\\b`)
  const parts = got
    .split(own)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[a-z]{2,3}(?:-[a-z]+)*')}$`).test(want)
}

/** An address without its language. */
export function anyLanguage(address: string): string {
  const language = `(?:${languages.join('|')})(?:-[a-z]+)?`
  return address
    .replace(new RegExp(`/${language}(?=/|$)`, 'i'), '/LANGUAGE')
    .replace(new RegExp(`\\bdeed\\.${language}$`, 'i'), 'deed.LANGUAGE')
}

function placed({ items, marks }: ParsedPage): Placed[] {
  const headings = marks.filter(({ kind }) => kind === 'heading')
  return items.map((item) => {
    const section = headings.findLast(({ line }) => line <= item.line)
    return { ...item, section: section?.name ?? '' }
  })
}
