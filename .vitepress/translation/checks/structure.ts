/** A page is made of the same parts as the English one. */
import type { Problem } from '../../weave/problem.ts'
import { locales } from '../../weave/project.ts'
import type { Item } from './items.ts'
import type { ParsedPage } from './parsed.ts'

/** An item and the section it stands in. */
interface Placed extends Item {
  readonly section: string
}

/** Items that the English section has and this one lacks, or the reverse. */
export function checkStructure(
  page: ParsedPage,
  english: ParsedPage,
): Problem[] {
  const { file } = page
  return compare(page, english, ['link']).map(({ line, what, want, got }) => {
    const there = `${english.file}:${want?.line ?? what.line}`
    if (want && got) {
      const message = `${got.kind} is ${got.name}, in ${there} it is ${want.name}; make it the same`
      return { file, line, message }
    }
    const message = want
      ? `section {#${what.section}} lacks the ${named(want)} that ${there} has; put it in`
      : `the ${named(what)} is not in section {#${what.section}} of ${english.file}; take it out`
    return { file, line, message }
  })
}

/** Links that lead elsewhere than the English ones. */
export function checkLinksAlike(
  page: ParsedPage,
  english: ParsedPage,
): Problem[] {
  const { file } = page
  const others: Item['kind'][] = [
    'heading level',
    'table',
    'container',
    'tag',
    'image',
    'code',
    'list item',
  ]
  return compare(page, english, others).map(({ line, what, want, got }) => {
    const there = `${english.file}:${want?.line ?? what.line}`
    const message =
      want && got
        ? `link leads to ${got.name}, in ${there} to ${want.name}; lead it there`
        : want
          ? `section {#${what.section}} lacks the link to ${want.name} that ${there} has; put it in`
          : `the link to ${what.name} is not in section {#${what.section}} of ${english.file}; take it out`
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

/** Where the sections of two pages differ, order aside. */
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
  // A translation may name in code what English says in words.
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
        ? anyCommand(want.name) === anyCommand(got.name)
        : want.name === got.name)
  )
}

/** Code without the language that a command in it names. */
function anyCommand(code: string): string {
  return code.replace(new RegExp(`\\b(?:${locales.join('|')})\\b`), 'LANGUAGE')
}

/** An address without its language. */
export function anyLanguage(address: string): string {
  const language = `(?:${locales.join('|')})(?:-[a-z]+)?`
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
