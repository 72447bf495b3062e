/** The site's theme: a book's page, light enough to be read anywhere. */
import type { Theme } from 'vitepress'
import NotFound from './components/NotFound.vue'
import SiteLayout from './components/SiteLayout.vue'
import './styles/palette.css'
import './styles/text.css'
import './styles/frame.css'
import './styles/chunk.css'
import './styles/claim.css'
import './styles/home.css'
import './styles/print.css'

export default { Layout: SiteLayout, NotFound } satisfies Theme
