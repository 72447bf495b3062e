/** Publishes files that pages fetch on demand, below the site's base. */
import type { Plugin } from 'vite'
import { type Language, languages } from './languages.ts'

/** Functions for the texts of files, by their paths from the base. */
export type Files = ReadonlyMap<string, () => string>

/** Matches the paths of such files; other paths are modules and pages. */
const fetched = /\.json$|\/take\/[^/]+$/

/**
 * A Vite plugin that answers with the files in development and writes them in
 * a build. It makes them anew at each request, because their sources change.
 */
export const publish = (
  name: string,
  files: () => Files | Promise<Files>,
): Plugin => ({
  name,
  configureServer({ config, middlewares }) {
    const base = config.base.replace(/\/$/, '')
    middlewares.use(async (request, response, next) => {
      try {
        const path = decodeURI(request.url ?? '').replace(/[?#].*$/, '')
        // Most requests are for modules; to make the files takes time.
        if (!path.startsWith(base) || !fetched.test(path)) return next()
        const text = (await files()).get(path.slice(base.length))
        if (!text) return next()
        const type = path.endsWith('.json') ? 'application/json' : 'text/plain'
        response.setHeader('Content-Type', `${type}; charset=utf-8`)
        response.end(text())
      } catch (error) {
        next(error)
      }
    })
  },
  async generateBundle() {
    if (this.environment.config.consumer !== 'client') return
    for (const [path, text] of await files()) {
      const fileName = path.slice(1)
      this.emitFile({ type: 'asset', fileName, source: text() })
    }
  },
})

/** One file for each language. @param dataOf What the file has, as JSON. */
export const byLanguage = (
  pathOf: (language: Language) => string,
  dataOf: (language: Language) => unknown,
): Files =>
  new Map(
    languages.map((language) => [
      pathOf(language),
      () => JSON.stringify(dataOf(language)),
    ]),
  )
