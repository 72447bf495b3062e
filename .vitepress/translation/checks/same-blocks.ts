/** Each block of a section says what the English block at its place says. */
import type { Problem } from '../../../src/project/problem.ts'
import { type Language, source } from '../../site/languages.ts'
import { sentencesOf } from '../sentences.ts'
import type { Block } from './blocks.ts'
import { missingFigures } from './numbers.ts'
import type { ParsedPage } from './parsed.ts'

/** What is wrong, and in which section. */
export interface BlockProblem extends Problem {
  readonly section: string
  /** Does it say that the section has other blocks than the English one? */
  readonly shape: boolean
}

/** Blocks that are lost, doubled, swapped, empty, shortened or incomplete. */
export function checkBlocks(
  page: ParsedPage,
  english: ParsedPage,
): BlockProblem[] {
  const ratio = usualRatio(page.blocks, english.blocks)
  const sections = new Set(english.blocks.map(({ section }) => section))
  return [...sections].flatMap((section) => {
    const own = page.blocks.filter((block) => block.section === section)
    const wanted = english.blocks.filter((block) => block.section === section)
    // A section that is missing is a finding of `parity`.
    if (own.length === 0) return []
    // A section that is still English is a finding of `records`.
    if (own.every(({ text }, i) => text === wanted[i]?.text)) return []
    const report = ({ line }: Block, message: string): BlockProblem => {
      return { file: page.file, line, message, section, shape: false }
    }
    const kinds = (blocks: readonly Block[]) =>
      blocks.map(({ kind }) => kind).join()
    if (kinds(own) !== kinds(wanted)) {
      const [line, message] = firstUnlike(own, wanted, english.file)
      return [{ file: page.file, line, message, section, shape: true }]
    }
    const found: BlockProblem[] = []
    const swapped = new Set<number>()
    for (const [i, block] of own.entries()) {
      const want = wanted[i]
      if (!want || swapped.has(i)) continue
      const messages = [...unlike(block, want, page.locale, ratio)]
      const partner = messages.length > 0 ? swappedWith(own, wanted, i) : -1
      const there = `${english.file}:${want.line}`
      if (partner > i) {
        swapped.add(partner)
        const other = own[partner] as Block
        const message = `the ${block.kind} “${excerpt(block.text)}” and the one in line ${other.line} have changed places; ${there} comes first`
        found.push({ ...report(block, message), shape: true })
        continue
      }
      const [first] = messages
      if (first) found.push(report(block, first.replaceAll('{there}', there)))
    }
    return found
  })
}

/** The one in which this block's parts and another's are each other's. */
function swappedWith(
  own: readonly Block[],
  wanted: readonly Block[],
  at: number,
): number {
  if (signOf(own[at]) === signOf(wanted[at])) return -1
  return own.findIndex(
    (block, i) =>
      i > at &&
      signOf(block) === signOf(wanted[at]) &&
      signOf(wanted[i]) === signOf(own[at]),
  )
}

/** What can be compared of a block, whatever its language. */
const signOf = (block: Block | undefined): string =>
  JSON.stringify([
    block?.kind,
    block?.kind === 'tag' ? block.text : '',
    block?.code,
    block?.claims.map(({ id }) => id),
  ])

/** Where a section has a block too few or too many, and which. */
function firstUnlike(
  own: readonly Block[],
  wanted: readonly Block[],
  file: string,
): [number, string] {
  const twice = own.find(({ text }, i) =>
    own.slice(0, i).some((each) => each.text === text && text !== ''),
  )
  if (twice && own.length > wanted.length) {
    const message = `the ${twice.kind} “${excerpt(twice.text)}” is here twice; delete one`
    return [twice.line, message]
  }
  const lost = leastUnlike(wanted, own)
  if (lost !== undefined) {
    const english = wanted[lost] as Block
    const line = own[Math.min(lost, own.length - 1)]?.line ?? 1
    const message = `the ${english.kind} “${excerpt(english.text)}” of ${file}:${english.line} is missing near here; translate it`
    return [line, message]
  }
  const added = leastUnlike(own, wanted)
  if (added !== undefined) {
    const block = own[added] as Block
    const message = `the ${block.kind} “${excerpt(block.text)}” is not in this section of ${file}; delete it`
    return [block.line, message]
  }
  const [first] = own
  const message = `the section has other paragraphs, list items and cells than ${file}:${wanted[0]?.line}; make them the same`
  return [first?.line ?? 1, message]
}

/**
 * Which blocks' absence from `more` makes it most like `fewer`: the index of
 * the first, undefined if there are not more. Blocks are alike by what can be
 * compared of them, and by their lengths.
 */
function leastUnlike(
  more: readonly Block[],
  fewer: readonly Block[],
): number | undefined {
  const count = more.length - fewer.length
  if (count <= 0) return undefined
  const size = (blocks: readonly Block[]) =>
    blocks.reduce((sum, { text }) => sum + text.length, 0)
  const starts = Array.from({ length: fewer.length + 1 }, (_, start) => {
    const rest = more.filter((_, i) => i < start || i >= start + count)
    const ratio = size(rest) / size(fewer)
    return fewer.reduce((sum, block, i) => {
      const other = rest[i] as Block
      const unlike = signOf(block) === signOf(other) ? 0 : 10
      const [a, b] = [other.text.length + 1, ratio * block.text.length + 1]
      return sum + unlike + Math.abs(Math.log(a / b))
    }, 0)
  })
  return starts.indexOf(Math.min(...starts))
}

/** How a block differs from the English one; `{there}` is its place. */
function* unlike(
  block: Block,
  want: Block,
  locale: Language,
  ratio: number,
): Generator<string> {
  const { kind, text } = block
  // `structure` and the weave compare tags.
  if (kind === 'tag') return
  if (text === '' && want.text !== '') {
    yield `the ${kind} is empty, {there} is “${excerpt(want.text)}”; translate it`
    return
  }
  for (const { href, text } of block.links) {
    if (text.trim() === '') yield `the link to ${href} has no text; write it`
  }
  const ids = want.claims.map(({ id }) => id).join()
  const own = block.claims.map(({ id }) => id)
  if (own.join() !== ids) {
    const [stray] = own.filter((id) => !ids.split(',').includes(id))
    yield stray
      ? `the mark of ${stray} is in another ${kind} than in {there}; put it behind the sentence that states it`
      : `the marks of this ${kind} are those of {there} in another order; put each behind the sentence that states it`
  }
  for (const { id, before } of block.claims) {
    if (/\p{STerm}[\p{Pe}\p{Pf}\p{QMark}]*$/u.test(before)) continue
    if (!/\p{STerm}[\p{Pe}\p{Pf}\p{QMark}]*$/u.test(marked(want, id))) continue
    yield `the mark of ${id} is inside a sentence, after “${before.slice(-12)}”; put it after the end of the sentence`
  }
  for (const figure of missingFigures(want.text, text, locale)) {
    yield `lacks the number “${figure.text}” that {there} has; write it`
  }
  yield* leftInEnglish(block, want, locale)
  const [sentences, wantSentences] = [
    sentencesOf(text, locale).length,
    sentencesOf(want.text, source).length,
  ]
  if (
    sentences < wantSentences &&
    text.length < 0.75 * ratio * want.text.length
  ) {
    yield `the ${kind} has ${sentences} sentences and is short, {there} has ${wantSentences}; look for a sentence that is missing`
  }
}

const marked = ({ claims }: Block, id: string): string =>
  claims.find((claim) => claim.id === id)?.before ?? ''

/** Sentences that are word for word the English ones. */
function* leftInEnglish(
  { kind, text }: Block,
  want: Block,
  locale: Language,
): Generator<string> {
  const english = new Set(sentencesOf(want.text, source).map(plain))
  const least = kind === 'heading' || kind === 'cell' ? 3 : 4
  for (const sentence of sentencesOf(text, locale)) {
    if (!english.has(plain(sentence)) || wordsIn(sentence) < least) continue
    yield `“${excerpt(sentence)}” is still English; translate it`
    return
  }
}

const plain = (sentence: string): string => sentence.replace(/\s+/g, ' ').trim()

const wordsIn = (text: string): number =>
  text.replace(/`[^`]*`/g, ' ').match(/\p{L}{2,}/gu)?.length ?? 0

/** How long a translation usually is, beside its English text. */
function usualRatio(own: readonly Block[], english: readonly Block[]): number {
  const ratios = english
    .map((want, i) => (own[i]?.text.length ?? 0) / want.text.length)
    .filter((ratio, i) => ratio > 0 && (english[i]?.text.length ?? 0) > 40)
    .sort((a, b) => a - b)
  return ratios[ratios.length >> 1] ?? 1
}

const excerpt = (text: string): string =>
  text.length > 30 ? `${text.slice(0, 30).replace(/\n/g, ' ')}…` : text
