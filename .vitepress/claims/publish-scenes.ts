/** Publishes the steps and the texts of the scenes below the site's base. */
import type { Plugin } from 'vite'
import { sceneFiles } from './scene-data.ts'

/** A Vite plugin that publishes the files of the scenes. */
export function publishScenes(): Plugin {
  return {
    name: 'publish-scenes',
    configureServer({ config, middlewares }) {
      middlewares.use(async (request, response, next) => {
        const path = (request.url ?? '').replace(/[?#].*$/, '')
        const base = config.base.replace(/\/$/, '')
        if (!path.startsWith(`${base}/scene/`)) return next()
        try {
          const text = (await sceneFiles()).get(path.slice(base.length))
          if (!text) return next()
          response.setHeader('Content-Type', 'application/json; charset=utf-8')
          response.end(text())
        } catch (error) {
          next(error)
        }
      })
    },
    async generateBundle() {
      if (this.environment.config.consumer !== 'client') return
      for (const [path, text] of await sceneFiles()) {
        const fileName = path.slice(1)
        this.emitFile({ type: 'asset', fileName, source: text() })
      }
    },
  }
}
