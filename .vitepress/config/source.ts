/**
 * The site's own sources as plain text under /source/, so that every page can
 * lead to what it is made from, also where there is no repository to link to.
 */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { repository, root, siteUrl } from './site.ts'

const shown =
  /^(docs\/.*\.(md|json)|go-reference\/.*\.(go|mod|md)|go-reference\/(recorded|testdata)\/.*\.json|src\/.*\.ts|test\/.*\.(ts|trace|json))$/

/** Path under the site's base at which a file of the repository is shown. */
export const sourcePath = (file: string): string => `/source/${file}.txt`

/**
 * Address of a file's text: where the repository is published, or, without
 * one, in the site itself.
 * @param line From 1; a plain text cannot be opened at it.
 */
export function sourceAddress(
  file: string,
  line?: number,
  published = repository,
): string {
  const at = line === undefined ? '' : `#L${line}`
  return published
    ? `https://github.com/${published}/blob/main/${file}${at}`
    : siteUrl().pathname.slice(0, -1) + sourcePath(file) + at
}

/** The files shown: those that git tracks, or, without git, those present. */
export function sourceFiles(): string[] {
  const files = existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
        .split('\0')
        .filter((file) => existsSync(join(root, file)))
    : ['docs', 'go-reference', 'src', 'test'].flatMap((directory) =>
        readdirSync(join(root, directory), {
          recursive: true,
          encoding: 'utf8',
        }).map((file) => join(directory, file).replaceAll('\\', '/')),
      )
  return files.filter((file) => shown.test(file))
}

/**
 * A file's text. Servers seldom say in which encoding a text is written: where
 * it matters, a byte order mark says so.
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

/** Serves the sources while the site is being written. */
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
