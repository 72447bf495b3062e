/** Reads the listing and the port, and pairs their chunks. */

import type { Row } from '../../src/alignment/rows.ts'
import { cacheByFile } from '../../src/project/cache.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { linesOf } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import type { ProviderPackage } from '../../src/trace/engine.ts'
import { programOf, programs, type ShownProgram } from '../book.ts'
import type { Chunk } from './chunk.ts'
import { chunksOfGo } from './chunks-of-go.ts'
import { chunksOfInterfaces } from './chunks-of-interfaces.ts'
import { chunksOfRegions, isMarker } from './chunks-of-regions.ts'
import { type KeyedComment, keysIn } from './comment-keys.ts'
import { type Comment, commentsIn, type Language } from './comments.ts'

/** A file of the listing or of the port. */
export interface Source {
  readonly file: string
  readonly language: Language
  readonly section: 'listing' | 'port'
  /** The package by which the engines run it, if they do. */
  readonly provider?: ProviderPackage | undefined
  readonly text: string
  readonly comments: readonly Comment[]
  readonly chunks: readonly Chunk[]
}

/** One side of a chunk. */
export interface Side {
  readonly source: Source
  readonly chunk: Chunk
}

/** A chunk of the listing and the same chunk of the port. */
export interface Pair {
  readonly name: string
  readonly listing: Side
  readonly port: Side
  /** Which lines are side by side. A check reports a pair that has no rows. */
  readonly rows: readonly Row[]
}

/** A listing and its port, with their texts. */
export interface Program extends Omit<ShownProgram, 'listing' | 'port'> {
  /** The file name of the page that shows it. */
  readonly page: string
  readonly prefix: string
  readonly listing: Source
  readonly port: Source
  readonly pairs: readonly Pair[]
}

type Cut = (file: string, text: string) => Chunk[]

const cuts: Record<ShownProgram['cut'], Cut> = {
  declarations: chunksOfGo,
  interfaces: chunksOfInterfaces,
  regions: chunksOfRegions,
}

/** The files whose code the pages show. */
export const sourceFiles = programs.flatMap(({ listing, port }) => [
  listing,
  port,
])

/**
 * Reads the current listings and ports.
 * @throws {ProblemError} If a file cannot be read or divided into chunks, or if
 * the two sides do not have the same chunks in the same order.
 */
export function readPrograms(
  project: Project,
  shown: readonly ShownProgram[] = programs,
): Program[] {
  return shown.map((each) => {
    const { prefix = '', whole, only, alignment } = each
    const read = (file: string, language: Language, cut: Cut) => {
      const { chunks, ...source } = parse(
        `${each.cut} of ${file}`,
        project.read(file),
        file,
        language,
        cut,
      )
      const taken = chunks.filter(({ name }) => only?.includes(name) ?? true)
      return {
        ...source,
        provider: each.provider,
        chunks: taken.map((chunk) => ({ ...chunk, name: prefix + chunk.name })),
      }
    }
    const listing = read(each.listing, 'go', cuts[each.cut])
    const port = read(each.port, 'typescript', chunksOfRegions)
    if (whole) {
      refuseLoose(listing)
      refuseLoose(port)
    }
    const pairs = pair(listing, port).map((sides) => {
      const rows = alignment[0][sides.name.slice(prefix.length)] ?? []
      return { ...sides, rows }
    })
    return { ...each, page: `${each.page}.md`, prefix, listing, port, pairs }
  })
}

/**
 * The listing and its port, or the repaired store.
 * @throws {ProblemError} If a file cannot be read or divided into chunks.
 */
export function readProgram(
  project: Project,
  provider: ProviderPackage = 'memory',
): Program {
  const [program] = readPrograms(project, [programOf(provider)])
  if (program) return program
  throw new Error(`no program shows the provider ${provider}`)
}

const parse = cacheByFile(
  (_, text, file: string, language: Language, cut: Cut): Source => ({
    file,
    language,
    section: language === 'go' ? 'listing' : 'port',
    text,
    comments: commentsIn(text, language),
    chunks: cut(file, text),
  }),
)

/** Requires that every line of a file is in a region. */
function refuseLoose({ file, text, chunks }: Source): void {
  for (const [i, code] of linesOf(text).entries()) {
    const line = i + 1
    if (isMarker(code)) continue
    if (chunks.some(({ first, last }) => first <= line && line <= last))
      continue
    fail(file, line, `"${code}" is outside every region; put it into one`)
  }
}

function pair(listing: Source, port: Source): Omit<Pair, 'rows'>[] {
  const names = listing.chunks.map((chunk) => chunk.name)
  for (const [i, { name, first }] of port.chunks.entries()) {
    if (name === names[i]) continue
    const want = names.includes(name)
      ? `is where the listing has "${names[i]}"; move it`
      : `is not in ${listing.file}${didYouMean(name, names)}`
    fail(port.file, first - 1, `region "${name}" ${want}`)
  }
  return listing.chunks.map((chunk, i) => {
    const other = port.chunks[i]
    if (!other) {
      const line = port.chunks.at(-1)?.last ?? 1
      fail(
        port.file,
        line,
        `region "${chunk.name}" is missing after this line; write it`,
      )
    }
    return {
      name: chunk.name,
      listing: { source: listing, chunk },
      port: { source: port, chunk: other },
    }
  })
}

/**
 * The comments of a side, each with its key in comments.json.
 * @throws {ProblemError} If two of them are about the same code.
 */
export function keyedComments({ source, chunk }: Side): KeyedComment[] {
  const keyed = keysIn(source.text, source.comments, chunk)
  const lines = new Map<string, number>()
  for (const { key, comment } of keyed) {
    const other = lines.get(key)
    if (other !== undefined) {
      const message = `is a second comment about the code of "${key}", beside the one in line ${other}; make them one, or put code between`
      fail(source.file, comment.first, message)
    }
    lines.set(key, comment.first)
  }
  return keyed
}
