/** Searches the index of the page's language. */
import indexes from '@localSearchIndex'
import MiniSearch, { type Query } from 'minisearch'
import { ref, shallowRef, watch, watchEffect } from 'vue'
import type { Aliases } from '../aliases.ts'
import { miniSearch } from '../search.ts'
import { loaded } from './lazy.ts'
import { useSite } from './site.ts'

/** The heading of a section that contains the words. */
export interface Found {
  /** Path of the page from the site's base, and the heading's fragment. */
  id: string
  title: string
  /** The headings above it. */
  titles: string[]
}

/** The longest query that is looked up, in characters. */
export const longest = 100

const asked = (query: string): string => query.slice(0, longest)

/** How many headings are shown. */
const shown = 12

const aliases = import.meta.glob<Aliases>('../../../docs/*/aliases.json', {
  eager: true,
  import: 'default',
})

/** The query, or else with each alias in it replaced by the pages' own word. */
function withAliases(query: string, locale: string): Query {
  const plain = ` ${query.toLowerCase()} `
  const own = aliases[`../../../docs/${locale}/aliases.json`] ?? {}
  const other = Object.entries(own).reduce((text, [alias, word]) => {
    // In letters, an alias is a whole word; Chinese and Japanese have no spaces.
    const edge = /^[\p{sc=Latn} ]+$/u.test(alias) ? ' ' : ''
    return text.replace(edge + alias + edge, edge + word + edge)
  }, plain)
  return other === plain
    ? query
    : { combineWith: 'OR', queries: [query, other.trim()] }
}

/** The query, its results, and the index of the selected result. */
export function useSearch() {
  const { language, localeIndex } = useSite()
  const query = ref('')
  const results = shallowRef<Found[]>([])
  const chosen = ref(0)
  const index = shallowRef<MiniSearch>()

  watch(
    localeIndex,
    async (key) => {
      const load = indexes[key]
      const json = load && (await loaded(load)).default
      const { options, searchOptions } = miniSearch
      index.value =
        json === undefined
          ? undefined
          : MiniSearch.loadJSON(json, {
              fields: ['title', 'titles', 'text'],
              storeFields: ['title', 'titles'],
              ...options,
              searchOptions,
            })
    },
    { immediate: true },
  )
  watchEffect(() => {
    const found =
      index.value
        ?.search(withAliases(asked(query.value), language.value))
        .slice(0, shown) ?? []
    results.value = found.map(({ id, title, titles }) => ({
      id,
      title,
      titles,
    }))
    chosen.value = 0
  })

  /** Selects the next result, or with -1 the previous; wraps at the ends. */
  function move(step: 1 | -1): void {
    const count = results.value.length
    if (count) chosen.value = (chosen.value + step + count) % count
  }

  return { query, results, chosen, move }
}
