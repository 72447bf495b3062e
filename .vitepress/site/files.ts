/** Names the files that a build with WITH_FILES=1 makes from the built pages. */
import { fileName, pictures } from '../book.ts'
import type { Language } from './languages.ts'
import type { Page } from './pages.ts'

/** Whether the build makes these files and the pages lead to them. */
export const withFiles = process.env.WITH_FILES === '1'

/** The path of a language's PDF of all pages, from the site's base. */
export const bookPath = (language: Language): string =>
  `/files/${fileName}.${language}.pdf`

/** The pages that have an image of their own for link previews. */
export const pictured = Object.keys(pictures) as Pictured[]

/** A page with an image of its own. */
export type Pictured = keyof typeof pictures

/** The page whose image stands for a page: its own, or that of the home page. */
export const pictureFor = (page: Page): Pictured =>
  pictured.find((each) => each === page) ?? 'index'

/** The path of an image for link previews, from the site's base. */
export const picturePath = (language: Language, page: Pictured): string =>
  `/files/${page}.${language}.png`

/** The width and height of these images, in pixels. */
export const pictureSize = { width: 1200, height: 630 } as const
