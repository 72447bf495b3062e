/** Says what this book is: its pages, and the programs that they show. */
import { listing } from '../src/alignment/listing.ts'
import { login } from '../src/alignment/login.ts'
import { redis } from '../src/alignment/redis.ts'
import { repaired } from '../src/alignment/repaired.ts'
import type { Alignment, Gap } from '../src/alignment/rows.ts'
import type { ProviderPackage } from '../src/trace/engine.ts'

/** A Go file and its port, as pages show them. */
export interface ShownProgram {
  /** The page that shows it. */
  readonly page: string
  readonly listing: string
  readonly port: string
  /** What a chunk of the Go file is; in the port it is always a region. */
  readonly cut: 'declarations' | 'interfaces' | 'regions'
  /** What precedes the names of its chunks, so that no two have one name. */
  readonly prefix?: string
  /** Which lines are side by side, and the file that lists them. */
  readonly alignment: readonly [rows: Alignment, file: string]
  /** Whether every line of the files is in a chunk. */
  readonly whole: boolean
  /** Whether its names have hover texts; not if it needs other packages. */
  readonly named: boolean
  /** The chunks that the page shows, if it does not show all. */
  readonly only?: readonly string[]
  /** The package by which the engines run it, if they do. */
  readonly provider?: ProviderPackage
}

/** The page that shows the listing. */
export const chapter = 'session-storage'

/** How the names of the book's PDF files begin. */
export const fileName = 'session-storage-side-by-side'

/**
 * The site's pages without the home page, by what readers come for, in reading
 * order: the names of their files under docs/<language>/. Other files are not
 * published. The header has a menu for each group, and the footer the last one.
 */
export const groups = {
  read: [
    chapter,
    'questions',
    'differences',
    'repaired',
    'other-storage',
    'challenges',
  ],
  check: ['playground', 'claims', 'traces', 'bench'],
  translate: ['translating', 'status'],
} as const

/**
 * The pages with an image of their own for link previews: the trace and the
 * number of its step, from 1, that the image shows.
 */
export const pictures = {
  index: ['gc-tail-first', 11],
  [chapter]: ['fresh-shields-expired', 8],
  playground: ['orphan-evicts-live', 3],
  claims: ['update-moves-front', 13],
} as const

/** The claims that prove why lines have no counterpart. */
export const gapClaims: ReadonlyMap<Gap, string> = new Map([
  ['no-lock', 'differs-mutex'],
  ['unreachable', 'unreachable-return'],
  ['int64-guard', 'differs-int64'],
  ['call-of-init', 'init-registers'],
])

const ofListing = [listing, 'src/alignment/listing.ts'] as const

/** The programs. The first one is the listing. */
export const programs: readonly ShownProgram[] = [
  {
    page: chapter,
    listing: 'go-reference/providers/memory/memory.go',
    port: 'src/providers/memory.ts',
    cut: 'declarations',
    alignment: ofListing,
    whole: true,
    named: true,
    provider: 'memory',
  },
  {
    page: chapter,
    listing: 'go-reference/cmd/example/main.go',
    port: 'src/cmd/example.ts',
    cut: 'regions',
    alignment: ofListing,
    whole: false,
    named: true,
  },
  {
    page: chapter,
    listing: 'go-reference/session.go',
    port: 'src/session.ts',
    cut: 'interfaces',
    alignment: ofListing,
    whole: false,
    named: true,
  },
  {
    page: 'repaired',
    listing: 'go-reference/providers/repaired/repaired.go',
    port: 'src/providers/repaired.ts',
    cut: 'regions',
    // Its regions have the names of the listing's chunks.
    prefix: 'repaired.',
    alignment: [repaired, 'src/alignment/repaired.ts'],
    whole: true,
    named: true,
    provider: 'repaired',
  },
  {
    page: 'repaired',
    listing: 'go-reference/cmd/login/main.go',
    port: 'src/cmd/login.ts',
    cut: 'regions',
    alignment: [login, 'src/alignment/login.ts'],
    whole: false,
    named: false,
  },
  {
    page: 'other-storage',
    listing: 'go-reference/providers/redis/redis.go',
    port: 'src/providers/redis.ts',
    cut: 'regions',
    prefix: 'redis.',
    alignment: [redis, 'src/alignment/redis.ts'],
    whole: false,
    named: false,
    // What the other regions do is like these, or belongs to the client.
    only: ['SessionStore.Set', 'SessionStore.Get', 'Provider.SessionGC'],
  },
]

/** The program that the engines run by the name of this package. */
export function programOf(provider: ProviderPackage): ShownProgram {
  const program = programs.find((each) => each.provider === provider)
  if (program) return program
  throw new Error(`.vitepress/book.ts: no program has the provider ${provider}`)
}
