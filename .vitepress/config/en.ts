/** English: every string of the interface. */
import type { Locale } from './locale.ts'

export const en: Locale = {
  label: 'English',
  lang: 'en',
  openGraph: 'en_US',
  title: 'Session Storage, Side by Side',
  description:
    'An in-memory session store in Go, line by line beside its TypeScript port; every claim about it is a test that you can run.',
  pages: {
    'session-storage': 'Session storage',
    traces: 'Traces',
    bench: 'Measurements',
  },
  anchorLabel: (title) => `Link to “${title}”`,
  copyCode: { tooltipText: 'Copy code', copiedText: 'Copied' },
  strings: {
    skip: 'Skip to the text',
    navigation: 'Pages',
    languages: 'Languages',
    toDark: 'Switch to the dark theme',
    toLight: 'Switch to the light theme',
    outline: 'On this page',
    top: 'Back to the top',
    edit: 'Edit this page',
    source: 'Source of this page',
    lastChanged: 'Last changed',
    pager: 'Neighbouring pages',
    previous: 'Previous page',
    next: 'Next page',
    notFound: {
      title: 'Page not found',
      text: 'Nothing is stored at this address. Perhaps it has been collected.',
      home: 'To the home page',
    },
    search: {
      open: 'Search',
      placeholder: 'Search this site',
      close: 'Close the search',
      nothing: 'Nothing found for “{query}”',
      results: 'Results',
    },
    kinds: {
      stated: 'the section says so',
      shown: 'the code shows it',
      surprise: 'left unsaid',
      differs: 'TypeScript differs',
    },
    kindsLabel: 'Marks of the claims',
    measurements: {
      store: 'Store',
      original: 'the original (Go)',
      sessions: '{n} sessions',
      columns: {
        createPerSecond: 'Create, a second',
        usePerSecond: 'Use, a second',
        destroyPerSecond: 'Destroy, a second',
        bytesPerSession: 'Bytes a session',
        collectNoneMicroseconds: 'GC, none expired, µs',
        collectAllMicroseconds: 'GC, all expired, µs',
      },
      chart: 'One pass with none expired, by the number of sessions',
      axes: { sessions: 'sessions', time: 'µs' },
      made: 'Measured on {date}: {machine}, Node {node}, {go}. Median of {runs} runs.',
      noGo: 'without Go',
    },
    footer: [
      'After section 6.3 of <a href="https://github.com/astaxie/build-web-application-with-golang"><cite>Build Web Application with Golang</cite></a>.',
      'Listing: BSD-3-Clause, © 2012 AstaXie and The Contributors. Port: BSD-3-Clause.',
      'Prose, written for this project after the chapter: <a href="https://creativecommons.org/licenses/by-sa/3.0/deed.en">CC BY-SA 3.0</a>.',
    ],
  },
}
