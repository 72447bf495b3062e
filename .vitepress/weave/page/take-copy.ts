/** Adds to each file that the page offers a button that copies its text. */
import { announce } from '../../site/page/announce.ts'
import { copy } from '../../site/page/copy.ts'
import type { CopyStrings } from './chunk-copy.ts'

/** Adds the buttons to a page; a second call does nothing. */
export function addFileCopyButtons(strings: CopyStrings): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.take a')) {
    if (link.nextElementSibling) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = strings.copyFile.replace('{file}', link.download)
    button.addEventListener('click', async () => {
      announce('')
      const done = await copy(textAt(link.href), strings).catch(() => false)
      announce(done ? strings.copied : strings.failed)
    })
    link.after(' ', button)
  }
}

/** The text at an address. @throws {Error} If it cannot be fetched. */
async function textAt(address: string): Promise<string> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return await answer.text()
}
