/** Runs the verb `update` for languages, and tells what it did. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { styleText } from 'node:util'
import type { Project } from '../../src/project/project.ts'
import type { Language } from '../site/languages.ts'
import { changedSince } from './history.ts'
import { Misunderstood } from './misunderstood.ts'
import { update } from './update.ts'

/** So many sections of which the same is to be said are named one by one. */
const named = 3

/**
 * Updates the records of languages and tells what was done: the verb `update`.
 * @param since The commit from which the sections differ, instead of names.
 * @returns The exit code.
 * @throws {Misunderstood} If no section is named, or git cannot compare.
 */
export function record(
  project: Project,
  locales: readonly Language[],
  names: readonly string[],
  since: string | undefined,
  asItIs: boolean,
): number {
  const [first] = locales
  if (names.length === 0 && !since) {
    throw new Misunderstood(
      `the section is missing; \`npm run i18n -- status ${first}\` lists the sections, and --changed stands for those that you changed`,
    )
  }
  if (asItIs && since) {
    throw new Misunderstood(
      '--as-it-is needs the sections by name: what you have read is right as it is',
    )
  }
  let failed = false
  for (const locale of locales) {
    const keys = since ? changedSince(project, since, locale).keys : []
    const chosen = [...names, ...keys]
    const { done, already, left, file, text } = update(
      project,
      locale,
      chosen,
      asItIs,
    )
    const before = project.has(file) ? project.read(file) : ''
    if (text !== before) writeFileSync(join(project.root, file), text)
    for (const key of done)
      console.log(`${styleText('green', 'recorded')} ${key}`)
    if (chosen.length === 0 && locales.length === 1)
      console.log(`No section of docs/${locale}/ has changed.`)
    for (const key of already.slice(0, named))
      console.log(`already recorded ${key}`)
    const open = left.filter((each) => each.open)
    const others = left.filter((each) => !each.open)
    for (const { why } of [...others, ...open.slice(0, named)])
      console.error(`${styleText('yellow', 'left')} ${why}`)
    if (open.length > named) {
      console.error(
        `  and ${open.length - named} more; \`npm run i18n -- status ${locale}\` lists them`,
      )
    }
    if (text !== before)
      console.log(`Commit ${file} together with your translation.`)
    const nothing = left.length > 0 && done.length + already.length === 0
    failed ||= others.length > 0 || nothing
  }
  return failed ? 1 : 0
}
