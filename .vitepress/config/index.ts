/** The site's configuration: merges what the other files here say. */
import { defineConfig } from 'vitepress'
import { en } from './en.ts'
import { es } from './es.ts'
import { ja } from './ja.ts'
import { toLocales } from './locale.ts'
import { shared } from './shared.ts'
import type { SiteTheme } from './theme.ts'
import { zh } from './zh.ts'

const locales = { en, zh, ja, es }

export default defineConfig<SiteTheme>({
  ...shared(locales),
  locales: toLocales(locales),
})
