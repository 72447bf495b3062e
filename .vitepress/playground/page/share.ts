/** Reads the link in the address, and makes a link of the trace. */
import { onMounted, type Ref, ref } from 'vue'
import {
  LinkError,
  type LinkProblem,
  readFragment,
  type Shared,
  type SharedClaim,
  writeFragment,
} from '../../../src/playground/link.ts'
import { changeAddress } from '../../site/page/address.ts'
import { put } from '../../site/page/copy.ts'
import { useEvents } from '../../site/page/events.ts'

/**
 * Takes what the address shares.
 * @param take Called with it; with undefined if the link cannot be read.
 * Rejects with a LinkError if there is no such claim.
 * @returns Why a link was refused, if it was.
 */
export function useLink(
  take: (shared: Shared | SharedClaim | undefined) => Promise<void>,
): Ref<LinkProblem | undefined> {
  const refused = ref<LinkProblem>()

  async function read(): Promise<void> {
    try {
      const shared = await readFragment(location.hash)
      if (!shared) return
      await take(shared)
      refused.value = undefined
    } catch (error) {
      if (!(error instanceof LinkError)) throw error
      refused.value = error.problem
      await take(undefined)
    }
  }

  onMounted(read)
  useEvents({ hashchange: read }, () => window)
  return refused
}

/**
 * Puts the link into the address and copies it.
 * @returns The link, and whether it was copied; or why there is none.
 */
export async function share(
  shared: Shared,
): Promise<{ link: string; copied: boolean } | { problem: LinkProblem }> {
  const making = writeFragment(shared).then(
    (fragment) => new URL(fragment, location.href).href,
  )
  const copying = put(making)
  try {
    const link = await making
    changeAddress((address) => {
      address.hash = new URL(link).hash
    })
    return { link, copied: await copying }
  } catch (error) {
    if (!(error instanceof LinkError)) throw error
    return { problem: error.problem }
  }
}
