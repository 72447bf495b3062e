/**
 * Repairs what a reader's browser brings along before VitePress reads it: one
 * odd value would leave the page without its script.
 */
import type { HeadConfig } from 'vitepress'

/** The key under which VitePress keeps the theme. */
const theme = 'vitepress-theme-appearance'

/**
 * The head of the page contains this function as text, so it must not use
 * anything outside itself.
 */
function soundStart(theme: string): void {
  // The result is used, or else the call is left out of the page's script.
  const isReadable = (hash: string): boolean => {
    try {
      return decodeURIComponent(hash).length <= hash.length
    } catch {
      return false
    }
  }

  /** Escapes the fragment of the address if VitePress could not decode it. */
  function repairFragment(): void {
    const { hash } = location
    if (isReadable(hash)) return
    // A sign that begins no escape, or all if that is not enough.
    const escaped = hash.replace(/%(?![0-9a-f]{2})/gi, '%25')
    const all = hash.replaceAll('%', '%25')
    const repaired = isReadable(escaped) ? escaped : all
    history.replaceState(history.state, '', repaired)
  }
  repairFragment()
  addEventListener('hashchange', repairFragment)
  addEventListener('popstate', repairFragment)

  const isTheme = (value: string | null) =>
    value === null || /^(auto|dark|light)$/.test(value)
  try {
    // Some browsers refuse only to write.
    localStorage.setItem('side-by-side', '')
    localStorage.removeItem('side-by-side')
    if (!isTheme(localStorage.getItem(theme))) localStorage.removeItem(theme)
  } catch {
    // What is kept here is valid for this visit only.
    const kept = new Map<string, string>()
    const value = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, `${text}`),
      removeItem: (key: string) => void kept.delete(key),
    }
    Object.defineProperty(window, 'localStorage', { value })
  }
  // Another window of the site may write what this one could not read.
  addEventListener('storage', (event) => {
    if (event.key === theme && !isTheme(event.newValue)) {
      event.stopImmediatePropagation()
    }
  })
}

/** A script that comes before all others. */
export const startSoundly: HeadConfig = [
  'script',
  { id: 'sound-start' },
  `(${soundStart})('${theme}')`,
]
