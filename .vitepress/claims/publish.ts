/**
 * Publishes the claims as files: claims.json for programs, and one file per
 * claim and language for the panel. A build fails if a verdict is missing.
 */
import type { Plugin } from 'vite'
import { traceFile, tracesOf } from '../../src/evidence/claims.ts'
import { holdVerdicts, readVerdicts } from '../../src/evidence/read-verdicts.ts'
import { ProblemError } from '../../src/project/problem.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { html } from '../site/html.ts'
import { type Language, languages } from '../site/languages.ts'
import { type Files, publish } from '../site/publish.ts'
import { readEntries, type StatementNotes } from './block-marks.ts'
import { panelEntry } from './entry.ts'
import { panelPath } from './published.ts'
import { checkStatements, statementsFile } from './statements.ts'

/** Makes a Vite plugin that publishes the claims below the site's base. */
export function publishClaims(
  notes: StatementNotes,
  project = openProject(),
): Plugin {
  return {
    ...publish('publish-claims', () => publishedFiles(notes, project)),
    buildStart() {
      if (this.environment.mode !== 'build') return
      const problems = [
        ...holdVerdicts(project).problems,
        ...languages
          .filter((locale) => project.has(statementsFile(locale)))
          .flatMap((locale) => checkStatements(project, locale)),
      ]
      if (problems.length > 0) throw new ProblemError(problems)
    },
  }
}

/** The paths of the files, from the site's base, and functions for their text. */
export function publishedFiles(
  notes: StatementNotes,
  project = openProject(),
): Files {
  const files = new Map<string, () => string>()
  files.set('/claims.json', () => machines(notes, project))
  for (const locale of languages) {
    for (const entry of readEntries(project, locale, notes)) {
      files.set(panelPath(locale, entry.claim.id), () =>
        JSON.stringify({ html: html(panelEntry(entry, locale)) }),
      )
    }
  }
  return files
}

/** The text of claims.json: all claims with statements, verdicts and evidence. */
function machines(notes: StatementNotes, project: Project): string {
  const entries = new Map<Language, ReturnType<typeof readEntries>>(
    languages.map((locale) => [locale, readEntries(project, locale, notes)]),
  )
  const { claims } = readVerdicts(project)
  const traced = tracesOf(claims)
  const list = [...claims.values()].map((claim, index) => ({
    id: claim.id,
    kind: claim.kind,
    symbol: claim.symbol,
    statement: Object.fromEntries(
      languages.map((locale) => [
        locale,
        entries.get(locale)?.[index]?.statement.text,
      ]),
    ),
    port: claim.port,
    original: claim.original,
    evidence: {
      ...(traced.includes(claim.id) && { trace: traceFile(claim.id) }),
      ...(claim.recorded && {
        recorded: claim.recorded.file,
        go: claim.recorded.version,
        date: claim.recorded.date,
      }),
      tests: claim.tests.map(({ file, title }) => ({ file, title })),
    },
  }))
  return `${JSON.stringify(list, null, 2)}\n`
}
