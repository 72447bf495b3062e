/** Fills the texts that say what is wrong with a line of a trace. */
import type { MessageCode } from './messages.ts'

/** The texts in a language. */
export type Messages = Readonly<Record<MessageCode, string>>

/** What fills the places of a text; `found` is what was found, if anything. */
export type Values = Readonly<Record<string, string>>

/** Replaces `{name}` by its value. */
export const fill = (
  text: string,
  values: Readonly<Record<string, string | number>>,
): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? `${values[name]}` : whole,
  )

/** Says what is wrong, in the language of the texts. */
export function say(texts: Messages, code: MessageCode, values: Values) {
  const found =
    values.found === undefined
      ? texts.nothing
      : fill(texts.found, { text: values.found })
  return fill(texts[code], { ...values, found })
}
