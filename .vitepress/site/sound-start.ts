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
  /** Escapes the fragment of the address if VitePress could not decode it. */
  function repairFragment(): void {
    try {
      decodeURIComponent(location.hash)
    } catch {
      // Escapes a sign that begins no escape, or all if that is not enough.
      let hash = location.hash.replace(/%(?![0-9a-f]{2})/gi, '%25')
      try {
        decodeURIComponent(hash)
      } catch {
        hash = location.hash.replaceAll('%', '%25')
      }
      history.replaceState(history.state, '', hash)
    }
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
