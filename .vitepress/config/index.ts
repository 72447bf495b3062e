/** Merges the parts of the site's configuration. */
import './line-endings.ts'
import { defineConfig } from 'vitepress'
import type { SiteTheme } from '../site/theme-config.ts'
import { locales } from './locales.ts'
import { shared } from './shared.ts'

export default defineConfig<SiteTheme>({
  ...shared,
  locales,
})
