/** Instruments a TypeScript module so that it reports its executed lines. */
import ts from 'typescript'

/** Whether a part begins a loop, decides inside of one, or else is inside. */
export type PartKind = 'loop' | 'decides' | 'inside' | 'other'

/** An instrumented module and its parts. */
export interface Instrumented {
  /** Calls `globalThis[name](n)` before part n, from 0, is executed. */
  readonly code: string
  /** The lines of each part, from 1. */
  readonly parts: readonly (readonly number[])[]
  /** The kind of each part. */
  readonly kinds: readonly PartKind[]
}

/** Matches a line of braces and other tokens that belong to no part. */
const idle = /^[\s{}();,]*(else\b[\s{]*)?$/

/**
 * Inserts a call before each statement and at the start of each function's
 * body. The lines of a part are those of a statement, or of a function's head,
 * without the lines of inner statements, of comments and of lone braces.
 */
export function instrument(text: string, name: string): Instrumented {
  const source = ts.createSourceFile(
    'port.ts',
    text,
    ts.ScriptTarget.Latest,
    true,
  )
  const parts: number[][] = []
  const kinds: PartKind[] = []
  const calls: { at: number; call: string }[] = []
  const lineOf = (at: number) => source.getLineAndCharacterOfPosition(at).line
  const code = withoutComments(text).split('\n')

  const part = (node: ts.Node, at: number, inner: readonly ts.Node[]) => {
    const taken = new Set(inner.flatMap((each) => linesOf(each)))
    const own = linesOf(node).filter(
      (line) => !taken.has(line) && !idle.test(code[line - 1] ?? ''),
    )
    calls.push({ at, call: `globalThis.${name}(${parts.length});` })
    parts.push(own)
    kinds.push(kindOf(node))
  }
  const linesOf = (node: ts.Node): number[] => {
    const first = lineOf(node.getStart(source))
    const count = lineOf(node.getEnd()) - first + 1
    return Array.from({ length: count }, (_, i) => first + i + 1)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node) {
      const body = node.body as ts.Node | undefined
      if (body && ts.isBlock(body)) {
        part(node, body.getStart(source) + 1, [...body.statements])
      }
    } else if (ts.isStatement(node) && !ts.isBlock(node)) {
      part(node, node.getStart(source), nested(node))
    }
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  return { code: inserted(text, calls), parts, kinds }
}

function kindOf(node: ts.Node): PartKind {
  if (ts.isIterationStatement(node, false)) return 'loop'
  const { parent } = node
  const inLoop = ts.isIterationStatement(parent.parent ?? parent, false)
  if (ts.isIfStatement(node) && inLoop) return 'decides'
  const around = ts.findAncestor(
    parent,
    (each) => ts.isFunctionLike(each) || ts.isIterationStatement(each, false),
  )
  return around && ts.isIterationStatement(around, false) ? 'inside' : 'other'
}

/** The outermost statements and functions inside a node. */
function nested(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  const look = (child: ts.Node): void => {
    if (ts.isBlock(child)) ts.forEachChild(child, look)
    else if (ts.isStatement(child) || ts.isFunctionLike(child))
      found.push(child)
    else ts.forEachChild(child, look)
  }
  ts.forEachChild(node, look)
  return found
}

/** The text with blanks in place of comments. */
function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ')
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, blank)
}

function inserted(
  text: string,
  calls: readonly { at: number; call: string }[],
): string {
  let code = text
  for (const { at, call } of calls.toSorted((a, b) => b.at - a.at)) {
    code = code.slice(0, at) + call + code.slice(at)
  }
  return code
}
