/** Copies a text to the clipboard. */

/**
 * Copies a text, which may take time to make. Call this directly in the handler
 * of a click: WebKit refuses to copy later, but accepts a promise of the text.
 * @returns Whether the text was copied; it needs a secure address.
 */
export async function copyText(
  text: string | Promise<string>,
): Promise<boolean> {
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
