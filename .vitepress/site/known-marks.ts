/** Lists what pages may insert, and finds tags that insert nothing. */
import { distance, nearest } from '../../src/trace/did-you-mean.ts'

/** The marks that a plugin of Markdown draws, with their attributes. */
export const drawnMarks = {
  Answers: [],
  Challenge: ['name'],
  Challenges: [],
  Change: ['name'],
  Goals: [],
  Ledger: [],
  LedgerLines: [],
  Load: [],
  OnRepaired: [],
  Recorded: ['id'],
  RecordedQuestion: ['id', 'value'],
  RedisSpeed: [],
  Repair: ['edit', 'trace'],
  Repairs: ['chunk'],
  SyntaxNotes: ['language'],
  Take: [],
  TranslationStatus: [],
} as const satisfies Record<string, readonly string[]>

/** The name of a mark that a plugin draws. */
export type DrawnMark = keyof typeof drawnMarks

/** How such a mark is written, as the source of a regular expression. */
export const formOf = (name: DrawnMark): string =>
  `<${name}${drawnMarks[name].map((each) => ` ${each}="[^"]+"`).join('')} />`

/** The components of the theme; a page may put text into the playground. */
export const components = ['Measurements', 'Playground'] as const

/** The marks of `marks.ts`, which finds their mistakes itself. */
const woven = ['Chunk', 'Claim', 'Drawing', 'Scene', 'Trace']

const names = [...woven, ...Object.keys(drawnMarks), ...components]

/** Elements of HTML whose names resemble those of marks. */
const elements = ['frame', 'main', 'track']

/** A tag that inserts nothing, and its line in the piece of HTML, from 0. */
export interface WrongTag {
  readonly line: number
  readonly message: string
}

/**
 * Finds tags that readers would not see: unknown ones, and marks that are not
 * alone on their lines or have other attributes than theirs.
 * @param html A piece of a page that Markdown takes for HTML.
 * @param isAlone Whether a tag is alone on that line of the piece.
 */
export function* wrongTags(
  html: string,
  isAlone: (tag: string, line: number) => boolean,
): Generator<WrongTag> {
  const bare = html.replace(/<!--[\s\S]*?-->/g, (all) => all.replace(/./g, ' '))
  for (const [line, row] of bare.split('\n').entries()) {
    for (const [tag, name = ''] of row.matchAll(
      /<\/?([a-z][\w.-]*)[^>]*>?/gi,
    )) {
      const message = problemOf(tag, name, isAlone(tag, line))
      if (message) yield { line, message }
    }
  }
}

function problemOf(tag: string, name: string, alone: boolean) {
  if (!names.includes(name)) {
    const isMark = /^[A-Z]/.test(name)
    const meant = isMark
      ? nearest(name, names)
      : names.find((mark) => distance(name, mark) <= 2)
    if (!isMark && (!meant || elements.includes(name))) return undefined
    const advice = meant
      ? `did you mean <${meant} …/>?`
      : `the marks are ${names.join(', ')}`
    return `unknown mark <${name}>; ${advice}`
  }
  const drawn = Object.keys(drawnMarks).find((mark) => mark === name) as
    | DrawnMark
    | undefined
  const form = drawn ? formOf(drawn) : `<${name} />`
  const wanted = form.replaceAll('[^"]+', '…')
  if (!alone)
    return `"${tag}" is not alone on its line; put ${wanted} there, between blank lines`
  const allowed = drawn ? form : `${form}|</?Playground>`
  return new RegExp(`^(?:${allowed})$`).test(tag)
    ? undefined
    : `cannot read "${tag}"; write ${wanted}`
}
