/**
 * Loads the parts of a page that come later. A part can fail to come: there is
 * no connection, or a newer version of the site has replaced its file. Then a
 * notice says so, and the next use of the page tries again.
 */
import { type Component, defineAsyncComponent, shallowRef } from 'vue'

/** What to try again, if anything has failed. */
const waiting = shallowRef<readonly (() => void)[]>([])

/** Whether the notice is shown: something failed since it was last closed. */
export const failed = shallowRef(false)

/** Tries again all that has failed. */
export function tryAgain(): void {
  const all = waiting.value
  waiting.value = []
  for (const each of all) each()
}

/** Says that a part did not come. @param again Called at the next use. */
export function tellFailure(again?: () => void): void {
  failed.value = true
  if (again) waiting.value = [...waiting.value, again]
}

/** Loads a part; after a failure, as often as the page is used. */
export async function loaded<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    const part = await load()
    if (waiting.value.length === 0) failed.value = false
    return part
  } catch {
    return new Promise((resolve) => {
      tellFailure(() => resolve(loaded(load)))
    })
  }
}

/** Loads a part once; undefined, and the notice, if it does not come. */
export async function attempt<Part>(
  load: () => Promise<Part>,
): Promise<Part | undefined> {
  try {
    return await load()
  } catch {
    tellFailure()
    return undefined
  }
}

/** A component whose code is loaded when it is first shown. */
export const lazy = <Part extends Component>(
  load: () => Promise<{ default: Part }>,
): Part => defineAsyncComponent(() => loaded(load)) as Part
