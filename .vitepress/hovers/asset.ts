/** Publishes each language's names as a file that a page fetches on demand. */
import type { Plugin } from 'vite'
import { languages } from '../site/languages.ts'
import { namesPath } from './data.ts'
import { readNames } from './index.ts'

/** A Vite plugin that publishes `names/LANGUAGE.json` below the site's base. */
export function namesAsset(): Plugin {
  return {
    name: 'names-asset',
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/[?#].*$/, '')
        const locale = languages.find(
          (each) => path === config.base.replace(/\/$/, '') + namesPath(each),
        )
        if (!locale) return next()
        response.setHeader('Content-Type', 'application/json')
        response.end(JSON.stringify(readNames(locale)))
      })
    },
    generateBundle() {
      if (this.environment.config.consumer !== 'client') return
      for (const locale of languages) {
        this.emitFile({
          type: 'asset',
          fileName: namesPath(locale).slice(1),
          source: JSON.stringify(readNames(locale)),
        })
      }
    },
  }
}
