/** Defines how captions and drawings say their texts, in any language. */

/** An id, a name or a value, which is drawn as code. */
export interface Code {
  readonly code: string
}

/** A text in parts. */
export type Parts = readonly (string | Code)[]

/** The values of a message's placeholders. */
export type Values = Readonly<Record<string, string | number | Code | Parts>>

/** The texts of a language, by their keys below `scenes` in interface.json. */
export interface Words {
  /** The language as `Intl` names it, such as `zh-Hans`. */
  readonly tag: string
  say(key: string, values?: Values): Parts
}

/** The parts as plain text, for screen readers and attributes. */
export const plain = (parts: Parts): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.code)).join('')

/** A message as plain text. */
export const said = (words: Words, key: string, values?: Values): string =>
  plain(words.say(key, values))

/** The sentences as one text, with a space between them where it is usual. */
export const joined = (sentences: readonly Parts[]): Parts =>
  sentences.flatMap((sentence, i) => {
    const last = i > 0 ? plain(sentences[i - 1] ?? []) : ''
    return last === '' || /[。！？]$/.test(last) ? sentence : [' ', ...sentence]
  })
