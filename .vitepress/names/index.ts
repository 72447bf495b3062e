/** Tells what each name of the listing and of the port is. */
import { linesOf } from '../weave/chunk.ts'
import { fail } from '../weave/problem.ts'
import { type Locale, openProject, type Project } from '../weave/project.ts'
import { readPrograms, type Source } from '../weave/sources.ts'
import type { NamesData, Occurrence, Told } from './data.ts'
import { namesFile, namesOfListing } from './listing.ts'
import { translator } from './localize.ts'
import type { Named } from './named.ts'
import { namesOfPort } from './port.ts'

/**
 * The names in all chunks, as they are now, for the pages of one language.
 * @throws {WeaveError} If a file cannot be read, or names.json does not fit
 * the listing.
 */
export function readNames(
  locale: Locale = 'en',
  project: Project = openProject(),
): NamesData {
  const programs = readPrograms(project)
  const ports = namesOfPort(
    project,
    programs.map(({ port }) => port),
  )
  const names: Told[] = []
  const indices = new Map<string, number>()
  const indexOf = (told: Told): number => {
    const key = JSON.stringify(told)
    const index = indices.get(key) ?? names.push(told) - 1
    indices.set(key, index)
    return index
  }
  const files = programs.flatMap(({ listing, port }) => [
    entry(listing, fitting(listing, namesOfListing(project, listing.file))),
    entry(port, ports.get(port.file) ?? []),
  ])
  return { names, files: Object.fromEntries(files) }

  function entry(source: Source, named: readonly Named[]) {
    const translate = translator(project, locale, source.section)
    const lines: Record<string, Occurrence[]> = {}
    for (const { line, column, length, signature, doc } of named) {
      const index = indexOf({ signature, ...documentation(doc, translate) })
      lines[line] ??= []
      lines[line].push([column, length, index])
    }
    return [source.file, lines] as const
  }
}

function documentation(
  doc: string | undefined,
  translate: (doc: string) => string,
): Pick<Told, 'doc' | 'localized'> {
  if (!doc) return {}
  const here = translate(doc)
  return here === doc ? { doc } : { doc: here, localized: true }
}

/** The names within chunks, if each stands where names.json says. */
function fitting({ file, text, chunks }: Source, named: readonly Named[]) {
  const lines = linesOf(text)
  for (const { line, column, length } of named) {
    const word = lines[line - 1]?.slice(column, column + length) ?? ''
    if (/^\w+$/.test(word)) continue
    const what = `"${word}" is no name; cd go-reference && go run ./cmd/names`
    fail(file, line, `${what}, for ${namesFile} is older than this file`)
  }
  return named.filter(({ line }) =>
    chunks.some(({ first, last }) => first <= line && line <= last),
  )
}
