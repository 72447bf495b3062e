/**
 * Names characters that look like those of the trace language, or like none:
 * keyboards of phones, input methods and editors write them unasked.
 */
import { ParseError } from './error.ts'
import type { MessageCode } from './messages.ts'

/** Characters, each kind with what it stands for. */
const KINDS: readonly [MessageCode, RegExp, (found: string) => string][] = [
  ['ideographicSpace', /\u3000/, () => ' '],
  ['noBreakSpace', /[\u00a0\u2007\u202f]/, () => ' '],
  ['otherSpace', /[\u1680\u2000-\u200a\u205f]/, () => ' '],
  ['lineBreak', /[\r\v\f\u0085\u2028\u2029]/, () => ' '],
  ['byteOrderMark', /\ufeff/, () => ''],
  [
    'invisible',
    // The last two join letters of some languages, and emoji: elsewhere, no.
    /[^\P{Cc}\t]|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\uffa0\ufff9-\ufffb]|(?<!\P{ASCII})[\u200c\u200d]|[\u200c\u200d](?!\P{ASCII})/u,
    () => '',
  ],
  [
    'quotationMark',
    /[“”„‟«»‹›「」『』｢｣〝〞〟＂″]|(?<![^ \t=])[‘’‚‛＇′]|[‘’‚‛＇′](?![^ \t])/,
    () => '"',
  ],
  [
    'fullWidth',
    /[！-～]/,
    (found) => String.fromCharCode(found.charCodeAt(0) - 0xfee0),
  ],
  [
    'arrow',
    /[⇒→⟹⟶➔➜➡⇨]|(?<![^ \t])(?:-+>|==+>|>=|≥|=&gt;)(?![^ \t])/,
    () => '=>',
  ],
  ['minus', /[‐-―−﹣]/, () => '-'],
  ['digit', /(?![0-9０-９])\p{Nd}/u, (found) => `${digitOf(found)}`],
]

const any = KINDS.map(([, { source }]) => source).join('|')
const ANY = new RegExp(any, 'gu')

/** A JSON string or a comment, in which any character may stand; or a match. */
const OUTSIDE = new RegExp(
  `(?<![^ \\t])(?:"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"|#.*$)|(?<found>${any})`,
  'gu',
)

/** Kinds that a word cannot have, because readers do not see what it is. */
const HIDDEN: readonly MessageCode[] = KINDS.map(([kind]) => kind).slice(0, 7)

/** Longer lines are not examined again. */
const LONGEST = 10_000

/** Digits lie in tens, from 0 on. */
function digitOf(character: string): number {
  let value = 0
  let code = character.codePointAt(0) ?? 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--
    value++
  }
  return value
}

function kindOf(found: string) {
  const kind = KINDS.find(([, { source, flags }]) =>
    new RegExp(`^(?:${source})$`, flags).test(found),
  )
  return kind ?? (['quotationMark', /./, () => '"'] as const)
}

/** Refuses a word with a character that hides what the word is. */
export function refuseHidden(word: string): void {
  if (/^[!-~]*$/.test(word)) return
  for (const [found] of word.matchAll(ANY)) {
    if (HIDDEN.includes(kindOf(found)[0])) throw errorFor(found)
  }
}

/**
 * Says which character is to blame for an error in a line.
 * @param parse Throws if a line is wrong.
 * @returns The error itself, if the line has no such character, or if another
 * character would not help.
 */
export function explained(
  error: ParseError,
  line: string,
  parse: (line: string) => void,
): ParseError {
  if (line.length > LONGEST) return error
  const all: string[] = []
  const plain = line.replace(OUTSIDE, (whole, ...rest) => {
    const { found } = rest.at(-1) as { found?: string }
    if (found === undefined) return whole
    all.push(found)
    return kindOf(found)[2](found)
  })
  const [first] = all
  if (first === undefined) return error
  const blamed = all.find((each) => error.values.found?.includes(each))
  if (blamed !== undefined) return errorFor(blamed)
  try {
    parse(plain)
  } catch {
    return error
  }
  return errorFor(first)
}

function errorFor(found: string): ParseError {
  const [kind, , typed] = kindOf(found)
  const hex = (found.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return new ParseError(kind, {
    character: found,
    code: `U+${hex.padStart(4, '0')}`,
    type: typed(found),
  })
}
