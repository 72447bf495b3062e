/**
 * Shows saved texts during `npm run dev` where pages alone do not reload: the
 * strings, names and reasons that many pages share, and a new language.
 */
import type { AddressInfo } from 'node:net'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
import { openProject } from '../../../src/project/project.ts'

/** What the whole site depends on. Pages reload the other texts themselves. */
const shared = /^docs\/[^/]+\/(?:interface|repairs|records)\.json$/

const project = openProject()
const { root } = project

/** All these texts, which show whether one was saved while the server started. */
const textsNow = () =>
  project
    .below('docs')
    .filter((file) => shared.test(file))
    .map((file) => project.read(file))
    .join('\n')
const texts = textsNow()

/** The server's port, for a server that got any free one. */
const portOf = () => Number(process.env.DEV_PORT ?? 0)

/** Starts the server anew, as VitePress does if its configuration changes. */
export const reloadTexts: Plugin = {
  name: 'reload-texts',
  config: ({ server }) =>
    server?.port === 0 && portOf() > 0 ? { server: { port: portOf() } } : {},
  configureServer(server) {
    const { watcher, httpServer, listen } = server
    httpServer?.once('listening', () => {
      const { port } = httpServer.address() as AddressInfo
      process.env.DEV_PORT = `${port}`
    })
    const config = `${root}.vitepress/config/index.ts`.replaceAll('\\', '/')
    const restart = () => watcher.emit('change', config)
    const compare = () => {
      if (textsNow() !== texts) restart()
    }
    watcher.on('ready', compare)
    // Until the server listens, VitePress ignores that it should start anew.
    server.listen = async (...options) => {
      const listening = await listen(...options)
      setTimeout(compare)
      return listening
    }
    watcher.on('all', (_event, path) => {
      const file = relative(root, path).replaceAll('\\', '/')
      if (shared.test(file)) restart()
    })
  },
}
