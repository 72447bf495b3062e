/** Collects the sources that a reader can edit, each line beside its Go. */
import type { Project } from '../../src/project/project.ts'
import type { Language } from '../site/languages.ts'
import { readLocalized } from '../weave/localized.ts'
import { shownLines } from '../weave/localized-lines.ts'
import { type Pair, readPrograms, type Side } from '../weave/programs.ts'
import type { CodeRow, PortData } from './data.ts'

/**
 * The sources, with comments in a language.
 * @throws {ProblemError} If a file cannot be read, or a comment has no text.
 */
export function portData(project: Project, locale: Language): PortData {
  const localized = readLocalized(project, locale)
  const taker = (side: Side) => {
    const lines = shownLines(side, localized)
    let next = side.chunk.first
    return (count: number): string[] => {
      const from = next
      next += count
      return lines
        .filter(({ at }) => from <= at && at < next)
        .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    }
  }
  const rowsOf = ({ listing, port, rows }: Pair): CodeRow[] => {
    const [go, ts] = [taker(listing), taker(port)]
    return rows.map(([m, n]) => [go(m), ts(n)])
  }
  const [program] = readPrograms(project)
  return {
    rows: program?.pairs.flatMap(rowsOf) ?? [],
    time: project.read('src/time.ts'),
  }
}
