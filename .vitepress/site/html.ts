/** Builds HTML from elements, so that every text and attribute is escaped. */
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h as build } from 'hastscript'
import { withUnits } from './units.ts'

export type { Element }

/** The content of an element; null and undefined add nothing. */
export type Child =
  | ElementContent
  | string
  | number
  | null
  | undefined
  | readonly Child[]

type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined>
>

interface Build {
  (selector: string, attributes: Attributes, ...children: Child[]): Element
  (selector: string, ...children: Child[]): Element
}

/**
 * An element from a selector such as `td.gap`, attributes and content. Programs
 * that translate pages leave code as it is.
 */
export const h = ((...given: Parameters<Build>) => {
  const element = (build as unknown as Build)(...given)
  if (element.tagName === 'code') element.properties.translate = 'no'
  return element
}) as Build

/** The HTML of elements; `&` and `<` become named character references. */
export const html = (...nodes: Element[]): string =>
  toHtml(nodes, { characterReferences: { useNamedReferences: true } })

/**
 * What may be wider than the screen: the keyboard scrolls it once it has the
 * focus. What has links inside needs no focus of its own.
 */
export const wide = (label: string, child: Child): Element =>
  h('div.wide', { role: 'group', tabindex: 0, 'aria-label': label }, child)

/** A Vue component. Unlike `h`, this keeps the capitals of its name. */
export const component = (
  tagName: string,
  properties: Element['properties'],
): Element => ({ type: 'element', tagName, properties, children: [] })

export const link = (href: string, ...children: Child[]): Element =>
  h('a', { href }, ...children)

/** Renders Markdown's backticks and double asterisks in a text. */
export const inline = (text: string): Child[] =>
  text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, i) => {
    if (i % 2 === 0) return withUnits(part)
    return part.startsWith('`')
      ? h('code', part.slice(1, -1))
      : h('strong', part.slice(2, -2))
  })

/** The items with `between` inserted between every two of them. */
export const separated = <Item, Between>(
  items: readonly Item[],
  between: Between,
): (Item | Between)[] =>
  items.flatMap((item, i) => (i === 0 ? [item] : [between, item]))
