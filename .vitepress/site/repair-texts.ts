/** Reads the texts about the repairs in each language. */
import { readClaims } from '../../src/evidence/claims.ts'
import { readTable } from '../../src/evidence/repaired-claims.ts'
import { left, repairOf, repairs } from '../../src/evidence/repairs.ts'
import type { Project } from '../../src/project/project.ts'
import { type Element, h, inline } from './html.ts'
import { type Language, source } from './languages.ts'
import { readTexts } from './texts.ts'

/** The file of a language's texts. */
export const repairsName = 'repairs.json'

/**
 * The keys of the texts that a language must have: a reason for each repair and
 * for each surprise that is left, and a reason for each trace whose result on
 * the repaired store is not explained by a repair.
 */
export function repairKeys(project: Project): string[] {
  const claims = readClaims(project)
  const traces = [...readTable(project)].flatMap(([id, { port }]) => {
    const repaired = repairOf(id) !== undefined
    return claims.has(id) && repaired === port ? [`traces.${id}`] : []
  })
  return [
    ...repairs.map((repair) => `repairs.${repair.name}`),
    ...left.map((id) => `left.${id}`),
    ...traces,
  ]
}

/** A function that renders a text of a language, or the English one. */
export function repairTexts(
  project: Project,
  locale: Language,
): (key: string) => Element | undefined {
  const own = readTexts(project, locale, repairsName)
  const english = readTexts(project, source, repairsName)
  return (key) => {
    const text = (own.get(key) ?? english.get(key))?.text
    if (text === undefined) return undefined
    const lang = own.has(key) ? null : source
    return h('span', { lang }, inline(text))
  }
}
