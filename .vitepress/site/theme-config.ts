/** Defines the configuration that the theme in .vitepress/theme/ receives. */
import type { DefaultTheme } from 'vitepress'
import type { Interface } from './interface.ts'

/** A link to a page of the site. */
export interface PageLink {
  text: string
  /** Path from the site's base. */
  link: string
}

/** What the frame of every page needs, in the page's language. */
export interface Frame {
  /** The pages in groups and in reading order. */
  groups: { name: string; pages: PageLink[] }[]
  /** The path of the PDF of all pages, if the build makes it. */
  book?: string
  /** The strings that all pages need. */
  strings: Omit<Interface['theme'], 'measurements'>
}

/**
 * VitePress's `themeConfig` on this site. Its frame is that of the source
 * language, for the page of an unknown address; every other page has its own.
 */
export interface SiteTheme extends Frame {
  /** The options of the local search, for VitePress's index builder. */
  search: { provider: 'local'; options: DefaultTheme.LocalSearchOptions }
  /** Address of a page's source, with `:path` for its path under docs/. */
  source: string
  /** Whether readers can edit the page at that address. */
  editable: boolean
}

/** The path of a language's frame, from the site's base. */
export const framePath = (language: string): string => `/frame/${language}.json`
