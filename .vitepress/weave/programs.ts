/** Reads the listing and the port, and pairs their chunks. */

import { cacheByFile } from '../../src/project/cache.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { linesOf } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import type { ProviderPackage } from '../../src/trace/engine.ts'
import { chapter } from '../site/languages.ts'
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
}

/** A listing and its port. */
export interface Program {
  /** The file name of the page that shows all of it. */
  readonly page: string
  readonly listing: Source
  readonly port: Source
  /** Whether every line of the files is in a chunk. */
  readonly whole: boolean
  /** Whether its names have hover texts; not if it needs a client of Redis. */
  readonly named: boolean
  readonly pairs: readonly Pair[]
}

type Cut = (file: string, text: string) => Chunk[]

/** What precedes the names of the chunks of the repaired store. */
export const repairedPrefix = 'repaired.'
/** What precedes the names of the chunks of the Redis store. */
export const redisPrefix = 'redis.'

const programs = [
  {
    page: chapter,
    listing: 'go-reference/providers/memory/memory.go',
    cut: chunksOfGo,
    port: 'src/providers/memory.ts',
    whole: true,
  },
  {
    page: chapter,
    listing: 'go-reference/cmd/example/main.go',
    cut: chunksOfRegions,
    port: 'src/cmd/example.ts',
    whole: false,
  },
  {
    page: chapter,
    listing: 'go-reference/session.go',
    cut: chunksOfInterfaces,
    port: 'src/session.ts',
    whole: false,
  },
  {
    page: 'repaired.md',
    // Its regions have the names of the listing's chunks.
    prefix: repairedPrefix,
    listing: 'go-reference/providers/repaired/repaired.go',
    cut: chunksOfRegions,
    port: 'src/providers/repaired.ts',
    whole: true,
  },
  {
    page: 'other-storage.md',
    prefix: redisPrefix,
    listing: 'go-reference/providers/redis/redis.go',
    cut: chunksOfRegions,
    port: 'src/providers/redis.ts',
    whole: false,
    // What the other regions do is like these, or belongs to the client.
    only: ['SessionStore.Set', 'SessionStore.Get', 'Provider.SessionGC'],
  },
]

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
export function readPrograms(project: Project): Program[] {
  return programs.map(
    ({ page, prefix = '', listing: go, cut, port: ts, whole, only }) => {
      const read = (file: string, language: Language, by: Cut) =>
        parse(file, project.read(file), language, by, prefix, only)
      const listing = read(go, 'go', cut)
      const port = read(ts, 'typescript', chunksOfRegions)
      if (whole) {
        refuseLoose(listing)
        refuseLoose(port)
      }
      const pairs = pair(listing, port)
      return {
        page,
        listing,
        port,
        whole,
        named: prefix !== redisPrefix,
        pairs,
      }
    },
  )
}

/**
 * The listing and its port, or the repaired store.
 * @throws {ProblemError} If a file cannot be read or divided into chunks.
 */
export function readProgram(
  project: Project,
  provider: ProviderPackage = 'memory',
): Program {
  const program = readPrograms(project).find(({ listing }) =>
    listing.file.includes(`/providers/${provider}/`),
  )
  if (program) return program
  throw new Error(`no program shows the provider ${provider}`)
}

const parse = cacheByFile(
  (
    file,
    text,
    language: Language,
    cut: Cut,
    prefix: string,
    only?: readonly string[],
  ): Source => {
    const section = language === 'go' ? 'listing' : 'port'
    const comments = commentsIn(text, language)
    const chunks = cut(file, text)
      .filter(({ name }) => only === undefined || only.includes(name))
      .map((chunk) => ({ ...chunk, name: prefix + chunk.name }))
    return { file, language, section, text, comments, chunks }
  },
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

function pair(listing: Source, port: Source): Pair[] {
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
