/** Links to the current page in every language. */
import { useRoute } from 'vitepress'
import { computed, onMounted, ref } from 'vue'
import { useSite } from './site.ts'

/** One entry of the language switch. */
export interface LanguageLink {
  label: string
  lang: string
  /** Path from the site's base. */
  link: string
  current: boolean
}

/** Links to this page in each language; for an unknown page, to each home. */
export function useLanguages() {
  const { site, page, localeIndex } = useSite()
  const route = useRoute()
  // The server does not know the fragment, so it is added after mounting.
  const mounted = ref(false)
  onMounted(() => {
    mounted.value = true
  })
  return computed<LanguageLink[]>(() => {
    const { locales } = site.value
    const home = (key: string) => locales[key]?.link ?? '/'
    const name = `/${page.value.relativePath}`
      .slice(home(localeIndex.value).length)
      .replace(/index\.md$|\.md$/, '')
    const fragment = mounted.value ? route.hash : ''
    return Object.entries(locales).map(([key, { label, lang = '' }]) => ({
      label,
      lang,
      link: home(key) + (page.value.isNotFound ? '' : name + fragment),
      current: key === localeIndex.value,
    }))
  })
}
