/** Checks that the strings of the interface can be formatted. */
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { interfaceFile, tagKey, tagOf } from '../../site/interface.ts'
import { type Language, source } from '../../site/languages.ts'
import { readTexts } from '../../site/texts.ts'
import { branchesOf, type Part, parseMessage } from './message-texts.ts'

/** Finds problems in the strings of a language. */
export function checkInterface(project: Project, locale: Language): Problem[] {
  const file = interfaceFile(locale)
  const found: Problem[] = []
  // The check `texts` reports a file that cannot be read.
  problemsOf(() => {
    const english = readTexts(project, source, 'interface.json')
    for (const [key, own] of readTexts(project, locale, 'interface.json')) {
      const wanted = english.get(key)
      if (!wanted) continue
      const messages =
        key === tagKey
          ? wrongTag(own.text)
          : wrongText(own.text, wanted.text, locale)
      for (const message of messages) {
        found.push({ file, line: own.line, message: `"${key}" ${message}` })
      }
    }
  })
  return found
}

function* wrongTag(tag: string): Generator<string> {
  const names = new Intl.DisplayNames('en', {
    type: 'language',
    fallback: 'none',
  })
  try {
    if (Intl.getCanonicalLocales(tag)[0] === tag && names.of(tag)) return
  } catch {
    // A malformed tag gets the same message as an unknown one.
  }
  yield `is "${tag}", which is not a language tag; write one such as "pt" or "zh-Hans"`
}

/** What the reader of messages means by its errors. */
const reasons: Readonly<Record<string, string>> = {
  MISSING_OTHER_CLAUSE: 'a plural or select lacks its branch “other {…}”',
  EXPECT_ARGUMENT_CLOSING_BRACE: 'a brace { is never closed',
  UNMATCHED_CLOSING_TAG: 'a tag is closed that was never opened',
  UNCLOSED_TAG: 'a tag is never closed',
  EMPTY_ARGUMENT: 'the braces {} hold no name',
  MALFORMED_ARGUMENT: 'the name between braces is not one word',
  INVALID_ARGUMENT_TYPE:
    'what follows the name is neither “plural” nor “select”',
  EXPECT_ARGUMENT_TYPE:
    'the word “plural” or “select” is missing behind the name',
  EXPECT_PLURAL_ARGUMENT_SELECTOR:
    'a branch of a plural has no word before its brace',
  EXPECT_SELECT_ARGUMENT_SELECTOR:
    'a branch of a select has no word before its brace',
  EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT:
    'a branch of a plural has no text in braces',
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT:
    'a branch of a select has no text in braces',
  EXPECT_SELECT_ARGUMENT_OPTIONS: 'a select has no branches',
  EXPECT_PLURAL_ARGUMENT_OPTIONS: 'a plural has no branches',
  DUPLICATE_PLURAL_ARGUMENT_SELECTOR: 'a plural has the same branch twice',
  DUPLICATE_SELECT_ARGUMENT_SELECTOR: 'a select has the same branch twice',
}

function* wrongText(
  text: string,
  english: string,
  locale: Language,
): Generator<string> {
  const [own, wanted] = [text, english].map(partsOf)
  if (own instanceof Error) {
    const reason =
      reasons[own.message] ??
      'its braces or its commas are not those of a message'
    yield `cannot be formatted: ${reason}; compare it with ${JSON.stringify(english)}`
  } else if (own && wanted && !(wanted instanceof Error)) {
    yield* wrongNames(namesIn(own), namesIn(wanted))
    yield* wrongBranches(own, wanted, locale)
    const signs = [text, english].map((each) => {
      return [...each.matchAll(/\}\s*([<>=≤≥≠])\s*\{/g)].map(([, sign]) => sign)
    }) as [string[], string[]]
    const odd = signs[0].find((sign) => !signs[1].includes(sign))
    if (odd) {
      yield `compares with “${odd}” where the English string has “${signs[1].join(' ')}”; write the same sign`
    }
  }
  yield* unclosed(text)
}

function* wrongNames(
  own: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): Generator<string> {
  for (const name of wanted) {
    if (own.has(name)) continue
    yield `lacks {${name}}, which the English string has; add it where it belongs`
  }
  for (const name of own) {
    if (wanted.has(name)) continue
    const near = didYouMean(name, [...wanted]) || ';'
    yield `has {${name}}, which the English string lacks${near} correct or delete it`
  }
}

/** The site gives a select its words, and a plural its number. */
function* wrongBranches(
  own: readonly Part[],
  wanted: readonly Part[],
  locale: Language,
): Generator<string> {
  const all = choicesIn(wanted)
  for (const { value, type, options } of choicesIn(own)) {
    const want = all.find((each) => each.value === value && each.type === type)
    if (!want) {
      yield `chooses by {${value}} otherwise than the English string; keep its word plural or select`
      continue
    }
    const [mine, theirs] = [options, want.options].map((each) => {
      return Object.keys(each ?? {})
    }) as [string[], string[]]
    const forms = new Intl.PluralRules(tagOf(locale)).resolvedOptions()
    const known =
      type === select
        ? theirs
        : [
            ...forms.pluralCategories,
            'other',
            ...theirs.filter((key) => key.startsWith('=')),
          ]
    const odd = mine.find((key) => !known.includes(key) && !/^=/.test(key))
    const lost = type === select && theirs.find((key) => !mine.includes(key))
    if (odd !== undefined || lost) {
      const keys = (type === select ? theirs : known).join(', ')
      yield `has no branch for “${lost || odd}” of {${value}}: its branches are ${mine.join(', ')}; keep the words ${keys}, which are not shown, and translate what is in their braces`
      continue
    }
    const counts = (part: Part) => {
      const inside = part.options?.other?.value ?? []
      return inside.some((each) => each.type === pound || each.value === value)
    }
    if (type === plural && counts(want) && !counts({ type, value, options })) {
      yield `lacks # in the branch “other” of {${value}}, so the number would not be shown; put it back`
    }
  }
}

function* unclosed(text: string): Generator<string> {
  const open: string[] = []
  for (const [tag, name = ''] of text.matchAll(/<\/?(\w+)[^>]*>/g)) {
    if (!tag.startsWith('</')) open.push(name)
    else if (open.pop() !== name)
      yield `has ${tag} without its <${name}>; add <${name}> before it, or delete it`
  }
  for (const name of open)
    yield `has <${name}> without its </${name}>; add </${name}>`
}

/** The parts of a message, or the error if it is not a message. */
function partsOf(text: string): readonly Part[] | Error {
  try {
    return parseMessage(text)
  } catch (error) {
    return error as Error
  }
}

/** The numbers by which the reader of messages names its elements. */
const [literal, select, plural, pound] = [0, 5, 6, 7]

/** The parts of a message, also those inside others. */
const within = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part) => [part, ...branchesOf(part).flatMap(within)])

const namesIn = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(
    within(parts)
      .filter(({ type }) => type !== literal && type !== pound)
      .map(({ value }) => String(value)),
  )

/** The plurals and selects of a message. */
const choicesIn = (parts: readonly Part[]): Part[] =>
  within(parts).filter(({ type }) => type === select || type === plural)
