/** The site's theme for VitePress: layout, styles and components. */
import type { Theme } from 'vitepress'
import type { Component } from 'vue'
import type { components } from '../site/known-marks.ts'
import { lazy } from '../site/page/lazy.ts'
import { reloadLostPages } from '../site/page/lost-pages.ts'
import NotFound from '../site/page/NotFound.vue'
import SiteLayout from './SiteLayout.vue'
import '../site/styles/palette.css'
import '../site/styles/faces.css'
import '../site/styles/text.css'
import '../site/styles/parts.css'
import '../site/styles/tables.css'
import '../site/styles/cjk.css'
import '../site/styles/frame.css'
import '../site/styles/side-heads.css'
import '../site/styles/header.css'
import '../site/styles/outline.css'
import '../site/styles/footer.css'
import '../weave/page/code-colors.css'
import '../weave/page/chunk.css'
import '../weave/page/chunk-narrow.css'
import '../weave/page/chunk-tools.css'
import '../claims/page/claim.css'
import '../scenes/page/scene.css'
import '../scenes/page/scene-session.css'
import '../scenes/page/drawing.css'
import '../scenes/page/question.css'
import '../translation/page/translation.css'
import '../site/styles/over-page.css'
import '../site/styles/print.css'

// Each is loaded only by the page that shows it.
const Measurements = lazy(() => import('../claims/page/MeasurementsFigure.vue'))
const LedgerFilter = lazy(() => import('../claims/page/LedgerFilter.vue'))
const Playground = lazy(() => import('../playground/page/PlaygroundFigure.vue'))
const ChallengePort = lazy(() => import('../playground/page/ChallengePort.vue'))

/** What pages can insert. */
const inPages: Record<(typeof components)[number], Component> = {
  Measurements,
  Playground,
}

export default {
  Layout: SiteLayout,
  NotFound,
  enhanceApp({ app, router }) {
    reloadLostPages(router)
    // A build leaves this out.
    if (import.meta.env.DEV && !import.meta.env.SSR) {
      import('../translation/page/panel.ts').then(({ addPanel }) =>
        addPanel(router),
      )
    }
    app.component('LedgerFilter', LedgerFilter)
    app.component('ChallengePort', ChallengePort)
    for (const [name, each] of Object.entries(inPages))
      app.component(name, each)
  },
} satisfies Theme
