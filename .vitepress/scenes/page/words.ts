/** Formats the texts of scenes in the browser. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { TextsData } from '../published.ts'
import type { Parts, Words } from '../words.ts'

type Message = ConstructorParameters<typeof IntlMessageFormat>[0]

const known = new WeakMap<TextsData, Words>()

/** The texts as captions and drawings use them. */
export function wordsFrom(texts: TextsData): Words {
  const words = known.get(texts) ?? make(texts)
  known.set(texts, words)
  return words
}

function make({ tag, messages }: TextsData): Words {
  const formats = new Map<string, IntlMessageFormat>()
  return {
    tag,
    say(key, values = {}) {
      const message = messages[key] ?? key
      if (typeof message === 'string') return [message]
      const format =
        formats.get(key) ?? new IntlMessageFormat(message as Message, tag)
      formats.set(key, format)
      return [format.format<object>(values)].flat(2) as Parts
    },
  }
}
