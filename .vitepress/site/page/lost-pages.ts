/**
 * Loads a page anew if the page's script could not get it: there is no
 * connection, or the site has been updated. VitePress would say that there is
 * no such page, or put a part of the new version into the old one.
 */
import type { Router } from 'vitepress'

/** VitePress replaces it when it does not find the file of a page. */
const known = () => (globalThis as { __VP_HASH_MAP__?: object }).__VP_HASH_MAP__

/** Watches the changes of the page; what the server sends first is left. */
export function reloadLostPages(router: Router): void {
  if (import.meta.env.SSR) return
  const first = known()
  let begun = false
  router.onAfterRouteChange = () => {
    const lost = router.route.data.isNotFound || known() !== first
    if (begun && lost) location.reload()
    begun = true
  }
}
