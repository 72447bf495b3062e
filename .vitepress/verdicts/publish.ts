/**
 * Publishes the claims beside the pages: `claims.json` for machines, and for
 * the panel a file a claim and language. Refuses to build without verdicts.
 */
import type { Plugin } from 'vite'
import { tracesOf } from '../weave/claims.ts'
import { WeaveError } from '../weave/problem.ts'
import { type Locale, locales, openProject } from '../weave/project.ts'
import { traceFile } from '../weave/trace.ts'
import { panelPath } from './data.ts'
import { readEntries } from './drawings.ts'
import { panelEntry } from './entry.ts'
import { holdVerdicts, readVerdicts } from './index.ts'
import { checkStatements, statementsFile } from './statements.ts'

/** A Vite plugin: the claims as files below the site's base. */
export function publishClaims(): Plugin {
  const project = openProject()
  return {
    name: 'publish-claims',
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const path = decodeURI(request.url ?? '').replace(/[?#].*$/, '')
        const base = config.base.replace(/\/$/, '')
        const text = publishedFiles(project).get(path.slice(base.length))
        if (text === undefined || !path.startsWith(base)) return next()
        response.setHeader('Content-Type', 'application/json; charset=utf-8')
        response.end(text())
      })
    },
    buildStart() {
      if (this.environment.mode !== 'build') return
      const problems = [
        ...holdVerdicts(project).problems,
        ...locales
          .filter((locale) => project.has(statementsFile(locale)))
          .flatMap((locale) => checkStatements(project, locale)),
      ]
      if (problems.length > 0) throw new WeaveError(problems)
    },
    generateBundle() {
      if (this.environment.config.consumer !== 'client') return
      for (const [path, text] of publishedFiles(project)) {
        this.emitFile({
          type: 'asset',
          fileName: path.slice(1),
          source: text(),
        })
      }
    },
  }
}

/** Paths from the site's base, and what stands there. */
export function publishedFiles(
  project = openProject(),
): ReadonlyMap<string, () => string> {
  const files = new Map<string, () => string>()
  files.set('/claims.json', () => machines(project))
  for (const locale of locales) {
    for (const entry of readEntries(project, locale)) {
      files.set(panelPath(locale, entry.claim.id), () =>
        JSON.stringify({ html: panelEntry(entry, locale) }),
      )
    }
  }
  return files
}

/** All claims with their statements, verdicts and evidence. */
function machines(project = openProject()): string {
  const entries = new Map<Locale, ReturnType<typeof readEntries>>(
    locales.map((locale) => [locale, readEntries(project, locale)]),
  )
  const { claims } = readVerdicts(project)
  const traced = tracesOf(claims)
  const list = [...claims.values()].map((claim, index) => ({
    id: claim.id,
    kind: claim.kind,
    symbol: claim.symbol,
    statement: Object.fromEntries(
      locales.map((locale) => [
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
