/** Drops the findings that only follow from another finding. */
import type { CheckName, Finding } from './finding.ts'

/**
 * Checks of characters and notation, the most basic first. What they report
 * misleads the others: a mark that cannot be read is also missing, its letters
 * look like prose, and so on.
 */
const causes: readonly CheckName[] = [
  'characters',
  'front-matter',
  'markup',
  'marks',
]

/** Leaves, on each line with a mistake of notation, the most basic finding. */
export function withoutConsequences(found: readonly Finding[]): Finding[] {
  const first = new Map<string, number>()
  for (const finding of found) {
    const rank = causes.indexOf(finding.check)
    const known = first.get(place(finding)) ?? causes.length
    if (rank >= 0 && rank < known) first.set(place(finding), rank)
  }
  return found.filter((finding) => {
    const cause = causes[first.get(place(finding)) ?? -1]
    return cause === undefined || cause === finding.check
  })
}

const place = ({ file, line }: Finding): string => `${file}:${line}`
