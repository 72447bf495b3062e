/**
 * Copies a text. Browsers refuse that over plain http and without a permission;
 * then a field shows the text, so that the reader can copy it.
 */

/** The words around the field. */
export interface CopyByHand {
  readonly byHand: string
  readonly closeByHand: string
}

/**
 * Copies a text, if the browser allows it. Call this directly in the handler of
 * a click: WebKit refuses to copy later, but accepts a promise of the text.
 */
export async function put(text: string | Promise<string>): Promise<boolean> {
  try {
    const blob = Promise.resolve(text).then(
      (made) => new Blob([made], { type: 'text/plain' }),
    )
    const item = new ClipboardItem({ 'text/plain': blob })
    await navigator.clipboard.write([item])
    return true
  } catch {
    return false
  }
}

/**
 * Copies a text, or shows it in a field.
 * @throws What the promise of the text is rejected with.
 */
export async function copy(
  text: string | Promise<string>,
  words: CopyByHand,
): Promise<boolean> {
  const done = await put(text)
  if (!done) show(await text, words)
  return done
}

function show(text: string, { byHand, closeByHand }: CopyByHand): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'copy-by-hand'
  const label = dialog.appendChild(document.createElement('label'))
  label.textContent = byHand
  const field = label.appendChild(document.createElement('textarea'))
  field.value = text
  field.readOnly = true
  field.rows = 12
  field.translate = false
  const close = dialog.appendChild(document.createElement('button'))
  close.type = 'button'
  close.textContent = closeByHand
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  field.focus()
  field.select()
}
