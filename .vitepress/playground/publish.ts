/** Publishes the files that the playground fetches. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { readClaims, tracesOf } from '../../src/evidence/claims.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { readStatements } from '../claims/statements.ts'
import { translatedTrace } from '../scenes/trace-texts.ts'
import { interfaceOf, tagOf } from '../site/interface.ts'
import { type Language, languages } from '../site/languages.ts'
import { dataPath, type PlaygroundData, portPath } from './data.ts'
import { portData } from './port-data.ts'

/** Makes a Vite plugin that publishes the files below the site's base. */
export function publishPlayground(project = openProject()): Plugin {
  return {
    name: 'publish-playground',
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/[?#].*$/, '')
        const base = config.base.replace(/\/$/, '')
        const text = playgroundFiles(project).get(path.slice(base.length))
        if (text === undefined || !path.startsWith(base)) return next()
        response.setHeader('Content-Type', 'application/json; charset=utf-8')
        response.end(text())
      })
    },
    generateBundle() {
      if (this.environment.config.consumer !== 'client') return
      for (const [path, text] of playgroundFiles(project)) {
        const fileName = path.slice(1)
        this.emitFile({ type: 'asset', fileName, source: text() })
      }
    },
  }
}

/** The paths of the files, from the site's base, and functions for their text. */
export function playgroundFiles(
  project: Project,
): ReadonlyMap<string, () => string> {
  const files = languages.flatMap((locale) => [
    [dataPath(locale), () => JSON.stringify(data(project, locale))] as const,
    [
      portPath(locale),
      () => JSON.stringify(portData(project, locale)),
    ] as const,
  ])
  return new Map(files)
}

function data(project: Project, locale: Language): PlaygroundData {
  const claims = readClaims(project)
  const statements = readStatements(project, locale)
  const examples = tracesOf(claims).flatMap((id) => {
    const claim = claims.get(id)
    const { text = '', lang = locale } = statements.get(id) ?? {}
    if (!claim) return []
    return {
      id,
      kind: claim.kind,
      statement: text,
      ...(lang !== locale && { lang: tagOf(lang) }),
      trace: translatedTrace(project, id, locale),
    }
  })
  return {
    texts: interfaceOf(locale).playground,
    examples,
    originalBytes: statSync(join(project.root, 'go-reference/trace.wasm')).size,
  }
}
