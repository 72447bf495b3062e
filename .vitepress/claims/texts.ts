/** Reads the strings about claims and verdicts in each language. */

import type { Judged, Side } from '../../src/evidence/verdict-types.ts'
import { interfaceOf, message } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'

/** A language's strings about claims; `message` formats those with placeholders. */
export const textsOf = (locale: Language) => interfaceOf(locale).claims

/** Both verdicts as a sentence: `Claim gc-tail-first: holds on …`. */
export function sentence(
  { id, port, original }: Pick<Judged, 'id' | Side>,
  locale: Language,
): string {
  const { both, on } = textsOf(locale)
  const verdicts =
    port === 'holds' && original === 'holds'
      ? both
      : message(locale, 'claims.sentence', {
          port: on.port[port],
          original: on.original[original],
        })
  return message(locale, 'claims.mark', { id, verdicts })
}
