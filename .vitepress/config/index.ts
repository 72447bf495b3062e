/** The site's configuration: merges what the other files here say. */
import { defineConfig } from 'vitepress'
import { locales } from '../languages.ts'
import { toLocales } from './locale.ts'
import { shared } from './shared.ts'
import type { SiteTheme } from './theme.ts'

export default defineConfig<SiteTheme>({
  ...shared(locales),
  locales: toLocales(locales),
})
