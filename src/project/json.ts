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

/** The line, from 1, of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
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
  const errors: ParseError[] = []
  const strict = { disallowComments: true }
  const root = parseTree(text, errors, strict)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = (error as Error).message.replace(/\s+/g, ' ')
    const line = lineAt(text, errors[0]?.offset ?? 0)
    fail(file, line, `broken JSON: ${message}; correct it here`)
  }
  // Callers take it out of the object, so it may not use `this`.
  const lineOf: Json['lineOf'] = (...path) => {
    const node = root && findNodeAtLocation(root, path)
    if (!node && path.length > 0) return lineOf(...path.slice(0, -1))
    // The line of a property is the line of its name.
    const at = node?.parent?.type === 'property' ? node.parent : node
    return lineAt(text, at?.offset ?? 0)
  }
  return {
    value,
    lineOf,
    *properties() {
      if (root) yield* propertiesOf(root, [], lineCounter(text))
    },
  }
}

/** `lineAt` for offsets that only grow: it counts each newline once. */
function lineCounter(text: string): (offset: number) => number {
  let [line, from] = [1, 0]
  return (offset) => {
    for (; from < offset; from++) if (text[from] === '\n') line++
    return line
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
