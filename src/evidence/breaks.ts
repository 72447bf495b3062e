/** Reads what breaks each claim: edits of the port and of the Go side. */
import { cacheByFile } from '../project/cache.ts'
import { type Json, readJson } from '../project/json.ts'
import { fail } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import { didYouMean } from '../trace/did-you-mean.ts'
import { readClaims } from './claims.ts'
import { applyEdits, type Edit } from './edit.ts'
import { type Side, sides } from './verdict-types.ts'

/** What makes a claim fall on one side. */
export interface Break {
  /** Small edits that belong together; none if `none` says why. */
  readonly edits: readonly Edit[]
  /** The ids of other claims that fall with it. */
  readonly also: readonly string[]
  /** Why no edit can make it fall. */
  readonly none?: string
  /** Its line in the file. */
  readonly line: number
}

/** The breaks of a claim; a side on which it has no verdict has none. */
export type Breaks = Partial<Readonly<Record<Side, Break>>>

/** The file, beside the registry of claims. */
export const breaksFile = 'test/breaks.json'

/** The folder in which the files of a side's edits are. */
export const folderOf: Readonly<Record<Side, string>> = {
  port: 'src',
  original: 'go-reference',
}

/**
 * What breaks each claim, by id.
 * @throws {ProblemError} If the file cannot be read, names no claim, or has an
 *   edit that cannot be made.
 */
export function readBreaks(project: Project): ReadonlyMap<string, Breaks> {
  // A book may have claims that nothing is known to break.
  if (!project.has(breaksFile)) return new Map()
  const breaks = parse(breaksFile, project.read(breaksFile))
  if (checked.has(breaks)) return breaks
  const ids = [...readClaims(project).keys()]
  const { lineOf } = readJson(breaksFile, project.read(breaksFile))
  for (const [id, entry] of breaks) {
    checkIds([id], ids, lineOf(id))
    for (const side of sides) {
      const { edits, also, line } = entry[side] ?? {}
      if (!edits || !also || !line) continue
      checkIds(also, ids, line)
      checkEdits(project, side, edits, line)
    }
  }
  checked.add(breaks)
  return breaks
}

/** Each entry of the ledger reads them, and to check them takes long. */
const checked = new WeakSet<ReadonlyMap<string, Breaks>>()

function checkIds(
  names: readonly string[],
  ids: readonly string[],
  line: number,
): void {
  for (const name of names) {
    if (ids.includes(name)) continue
    const cure = 'correct it, or delete the entry'
    const near = didYouMean(name, ids)
    fail(breaksFile, line, `"${name}" is no claim${near}; ${cure}`)
  }
}

/** Makes the edits, to see whether they can be made. */
function checkEdits(
  project: Project,
  side: Side,
  edits: readonly Edit[],
  line: number,
): void {
  for (const { file, find, replace } of edits) {
    const path = `${folderOf[side]}/${file}`
    if (!project.has(path)) {
      const message = `there is no file ${path}; name one in ${folderOf[side]}/`
      fail(breaksFile, line, message)
    }
    if (find === replace) {
      const cure = 'write another text for it'
      fail(breaksFile, line, `the edit of ${path} changes nothing; ${cure}`)
    }
    try {
      applyEdits(file, project.read(path), edits)
    } catch (error) {
      fail(breaksFile, line, (error as Error).message)
    }
  }
}

const parse = cacheByFile((file, text): ReadonlyMap<string, Breaks> => {
  const json = readJson(file, text)
  const entries = Object.entries(json.value ?? {})
  return new Map(
    entries.map(([id, entry]): [string, Breaks] => {
      const unknown = Object.keys(entry ?? {}).find(
        (side) => !sides.some((known) => known === side),
      )
      if (unknown !== undefined) {
        const message = `"${unknown}" is no side; the sides are ${sides.join(', ')}`
        fail(breaksFile, json.lineOf(id, unknown), message)
      }
      const known = sides.filter((side) => entry?.[side] !== undefined)
      const read = known.map((side) => [side, readBreak(json, id, side)])
      return [id, Object.fromEntries(read)]
    }),
  )
})

function readBreak(json: Json, id: string, side: Side): Break {
  const value = (json.value as Record<string, Record<string, unknown>>)[id]
  const line = json.lineOf(id, side)
  const found = value?.[side] as Record<string, unknown>
  const { edits = [], also = [], none } = found
  const refuse = (message: string) =>
    fail(breaksFile, line, `what breaks "${id}" on the ${side}: ${message}`)
  if (!Array.isArray(edits) || !Array.isArray(also)) {
    return refuse('"edits" and "also" must be lists')
  }
  for (const edit of edits) {
    const { file, find, replace } = edit ?? {}
    if (![file, find, replace].every((text) => typeof text === 'string')) {
      refuse('an edit needs "file", "find" and "replace", each a text')
    }
  }
  if ((edits.length === 0) === (typeof none !== 'string')) {
    refuse('write "edits", or why there are none as "none"')
  }
  const why = typeof none === 'string' ? { none } : {}
  return { edits, also: also.map(String), ...why, line }
}
