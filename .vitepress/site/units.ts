/** Keeps a unit on the line of its number. */
import type { MarkdownRenderer } from 'vitepress'

/** The text with no-break spaces between numbers, or placeholders, and units. */
export const withUnits = (text: string): string =>
  text.replace(/(?<=[\d}]) (?=(?:[mµn]?s|[KM]B)\b)/g, '\u00a0')

/** Does the same for the texts of a page. */
export function units(md: MarkdownRenderer): void {
  const { text } = md.renderer.rules
  md.renderer.rules.text = (...args) => withUnits(text?.(...args) ?? '')
}
