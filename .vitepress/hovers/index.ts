/** Collects the hover texts of all names and constructs of the shown code. */

import { fail } from '../../src/project/problem.ts'
import {
  linesOf,
  openProject,
  type Project,
} from '../../src/project/project.ts'
import { source } from '../site/languages.ts'
import { readPrograms, type Source } from '../weave/programs.ts'
import { constructsOfPort } from './constructs.ts'
import type { HoverText, NamesData, Occurrence } from './data.ts'
import type { Construct, Named } from './hover.ts'
import { constructsOfListing, namesFile, namesOfListing } from './listing.ts'
import { translator } from './localize.ts'
import { noteTexts } from './notes.ts'
import { namesOfPort } from './port.ts'

/**
 * The names in all chunks of the current files, for the pages of one language.
 * @throws {ProblemError} If a file cannot be read, or names.json does not fit
 * the listing.
 */
export function readNames(
  locale = source,
  project: Project = openProject(),
): NamesData {
  const programs = readPrograms(project).filter(({ named }) => named)
  const ports = namesOfPort(
    project,
    programs.map(({ port }) => port),
  )
  const names: HoverText[] = []
  const indices = new Map<string, number>()
  const indexOf = (text: HoverText): number => {
    const key = JSON.stringify(text)
    const index = indices.get(key) ?? names.push(text) - 1
    indices.set(key, index)
    return index
  }
  const noteOf = noteTexts(project, locale)
  const files = programs.flatMap(({ listing, port }) => [
    entry(
      listing,
      namesInChunks(listing, namesOfListing(project, listing.file)),
    ),
    entry(port, ports.get(port.file) ?? []),
  ])
  return { names, files: Object.fromEntries(files) }

  function entry(source: Source, named: readonly Named[]) {
    const translate = translator(project, locale, source.section)
    const tokens = new Map<string, Token>()
    for (const { note, ...place } of constructsOf(project, source)) {
      tokens.set(placeOf(place), { ...place, ...noteOf(note) })
    }
    for (const { signature, doc, ...place } of named) {
      const text = { signature, ...documentation(doc, translate) }
      const key = placeOf(place)
      tokens.set(key, { ...place, ...text, ...tokens.get(key) })
    }
    const lines: Record<string, Occurrence[]> = {}
    for (const { line, column, length, ...text } of tokens.values()) {
      lines[line] ??= []
      lines[line].push([column, length, indexOf(text)])
    }
    for (const here of Object.values(lines)) here.sort(([a], [b]) => a - b)
    return [source.file, lines] as const
  }
}

type Token = Pick<Named, 'line' | 'column' | 'length'> & HoverText

const placeOf = ({ line, column, length }: Token): string =>
  `${line}:${column}+${length}`

/**
 * The constructs in the chunks of a file that the other language lacks.
 * @throws {ProblemError} If no note is known for one of them.
 */
export function constructsOf(project: Project, source: Source): Construct[] {
  return source.language === 'typescript'
    ? constructsOfPort(source)
    : inChunks(source, constructsOfListing(project, source.file))
}

function documentation(
  doc: string | undefined,
  translate: (doc: string) => string,
): Pick<HoverText, 'doc' | 'localized'> {
  if (!doc) return {}
  const here = translate(doc)
  return here === doc ? { doc } : { doc: here, localized: true }
}

/** The names within chunks. Fails if one is not where names.json says. */
function namesInChunks(
  { file, text, chunks }: Source,
  named: readonly Named[],
) {
  const lines = linesOf(text)
  for (const { line, column, length } of named) {
    const word = lines[line - 1]?.slice(column, column + length) ?? ''
    if (/^\w+$/.test(word)) continue
    const what = `"${word}" is no name; cd go-reference && go run ./cmd/names`
    fail(file, line, `${what}, because ${namesFile} is older than this file`)
  }
  return inChunks({ chunks }, named)
}

const inChunks = <Placed extends { readonly line: number }>(
  { chunks }: Pick<Source, 'chunks'>,
  placed: readonly Placed[],
): Placed[] =>
  placed.filter(({ line }) =>
    chunks.some(({ first, last }) => first <= line && line <= last),
  )
