/**
 * Gives each page the frame of its language: the menu and the strings. In
 * VitePress's `locales`, every page would load those of all languages.
 */

import { groups } from '../book.ts'
import { bookPath, withFiles } from '../site/files.ts'
import { interfaceOf } from '../site/interface.ts'
import { type Language, languages, source } from '../site/languages.ts'
import { pagePath, pagesOf } from '../site/pages.ts'
import { byLanguage, publish } from '../site/publish.ts'
import { type Frame, framePath } from '../site/theme-config.ts'

/** Links to all pages except the home page, in groups and in reading order. */
const pageGroups = (language: Language): Frame['groups'] => {
  const strings = interfaceOf(language)
  return Object.entries(groups).map(([group, pages]) => ({
    name: strings.groups[group as keyof typeof groups],
    pages: pages
      .filter((page) => pagesOf(source).includes(page))
      .map((page) => {
        return { text: strings.pages[page], link: pagePath(language, page) }
      }),
  }))
}

/** The frame of the pages in a language. */
export function frameOf(language: Language): Frame {
  // Only one page shows the measurements, and loads their strings itself.
  const { measurements: _, ...strings } = interfaceOf(language).theme
  return {
    groups: pageGroups(language),
    strings,
    ...(withFiles && { book: bookPath(language) }),
  }
}

/** The frame of the page at this path below docs/. */
export const frameAt = (relativePath: string): Frame =>
  frameOf(
    languages.find((each) => relativePath.startsWith(`${each}/`)) ?? source,
  )

/**
 * Publishes each frame as a file, for the page of an unknown address: VitePress
 * makes that page once and not for each language.
 */
export const publishFrames = publish('publish-frames', () =>
  byLanguage(framePath, frameOf),
)
