/** Tells the keys of an input method from those that are meant for the page. */

/**
 * Returns a function for `compositionend`, and one that says whether a key is
 * the input method's: its Enter takes the text, its arrows choose from a list.
 */
export function useComposing() {
  let ended = false

  /** Some browsers send the key that ends a composition after its end. */
  function onEnd(): void {
    ended = true
    setTimeout(() => {
      ended = false
    })
  }

  const isComposing = (event: KeyboardEvent): boolean =>
    event.isComposing || ended || event.keyCode === 229
  return { onEnd, isComposing }
}
