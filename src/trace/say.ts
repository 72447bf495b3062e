/** Fills the texts that say what is wrong with a line of a trace. */
import type { messages } from './messages.ts'

/** What can be wrong, and two beginnings of what is said of it. */
export type MessageCode = keyof typeof messages

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
