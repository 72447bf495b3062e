/** Adds a button to each column's head that copies its side of the chunk. */
import { announce } from '../../site/page/announce.ts'
import { type CopyByHand, copy } from '../../site/page/copy.ts'

/** The texts of the buttons. */
export interface CopyStrings extends CopyByHand {
  /** `{language}` and `{chunk}` stand for what is copied. */
  copy: string
  /** `{file}` stands for the name of the file. */
  copyFile: string
  copied: string
  failed: string
}

const icon =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><path class="sheets" d="M7 7V3.500h9.500V13H13M3.500 7H13v9.500H3.500z"/><path class="tick" d="m4 10.500 4 4 8-9"/></svg>'

/** Milliseconds for which a button shows that it has copied. */
const shown = 2000

/** Adds the buttons to a chunk; a second call does nothing. */
export function addCopyButtons(figure: HTMLElement, strings: CopyStrings) {
  const chunk = figure.querySelector('caption')?.textContent ?? ''
  for (const head of figure.querySelectorAll('th')) {
    if (head.querySelector('button')) continue
    const side = head.classList.contains('go') ? 'go' : 'ts'
    const language = side === 'go' ? 'Go' : 'TypeScript'
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy-side'
    button.innerHTML = icon
    button.title = strings.copy
      .replace('{language}', language)
      .replace('{chunk}', chunk)
    button.ariaLabel = button.title
    button.addEventListener('click', async () => {
      const done = await copy(codeOf(figure, side), strings)
      announce('')
      button.classList.toggle('done', done)
      setTimeout(() => {
        announce(done ? strings.copied : strings.failed)
      }, 50)
      setTimeout(() => button.classList.remove('done'), shown)
    })
    head.append(button)
  }
}

/** One side's code as the page shows it, with one newline at the end. */
export function codeOf(figure: HTMLElement, side: 'go' | 'ts'): string {
  const lines = figure.querySelectorAll(`td.${side} .line`)
  const text = Array.from(lines, (line) => line.textContent).join('\n')
  return `${text.trimEnd()}\n`
}
