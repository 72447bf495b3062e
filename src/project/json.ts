/** Parses JSON and finds the line of each value and of a syntax error. */
import {
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser'
import { fail } from './problem.ts'

/** Returns a function for the line, from 1, of an offset in a text. */
function lineFinder(text: string): (offset: number) => number {
  let known: number[] | undefined
  return (offset) => {
    known ??= [...text.matchAll(/\n/g)].map(({ index }) => index)
    const ends = known
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

/** A parsed file. */
export interface Json {
  readonly value: unknown
  /** The line, from 1, of the value at a path or of its nearest parent. */
  lineOf(...path: JSONPath): number
  /** The properties of all objects at all depths, from top to bottom. */
  properties(): Generator<Property>
}

/** A property of an object. An object can have two with the same name. */
export interface Property {
  readonly path: readonly string[]
  readonly value: unknown
  readonly line: number
}

/**
 * Parses the text of a JSON file.
 * @throws {ProblemError} If it is not valid, with the line of the first error.
 */
export function readJson(file: string, text: string): Json {
  const lineAt = lineFinder(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const errors: ParseError[] = []
    parseTree(text, errors, { disallowComments: true })
    const message = (error as Error).message.replace(/\s+/g, ' ')
    const line = lineAt(errors[0]?.offset ?? 0)
    fail(file, line, `broken JSON: ${message}; correct it here`)
  }
  // Takes longer than all the rest, and most callers ask for no line.
  let tree: Node | undefined
  const root = () => {
    tree ??= parseTree(text)
    return tree
  }
  // Callers take it out of the object, so it may not use `this`.
  const lineOf: Json['lineOf'] = (...path) => {
    const top = root()
    const node = top && findNodeAtLocation(top, path)
    if (!node && path.length > 0) return lineOf(...path.slice(0, -1))
    // The line of a property is the line of its name.
    const at = node?.parent?.type === 'property' ? node.parent : node
    return lineAt(at?.offset ?? 0)
  }
  return {
    value,
    lineOf,
    *properties() {
      const top = root()
      if (top) yield* propertiesOf(top, [], lineAt)
    },
  }
}

function* propertiesOf(
  node: Node,
  above: readonly string[],
  lineOf: (offset: number) => number,
): Generator<Property> {
  for (const { children = [], offset } of node.children ?? []) {
    const [name, value] = children
    if (node.type !== 'object' || !name || !value) continue
    const path = [...above, String(name.value)]
    yield { path, value: getNodeValue(value), line: lineOf(offset) }
    yield* propertiesOf(value, path, lineOf)
  }
}
