/** Publishes each language's names as a file that a page fetches on demand. */
import type { Plugin } from 'vite'
import { locales } from '../weave/project.ts'
import { namesPath } from './data.ts'
import { readNames } from './index.ts'

/** A Vite plugin: `names/en.json` and its like, below the site's base. */
export function namesAsset(): Plugin {
  return {
    name: 'names-asset',
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/[?#].*$/, '')
        const locale = locales.find(
          (each) => path === config.base.replace(/\/$/, '') + namesPath(each),
        )
        if (!locale) return next()
        response.setHeader('Content-Type', 'application/json')
        response.end(JSON.stringify(readNames(locale)))
      })
    },
    generateBundle() {
      if (this.environment.config.consumer !== 'client') return
      for (const locale of locales) {
        this.emitFile({
          type: 'asset',
          fileName: namesPath(locale).slice(1),
          source: JSON.stringify(readNames(locale)),
        })
      }
    },
  }
}
