/** Chooses which side of the code a page shows, before its first paint. */
import type { HeadConfig } from 'vitepress'

/** Both sides or one of them. An address can name it, as in `?code=go`. */
export type CodeChoice = 'both' | 'go' | 'typescript'

/** The key of the choice in localStorage. */
export const memory = 'side-by-side-code'

/**
 * Returns the choice in the address, otherwise the last choice, otherwise
 * `both`. The head of the page contains this function as text, so it must not
 * use anything outside itself.
 */
function choose(key: string): string {
  let remembered = null
  try {
    remembered = localStorage.getItem(key)
  } catch {
    // The browser does not allow localStorage.
  }
  const asked = new URLSearchParams(location.search).get('code')
  const known = [asked, remembered].filter(
    (choice) => choice === 'both' || choice === 'go' || choice === 'typescript',
  )
  return known[0] ?? 'both'
}

/** Sets `data-code` of `<html>`, which also shows that JavaScript runs. */
export const chooseCode: HeadConfig = [
  'script',
  { id: 'choose-code' },
  `document.documentElement.dataset.code=(${choose})('${memory}')`,
]
