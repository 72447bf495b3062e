/** Pairs the blocks of a section with the English ones, and compares them. */
import { diffArrays } from 'diff'
import { type Language, source } from '../../site/languages.ts'
import { sentencesOf } from '../sentences.ts'
import { type Block, groupsOf } from './blocks.ts'
import type { Report } from './finding.ts'
import type { ParsedPage } from './parsed.ts'
import { excerpt } from './prose.ts'
import { type Around, ownName, unlike, usualRatio } from './same-text.ts'
import { englishSentence } from './still-english.ts'

/** What a page's sections have too few, too many, or otherwise than English. */
export function checkBlocks(
  page: ParsedPage,
  english: ParsedPage,
  isNew: (section: string) => boolean,
): Report[] {
  const { file, locale } = page
  const bySection = (blocks: readonly Block[]) =>
    groupsOf(blocks, ({ section }) => section)
  const here = bySection(page.blocks)
  const proseOf = (blocks: readonly Block[] = []) =>
    textOf(blocks.filter(({ kind }) => /paragraph|list item/.test(kind)))
  const ratio = usualRatio(
    [...bySection(english.blocks)].map(([section, want]) => {
      return [proseOf(here.get(section)), proseOf(want)]
    }),
  )
  return [...bySection(english.blocks)].flatMap(([section, want]) => {
    const own = here.get(section)
    // A section that is missing or still English is a finding of `records`.
    if (!own || !isNew(section)) return []
    if (own.every(({ text }, i) => text === want[i]?.text)) return []
    const found: Report[] = []
    const report = (line: number, message: string, at = want[0]?.line) => {
      const there = `${english.file}:${at}`
      found.push({ file, line, message: message.replaceAll('{there}', there) })
    }
    const heading = want.find(({ kind }) => kind === 'heading')?.text
    const texts = { section: textOf(own), english: textOf(want), heading }
    const on = { locale, ratio, ...texts }
    for (const [one, other] of pairsOf(own, want, on, report)) {
      const isText = one.kind !== 'tag' && one.kind !== 'code block'
      const english = isText && englishSentence(one.text, other.text, locale)
      if (english) {
        const message = `“${excerpt(english)}” is still English; translate it`
        found.push({ file, line: one.line, message, severity: 'error' })
      }
      const [first] = unlike(one, other, on)
      if (first === undefined) continue
      const [message, line] =
        typeof first === 'string' ? ([first, one.line] as const) : first
      report(line, message, other.line)
    }
    return found
  })
}

const textOf = (blocks: readonly Block[]): string =>
  blocks.map(({ text }) => text).join('\n')

/** The language, and how long its texts are beside English ones. */
type On = Pick<Around, 'locale' | 'ratio'>

type Tell = (line: number, message: string, at?: number) => void
type Pair = readonly [own: Block, want: Block]

/** What stands together: paragraphs, the items of a list, a table's cells. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === block.kind) last.push(block)
    else runs.push([block])
  }
  return runs
}

/** Pairs what says the same; tells what has no partner. */
function pairsOf(
  own: readonly Block[],
  want: readonly Block[],
  on: On,
  tell: Tell,
): Pair[] {
  const [runs, wanted] = [runsOf(own), runsOf(want)]
  const kind = ([block]: readonly Block[]) => block?.kind
  const pairs: Pair[] = []
  let [i, k] = [0, 0]
  let line = own[0]?.line ?? 1
  for (const part of diffArrays(wanted.map(kind), runs.map(kind))) {
    for (const _ of part.value) {
      const [run, wish] = [runs[i], wanted[k]]
      const [first] = (part.removed ? wish : run) ?? []
      if (part.removed && first) {
        tell(line, `${missing(first)}; translate it`, first.line)
      } else if (part.added && first) tell(first.line, surplus(first))
      else if (run && wish) pairs.push(...pairsInRun(run, wish, on, tell))
      if (run && !part.removed) line = lineAfter(run, run.length)
      if (!part.removed) i++
      if (!part.added) k++
    }
  }
  return pairs
}

const named = ({ kind, text }: Block): string =>
  `the ${kind} “${excerpt(text)}”`
const missing = (block: Block): string =>
  `${named(block)} of {there} is missing near here`
const surplus = (block: Block): string =>
  `${named(block)} is not in this section of {there}; delete it`

/** @param own A run of blocks of one kind. @param want The same in English. */
function pairsInRun(
  own: readonly Block[],
  want: readonly Block[],
  on: On,
  tell: Tell,
): Pair[] {
  const { kind } = own[0] as Block
  if (kind === 'cell') return pairsInTable(own, want, tell)
  if (own.length === want.length) {
    const order = orderOf(own, want)
    const moved = order.findIndex((at, i) => at !== i)
    // In a list without numbers, the order means nothing.
    const matters = kind !== 'list item' || own[0]?.level !== ''
    if (matters && moved >= 0) {
      const [block, other] = [own[moved], own[order[moved] ?? 0]]
      if (block && other) {
        const message = `${named(block)} and the one in line ${other.line} have changed places; {there} comes first`
        tell(block.line, message, want[moved]?.line)
      }
    }
    return want.map((each, i) => [own[order[i] ?? i] as Block, each])
  }
  const [more, fewer] = own.length > want.length ? [own, want] : [want, own]
  const odd = leastUnlike(more, fewer)
  const twice = own.find(
    ({ text }, i) =>
      text !== '' && own.slice(0, i).some((each) => each.text === text),
  )
  if (kind === 'paragraph' && !twice && isDivided(own, want, odd, on)) {
    return [[joined(own), joined(want)]]
  }
  const first = more[odd] as Block
  if (more === want) {
    tell(lineAfter(own, odd), `${missing(first)}; translate it`, first.line)
  } else if (twice) {
    tell(
      twice.line,
      `the ${kind} “${excerpt(twice.text)}” is here twice; delete one`,
    )
  } else tell(first.line, surplus(first))
  const count = more.length - fewer.length
  const rest = more.filter((_, i) => i < odd || i >= odd + count)
  return fewer.map((block, i) => {
    const partner = rest[i] as Block
    return more === want ? [block, partner] : [partner, block]
  })
}

/** The line where a block is missing that would be at a place among others. */
function lineAfter(blocks: readonly Block[], at: number): number {
  const above = blocks[at - 1]
  if (!above) return blocks[0]?.line ?? 1
  const gap = above.kind === 'list item' || above.kind === 'cell' ? 1 : 2
  return above.line + above.rows.length - 1 + gap
}

/** Are paragraphs only split or joined? Then sentences and lengths agree. */
function isDivided(
  own: readonly Block[],
  want: readonly Block[],
  odd: number,
  { locale, ratio }: On,
): boolean {
  const sentences = (blocks: readonly Block[], language: Language) =>
    sentencesOf(textOf(blocks), language).length
  const surplus = textOf(own).length / ratio - textOf(want).length
  const more = sentences(own, locale) - sentences(want, source)
  if (own.length < want.length)
    return more >= 0 || -surplus < 0.5 * (want[odd]?.text.length ?? 0)
  // A single sentence hardly changes the length.
  const added = own.slice(odd, odd + 1)
  const isNew = sentences(added, locale) === 1 && more > 0
  return !isNew && surplus < 0.5 * (textOf(added).length / ratio)
}

/** Several paragraphs as one. */
function joined(blocks: readonly Block[]): Block {
  const [first] = blocks as [Block]
  const claims = blocks.flatMap((block, i) => {
    const above = textOf(blocks.slice(0, i))
    return block.claims.map(({ id, before }) => {
      return { id, before: `${above}\n${before}`.trim() }
    })
  })
  const sum = (of: (block: Block) => number) =>
    blocks.reduce((total, block) => total + of(block), 0)
  return {
    ...first,
    text: textOf(blocks),
    rows: blocks.flatMap(({ rows }) => rows),
    code: blocks.flatMap(({ code }) => code),
    claims,
    links: blocks.flatMap(({ links }) => links),
    tags: blocks.flatMap(({ tags }) => tags),
    strong: sum(({ strong }) => strong),
    emphasis: sum(({ emphasis }) => emphasis),
  }
}

/** Pairs rows by their first cells, if code or a number tells them apart. */
function pairsInTable(
  own: readonly Block[],
  want: readonly Block[],
  tell: Tell,
): Pair[] {
  const rows = (cells: readonly Block[]) => [
    ...groupsOf(cells, ({ row }) => row).values(),
  ]
  const [mine, theirs] = [rows(own), rows(want)]
  const heads = (all: Block[][]) => all.map(([cell]) => cell as Block)
  if (mine.length !== theirs.length) {
    const [more, fewer] =
      mine.length > theirs.length ? [mine, theirs] : [theirs, mine]
    const odd = leastUnlike(heads(more), heads(fewer))
    const cell = more[odd]?.[0] as Block
    if (more === theirs) {
      const near = mine[Math.min(odd, mine.length - 1)]?.[0] as Block
      tell(near.line, `${missing(cell)}, with its row; translate it`, cell.line)
    } else
      tell(
        cell.line,
        `${named(cell)} begins a row that {there} lacks; delete it`,
      )
    return []
  }
  const order = orderOf(heads(mine), heads(theirs))
  return theirs.flatMap((row, i): Pair[] => {
    const cells = mine[order[i] ?? i] ?? []
    if (cells.length === row.length) {
      return row.map((cell, k) => [cells[k] as Block, cell])
    }
    const [first] = cells
    const message = `the row has ${cells.length} cells, {there} has ${row.length}; write one for each column`
    if (first) tell(first.line, message, row[0]?.line)
    return []
  })
}

/** What can be compared of a block, whatever its language. */
const signOf = (block: Block): string =>
  JSON.stringify([
    block.kind === 'tag' ? block.text : '',
    block.code.map((code) => code.split(ownName).join('…')).sort(),
    block.claims.map(({ id }) => id).sort(),
    block.links.map(({ href }) => href.replace(/.*\//, '')).sort(),
  ])

/** Where each English block's partner is; its own place if nothing tells. */
function orderOf(own: readonly Block[], want: readonly Block[]): number[] {
  const [mine, theirs] = [own.map(signOf), want.map(signOf)]
  const once = (signs: string[], sign: string) =>
    signs.filter((each) => each === sign).length === 1
  const order = theirs.map((sign, i) => {
    if (mine[i] === sign || !once(mine, sign) || !once(theirs, sign)) return i
    return mine.indexOf(sign)
  })
  // One that moved leaves its place to another one.
  const isWhole = new Set(order).size === order.length
  return isWhole ? order : order.map((_, i) => i)
}

/**
 * Which blocks' absence from `more` makes it most like `fewer`: the index of
 * the first. Blocks are alike by what can be compared of them, and by their
 * lengths.
 */
function leastUnlike(more: readonly Block[], fewer: readonly Block[]): number {
  const count = more.length - fewer.length
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
