/** Which side of the code is shown, settled before the page is first painted. */
import type { HeadConfig } from 'vitepress'

/** Both sides, or one alone; as in `?code=go`. */
export type CodeChoice = 'both' | 'go' | 'typescript'

/** Where the browser remembers the choice. */
export const memory = 'side-by-side-code'

/**
 * What the address asks for, else what was chosen last, else both. It runs
 * in the head of the page, as text: it must be complete in itself.
 */
function choose(key: string): string {
  let remembered = null
  try {
    remembered = localStorage.getItem(key)
  } catch {
    // The reader's browser keeps nothing.
  }
  const asked = new URLSearchParams(location.search).get('code')
  const known = [asked, remembered].filter(
    (choice) => choice === 'both' || choice === 'go' || choice === 'typescript',
  )
  return known[0] ?? 'both'
}

/** Says on `<html>` what is shown, and with it that there is JavaScript. */
export const chooseCode: HeadConfig = [
  'script',
  { id: 'choose-code' },
  `document.documentElement.dataset.code=(${choose})('${memory}')`,
]
