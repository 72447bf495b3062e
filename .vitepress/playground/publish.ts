/** Publishes the files that the playground fetches. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readClaims, tracesOf } from '../../src/evidence/claims.ts'
import { builtFrom, programFile } from '../../src/evidence/original.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { formatSums } from '../../src/trace/identity.ts'
import { parse } from '../../src/trace/parse.ts'
import { chapter } from '../book.ts'
import { readStatements } from '../claims/statements.ts'
import { translatedTrace } from '../scenes/trace-texts.ts'
import { interfaceOf, tagOf } from '../site/interface.ts'
import {
  docsFile,
  type Language,
  languages,
  source,
} from '../site/languages.ts'
import { pagesOf } from '../site/pages.ts'
import { type Files, publish } from '../site/publish.ts'
import { challengesData, page as challengesPage } from './challenges.ts'
import { changeFiles, openChanges } from './changes.ts'
import {
  challengesPath,
  dataPath,
  type PlaygroundData,
  portPath,
} from './data.ts'
import { openingStep } from './opening.ts'
import { portData } from './port-data.ts'

/** Makes a Vite plugin that publishes the files below the site's base. */
export const publishPlayground = (project = openProject()) =>
  publish('publish-playground', () => playgroundFiles(project))

/** The paths of the files, from the site's base, and functions for their text. */
async function playgroundFiles(project: Project): Promise<Files> {
  // Another book has none.
  const withChallenges = pagesOf(source).includes(challengesPage)
  const challenges = await Promise.all(
    (withChallenges ? languages : []).map(async (locale) => {
      const made = await challengesData(project, locale)
      return [challengesPath(locale), () => JSON.stringify(made)] as const
    }),
  )
  const files = languages.flatMap((locale) => [
    [dataPath(locale), () => JSON.stringify(data(project, locale))] as const,
    [
      portPath(locale),
      () => JSON.stringify(portData(project, locale)),
    ] as const,
  ])
  const changes = changeFiles(project, await openChanges(project))
  return new Map([...files, ...challenges, ...changes])
}

function data(project: Project, locale: Language): PlaygroundData {
  const claims = readClaims(project)
  const statements = readStatements(project, locale)
  const page = project.read(docsFile(source, `${chapter}.md`))
  const examples = tracesOf(claims).flatMap((id) => {
    const claim = claims.get(id)
    const { text = '', lang = locale } = statements.get(id) ?? {}
    if (!claim) return []
    const trace = translatedTrace(project, id, locale)
    return {
      id,
      kind: claim.kind,
      statement: text,
      ...(lang !== locale && { lang: tagOf(lang) }),
      trace,
      at: openingStep(id, claim.symbol, parse(trace).operations, page),
    }
  })
  return {
    texts: interfaceOf(locale).playground,
    examples,
    originalBytes: statSync(join(project.root, programFile)).size,
    originalBuilt: formatSums({ sums: builtFrom(project) }),
  }
}
