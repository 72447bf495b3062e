/** Leaves the parser of messages out of what a browser loads. */
import type { Plugin } from 'vite'

const parser = '@formatjs/icu-messageformat-parser'

/**
 * A Vite plugin for the browser's code, which formats only messages that were
 * parsed when the site was built. The parser is 10 KB gzipped.
 */
export const smallMessages: Plugin = {
  name: 'small-messages',
  enforce: 'pre',
  resolveId(source, importer) {
    const browser = this.environment.config.consumer === 'client'
    if (source !== parser || !browser) return undefined
    return this.resolve(`${parser}/lib/no-parser.js`, importer)
  },
}
