/** Prints links to the playground of the site that SITE_URL names. */
import { LinkError, linkTo } from '../playground/link.ts'
import type { ProviderPackage } from '../trace/engine.ts'

/**
 * A line with a link that opens a trace in the playground. Undefined if the
 * environment variable SITE_URL is not set.
 * @param store The store that the trace runs on there.
 */
export async function linkLine(
  trace: string,
  store: ProviderPackage,
): Promise<string | undefined> {
  const site = process.env.SITE_URL
  if (!site) return undefined
  if (!/^https?:/.test(site) || !URL.canParse(site)) {
    return `no link: SITE_URL is ${JSON.stringify(site)}; write a complete address such as https://example.org/book/`
  }
  try {
    return await linkTo(site, { trace, store })
  } catch (error) {
    if (!(error instanceof LinkError)) throw error
    return 'no link: the trace is too long for one; the playground opens shorter ones'
  }
}
