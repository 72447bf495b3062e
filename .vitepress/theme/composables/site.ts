/** The page's data, and the strings of its language. */
import { useData } from 'vitepress'
import { computed } from 'vue'
import type { SiteTheme } from '../../site/theme-config.ts'

/** VitePress's data, with this site's own configuration. */
export function useSite() {
  const data = useData<SiteTheme>()
  const { site, theme, localeIndex } = data
  return {
    ...data,
    strings: computed(() => theme.value.strings),
    /** Path of the language's home from the site's base. */
    home: computed(() => site.value.locales[localeIndex.value]?.link ?? '/'),
  }
}
