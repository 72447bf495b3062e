/** Defines the configuration that the theme in .vitepress/theme/ receives. */
import type { DefaultTheme } from 'vitepress'
import type { Interface } from './interface.ts'

/** A link to a page of the site. */
export interface PageLink {
  text: string
  /** Path from the site's base. */
  link: string
}

/** VitePress's `themeConfig` on this site. */
export interface SiteTheme {
  /** The options of the local search, for VitePress's index builder. */
  search: { provider: 'local'; options: DefaultTheme.LocalSearchOptions }
  /** Address of a page's source, with `:path` for its path under docs/. */
  source: string
  /** Whether readers can edit the page at that address. */
  editable: boolean
  /** The pages in groups and in reading order, in the current language. */
  groups: { name: string; pages: PageLink[] }[]
  /** The path of the PDF of all pages, if the build makes it. */
  book?: string
  /** The strings that all pages need, in the current language. */
  strings: Omit<Interface['theme'], 'measurements'>
}
