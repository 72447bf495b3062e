/** Adds to the pages of `npm run dev` a panel for translators. */
import { type Router, withBase } from 'vitepress'
import { watch } from 'vue'
import { panelPath } from '../panel-path.ts'
import './panel.css'

/** Adds the panel. The server draws anew what an open panel shows. */
export function addPanel({ route }: Router): void {
  const panel = document.createElement('details')
  panel.className = 'translator'
  panel.innerHTML = '<summary>i18n</summary><div></div>'
  // A page is loaded anew whenever the server starts anew.
  panel.open = sessionStorage.getItem(panelPath) === 'open'
  const show = async () => {
    sessionStorage.setItem(panelPath, panel.open ? 'open' : 'closed')
    const body = panel.querySelector('div')
    if (!panel.open || !body) return
    body.ariaBusy = 'true'
    const answer = await fetch(withBase(panelPath + route.data.relativePath))
    body.innerHTML = await answer.text()
    body.ariaBusy = 'false'
  }
  panel.addEventListener('toggle', show)
  watch(() => route.path, show)
  import.meta.hot?.on('vite:afterUpdate', show)
  document.body.append(panel)
}
