/** The page's data, and the menu and the strings of its language. */
import { type PageData, useData } from 'vitepress'
import { computed, shallowReactive } from 'vue'
import { type Frame, framePath, type SiteTheme } from '../theme-config.ts'
import { fetchJson } from './fetch.ts'

/** What was fetched for a page without data, by VitePress's key. */
const fetched = shallowReactive<Record<string, Frame>>({})

/** VitePress's data, with this site's own configuration. */
export function useSite() {
  const data = useData<SiteTheme>()
  const { site, theme, localeIndex } = data
  const page = data.page as typeof data.page & {
    value: PageData & { frame?: Frame }
  }
  const frame = computed(
    () => page.value.frame ?? fetched[localeIndex.value] ?? theme.value,
  )
  return {
    ...data,
    frame,
    strings: computed(() => frame.value.strings),
    /** The folder of the page's language. */
    language: computed(() =>
      localeIndex.value === 'root' ? 'en' : localeIndex.value,
    ),
    /** Path of the page from the site's base. */
    here: computed(() => `/${page.value.relativePath.replace(/\.md$/, '')}`),
    /** Path of the language's home from the site's base. */
    home: computed(() => site.value.locales[localeIndex.value]?.link ?? '/'),
  }
}

/**
 * Fetches the frame of another language than the source, by its key. If that
 * fails, the page keeps the frame of the source.
 */
export async function fetchFrame(key: string): Promise<void> {
  if (key === 'root') return
  const frame = await fetchJson<Frame>(framePath(key)).catch(() => undefined)
  if (frame) fetched[key] = frame
}
