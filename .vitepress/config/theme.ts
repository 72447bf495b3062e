/** What the configuration hands to the theme in .vitepress/theme/. */
import type { DefaultTheme } from 'vitepress'
import type { Figures } from '../../src/bench/measure.ts'

/** A link to a page of the site. */
export interface PageLink {
  text: string
  /** Path from the site's base. */
  link: string
}

/** Every string of the interface. */
export interface Strings {
  skip: string
  navigation: string
  languages: string
  toDark: string
  toLight: string
  outline: string
  top: string
  /** Where there is a repository to edit in, and where there is not. */
  edit: string
  source: string
  lastChanged: string
  pager: string
  previous: string
  next: string
  /** Above the English text of a page that the language lacks. */
  untranslated: { text: string; help: string }
  notFound: { title: string; text: string; home: string }
  search: {
    open: string
    placeholder: string
    close: string
    /** `{query}` stands for what was asked. */
    nothing: string
    results: string
  }
  /** What a reader can do with the chunks. */
  code: {
    /** Names the choice between both sides, Go and TypeScript. */
    label: string
    both: string
    /** `{language}` and `{chunk}` stand for what is copied. */
    copy: string
    copied: string
    failed: string
    /** Which keys lead through rows and names. */
    keys: string
  }
  /** The four kinds of claims, for the legend of their marks. */
  kinds: Record<'stated' | 'shown' | 'surprise' | 'differs', string>
  kindsLabel: string
  /** The panel that a claim's mark opens, and the ledger's filters. */
  claims: {
    close: string
    failed: string
    filter: string
    kind: string
    symbol: string
    search: string
    every: string
    /** `{n}` of `{all}` are shown. */
    shown: string
  }
  /** The tables and the chart of the measurements; `{…}` are filled in. */
  measurements: {
    store: string
    port: string
    original: string
    sessions: string
    columns: Record<keyof Figures, string>
    chart: string
    axes: { sessions: string; time: string }
    made: string
    noGo: string
  }
  /** HTML: where the section comes from, and the licences. */
  footer: string[]
}

/** VitePress's `themeConfig` on this site. */
export interface SiteTheme {
  /** Local search, as VitePress's index builder reads it. */
  search: { provider: 'local'; options: DefaultTheme.LocalSearchOptions }
  /** Address of a page's source; `:path` stands for its path under docs/. */
  source: string
  /** Whether that address is one to edit at. */
  editable: boolean
  /** Of the present language: its pages in reading order, its strings. */
  pages: PageLink[]
  strings: Strings
}
