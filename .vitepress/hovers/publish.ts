/** Publishes each language's names as a file that a page fetches on demand. */
import { byLanguage, publish } from '../site/publish.ts'
import { namesPath } from './data.ts'
import { readNames } from './index.ts'

/** A Vite plugin that publishes `names/LANGUAGE.json` below the site's base. */
export const publishNames = () =>
  publish('publish-names', () => byLanguage(namesPath, readNames))
