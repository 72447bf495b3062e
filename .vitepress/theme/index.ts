/** The site's theme: a book's page, light enough to be read anywhere. */
import type { Theme } from 'vitepress'
import NotFound from './components/NotFound.vue'
import SiteLayout from './components/SiteLayout.vue'
import './styles/palette.css'
import './styles/faces.css'
import './styles/text.css'
import './styles/cjk.css'
import './styles/frame.css'
import './styles/header.css'
import './styles/outline.css'
import './styles/search.css'
import './styles/footer.css'
import './styles/chunk.css'
import './styles/claim.css'
import './styles/home.css'
import './styles/print.css'

export default { Layout: SiteLayout, NotFound } satisfies Theme
