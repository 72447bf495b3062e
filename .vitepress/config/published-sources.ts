/**
 * Publishes the project's sources as plain text under /source/, so that pages
 * can link to them without a repository on GitHub.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { askGit } from '../../src/project/git.ts'
import { openProject } from '../../src/project/project.ts'
import { sourcePath } from '../site/addresses.ts'

const project = openProject()
const { root } = project

const shown =
  /^(docs\/.*\.(md|json)|go-reference\/.*\.(go|mod|md)|go-reference\/(recorded|testdata)\/.*\.json|src\/.*\.ts|test\/.*\.(ts|trace|json))$/

/** The published files: those that git tracks; without git, those that exist. */
export function sourceFiles(): string[] {
  const tracked = existsSync(join(root, '.git'))
    ? askGit(root, 'ls-files', '-z').text
    : undefined
  const files = tracked
    ? tracked.split('\0').filter((file) => existsSync(join(root, file)))
    : ['docs', 'go-reference', 'src', 'test'].flatMap(project.below)
  return files.filter((file) => shown.test(file))
}

/**
 * A file's text. Few servers send the encoding of a text, so a text that is not
 * ASCII begins with a byte order mark.
 */
function plainText(file: string): string {
  const text = readFileSync(join(root, file), 'utf8')
  return /^\p{ASCII}*$/u.test(text) ? text : `\ufeff${text}`
}

/** Writes the sources into the built site. */
export function copySources(outDir: string): void {
  for (const file of sourceFiles()) {
    const target = join(outDir, sourcePath(file))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, plainText(file))
  }
}

/** Serves the sources during `npm run dev`. */
export const serveSources: Plugin = {
  name: 'serve-sources',
  configureServer(server) {
    const prefix = `${server.config.base}source/`
    server.middlewares.use((request, response, next) => {
      const path = decodeURI(request.url ?? '').replace(/[?#].*$/, '')
      const wanted = path.startsWith(prefix)
        ? `/source/${path.slice(prefix.length)}`
        : undefined
      const file =
        wanted && sourceFiles().find((each) => sourcePath(each) === wanted)
      if (!file) return next()
      response.setHeader('Content-Type', 'text/plain; charset=utf-8')
      response.end(plainText(file))
    })
  },
}
