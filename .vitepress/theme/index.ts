/** The site's theme for VitePress: layout, styles and components. */
import type { Theme } from 'vitepress'
import type { Component } from 'vue'
import type { components } from '../site/known-marks.ts'
import NotFound from './components/NotFound.vue'
import SiteLayout from './components/SiteLayout.vue'
import { lazy } from './composables/lazy.ts'
import { reloadLostPages } from './composables/lost-pages.ts'
import './styles/palette.css'
import './styles/faces.css'
import './styles/text.css'
import './styles/parts.css'
import './styles/tables.css'
import './styles/cjk.css'
import './styles/frame.css'
import './styles/header.css'
import './styles/outline.css'
import './styles/footer.css'
import './styles/code-colors.css'
import './styles/chunk.css'
import './styles/chunk-narrow.css'
import './styles/chunk-tools.css'
import './styles/claim.css'
import './styles/scene.css'
import './styles/scene-session.css'
import './styles/drawing.css'
import './styles/translation.css'
import './styles/over-page.css'
import './styles/print.css'

// Each is loaded only by the page that shows it.
const Measurements = lazy(() => import('./components/MeasurementsFigure.vue'))
const LedgerFilter = lazy(() => import('./components/LedgerFilter.vue'))
const Playground = lazy(() => import('./components/PlaygroundFigure.vue'))
const PlaygroundPort = lazy(() => import('./components/PlaygroundPort.vue'))

/** What pages can insert. */
const inPages: Record<(typeof components)[number], Component> = {
  Measurements,
  Playground,
  PlaygroundPort,
}

export default {
  Layout: SiteLayout,
  NotFound,
  enhanceApp({ app, router }) {
    reloadLostPages(router)
    app.component('LedgerFilter', LedgerFilter)
    for (const [name, each] of Object.entries(inPages))
      app.component(name, each)
  },
} satisfies Theme
