/** Compares a text with the English text of its place. */
import {
  type Language,
  languages,
  source,
  translations,
} from '../../site/languages.ts'
import { sentencesOf } from '../sentences.ts'
import type { Block } from './blocks.ts'
import { unlikeNumbers } from './numbers.ts'
import { escaped, excerpt, withoutCode } from './prose.ts'
import { scriptOf } from './script.ts'
import { distance, pairSentences } from './sentence-pairs.ts'
import { englishWords } from './still-english.ts'

/** What is known of the section around a text. */
export interface Around {
  readonly locale: Language
  /** How long this translation usually is, beside its English text. */
  readonly ratio: number
  /** Its heading, if it has one, which code can be. */
  readonly heading?: string | undefined
  /** The whole section, here and in English. */
  readonly section: string
  readonly english: string
}

/** How long a translation usually is, beside its English text: the median. */
export function usualRatio(
  texts: readonly (readonly [own: string, english: string | undefined])[],
): number {
  const ratios = texts
    .map(([own, english]) => (english ? own.length / english.length : 0))
    .filter((ratio) => ratio > 0)
    .sort((a, b) => a - b)
  return ratios[ratios.length >> 1] ?? 1
}

/** A message, and its line if it is not that of the text. */
type Difference = string | readonly [message: string, line: number]

const ended = /\p{STerm}[\p{Pe}\p{Pf}\p{QMark}*]*$/u

/** How a text differs from the English one; `{there}` is the English place. */
export function* unlike(
  own: Block,
  want: Block,
  on: Around,
): Generator<Difference> {
  const { kind, text } = own
  if (kind === 'tag' || kind === 'code block') {
    const [mine, theirs] = [own, want].map(tagsOf)
    if (mine !== theirs)
      yield `is ${mine}, {there} has ${theirs}; make it the same`
    return
  }
  if (text === '' && want.text !== '') {
    yield `the ${kind} is empty, {there} is “${excerpt(want.text)}”; translate it`
    return
  }
  if (kind === 'heading' && own.level !== want.level) {
    yield `heading level is ${own.level}, but ${want.level} in {there}; make it the same`
  }
  if (
    own.level !== want.level &&
    kind === 'list item' &&
    own.level &&
    want.level
  ) {
    yield `has the number ${own.level.slice(3)}, in {there} ${want.level.slice(3)}; put the items in their order`
  }
  if (isEnglishName(own, want, on.locale))
    yield `“${excerpt(text)}” is still English; translate it`
  yield* linksUnlike(own, want)
  yield* claimsUnlike(own, want, on)
  yield* codeUnlike(own, want, on)
  yield* unlikeNumbers(text, want.text, on.locale)
  yield* tagsUnlike(own, want)
  const words = englishWords(text, want.text, on.locale)
  if (
    words !== undefined &&
    !want.text.includes(`“${words}`) &&
    !want.links.some(
      (link) => text.includes(link.text) && link.text.includes(words),
    )
  ) {
    yield `“${words}” is English; translate it`
  }
  yield* emphasisUnlike(own, want, on.locale)
  if (
    kind === 'paragraph' &&
    on.ratio > 0 &&
    /[.!?:]$/.test(want.text) &&
    /[\p{L}\p{N}]$/u.test(text)
  )
    yield `ends with “${text.slice(-12)}”, without a sign; write the rest of the sentence, or end it`
  if (text.length >= 0.85 * on.ratio * want.text.length) return
  const [sentences, wanted] = [
    sentencesOf(text, on.locale),
    sentencesOf(want.text, source),
  ]
  const size = (texts: readonly string[], places: readonly number[]) =>
    places.reduce((sum, at) => sum + (texts[at]?.length ?? 0), 0)
  const lost = pairSentences(sentences, wanted, on.ratio).find((pair) => {
    // Sentences that were joined are together about as long as before.
    const length = size(sentences, pair.own) / (on.ratio || 1)
    return pair.want.length > 1
      ? length < (kind === 'paragraph' ? 0.55 : 0.4) * size(wanted, pair.want)
      : pair.own.length === 0 && size(wanted, pair.want) > 20
  })
  const sentence = wanted[lost?.want.at(-1) ?? -1]
  if (sentence) {
    yield `lacks the sentence “${excerpt(sentence)}” of {there}, or a part of it; translate it`
  }
}

/** Is a heading or a title the English one, and no name? */
function isEnglishName(own: Block, want: Block, locale: Language): boolean {
  const { kind, text } = own
  if (kind === 'title' && scriptOf(locale) !== 'Latn')
    return !/[^\P{L}\p{sc=Latin}]/u.test(text)
  const isSame = kind === 'heading' && text === want.text
  return isSame && /\S \S/.test(text) && /(?<!\p{L})\p{Ll}+/u.test(text)
}

const tagsOf = ({ kind, level, tags }: Block): string =>
  kind === 'code block' ? `code of the type “${level}”` : tags.join(' ')

function* tagsUnlike(own: Block, want: Block): Generator<string> {
  const { lost, rest } = unpaired(own.tags, want.tags, (tag) => tag)
  for (const tag of lost) yield `lacks ${tag}, which {there} has; put it in`
  if (rest[0]) yield `has ${rest[0]}, which {there} lacks; delete it`
}

function* linksUnlike(own: Block, want: Block): Generator<Difference> {
  const { lost, rest } = unpaired(own.links, want.links, ({ href }) => href)
  for (const { href, text, line } of own.links) {
    if (text === '') yield [`the link to ${href} has no text; write it`, line]
  }
  for (const { href } of lost) {
    const other = rest.shift()
    if (other) {
      const message = `link leads to ${other.href}, but to ${href} in {there}; make it the same`
      yield [message, other.line]
    } else yield `lacks the link to ${href} that {there} has; add it`
  }
}

/** What has no partner: one with the same address in any language. */
function unpaired<T>(
  own: readonly T[],
  want: readonly T[],
  addressOf: (each: T) => string,
): { lost: T[]; rest: T[] } {
  const signOf = (each: T) => anyLanguage(addressOf(each))
  const rest = [...own]
  const lost = want.filter((wish) => {
    const at = rest.findIndex((each) => signOf(each) === signOf(wish))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return { lost, rest }
}

const language = `(?:${languages.join('|')})(?:-[a-z]+)?`
const inAddress = new RegExp(`/${language}(?=/|$)`, 'i')
const inDeed = new RegExp(`\\bdeed\\.${language}\\b`, 'i')

/** An address without its language. */
const anyLanguage = (address: string): string =>
  address.replace(inAddress, '/LANGUAGE').replace(inDeed, 'deed.LANGUAGE')

function* claimsUnlike(
  own: Block,
  want: Block,
  { locale, ratio }: Around,
): Generator<string> {
  const ids = want.claims.map(({ id }) => id)
  for (const { id } of own.claims) {
    if (ids.includes(id)) continue
    yield `the mark of ${id} is in another ${own.kind} than in {there}; put it behind the sentence that states it`
    return
  }
  if (own.claims.length === 0) return
  const [mine, theirs] = [
    sentencesOf(own.text, locale),
    sentencesOf(want.text, source),
  ]
  const pairs = pairSentences(mine, theirs, ratio)
  // If the claims are in another order, so are their sentences, unless code or a
  // number says otherwise.
  const isSameOrder = own.claims.map(({ id }) => id).join() === ids.join()
  const sameCount = mine.length === theirs.length ? 0.2 : 0.8
  const margin = isSameOrder ? sameCount : 1
  for (const { id, before } of own.claims) {
    const there = want.claims.find((claim) => claim.id === id)?.before ?? ''
    if (!ended.test(before) && ended.test(there)) {
      yield `the mark of ${id} is inside a sentence, after “${before.slice(-12)}”; put it after the end of the sentence`
      continue
    }
    if (!ended.test(before) || !ended.test(there)) continue
    const at = sentencesOf(before, locale).length - 1
    const wanted = sentencesOf(there, source).length - 1
    const isLast = at === mine.length - 1 && wanted === theirs.length - 1
    if (isLast || (at === 0 && wanted === 0)) continue
    const pair = pairs.find((each) => each.want.includes(wanted))
    if (!pair || pair.own.length === 0 || pair.own.includes(at)) continue
    // Two sentences may change places together with their marks.
    const english = isSameOrder
      ? pair.want.map((i) => theirs[i]).join('')
      : `${theirs[wanted]}`
    const [here = '', usual = ''] = [
      mine[at],
      pair.own.map((i) => mine[i]).join(''),
    ]
    if (
      distance(here, english, ratio) <
      distance(usual, english, ratio) + margin
    )
      continue
    yield `the mark of ${id} is behind “${excerpt(here)}”, in {there} behind the sentence ${wanted + 1} of ${theirs.length}; put it behind the sentence that states it`
  }
}

function* codeUnlike(
  own: Block,
  want: Block,
  { section, english, heading }: Around,
): Generator<string> {
  const names = [...new Set(want.code)]
  const odd = own.code.filter(
    (code) =>
      !english.includes(code) && !names.some((each) => sameCode(each, code)),
  )
  const times = (all: readonly string[], code: string) =>
    all.filter((each) => sameCode(code, each)).length
  for (const code of names) {
    const here = times(own.code, code)
    const other = here < times(want.code, code) ? odd.shift() : undefined
    if (other !== undefined) {
      yield `has \`${other}\` where {there} has \`${code}\`; write code as it is there`
      continue
    }
    if (here > 0) continue
    // A pronoun may stand for a name that is near, but no bare word.
    const said = english.split(`\`${code}\``).length - 1
    const isNear =
      heading === code || (said > 1 && section.includes(`\`${code}\``))
    if (
      isNear &&
      !withoutCode(own.text)
        .split(/[^\w.]+/)
        .includes(code)
    )
      continue
    yield `lacks the code \`${code}\` that {there} has; add it`
  }
}

/** A language that code names: `status es`. */
export const ownName = new RegExp(`\\b(?:${translations.join('|')})\\b`)

/** Whether code is the same, except for a language that it names. */
function sameCode(want: string, got: string): boolean {
  if (want === got || !ownName.test(got)) return want === got
  const parts = got.split(ownName).map(escaped)
  return new RegExp(`^${parts.join('[a-z]{2,3}(?:-[a-z]+)*')}$`).test(want)
}

/** Scripts without italics say with bold type or quotes what is emphasized. */
function* emphasisUnlike(
  own: Block,
  want: Block,
  locale: Language,
): Generator<string> {
  const quotes = (text: string) => text.match(/[“「『«]/g)?.length ?? 0
  const all = ({ strong, emphasis, text }: Block) =>
    strong + emphasis + quotes(text)
  const isLatin = scriptOf(locale) === 'Latn'
  const mine = isLatin ? all(own) : own.strong + quotes(own.text)
  const theirs = isLatin ? all(want) : want.strong
  // Of several words in italics one may be left out; bold type is meant.
  const less = mine < theirs && (mine === 0 || theirs - mine > 1)
  if (less || own.strong < want.strong) {
    yield 'has less emphasis than {there}; mark the same words with stars'
  }
}
