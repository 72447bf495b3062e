/** Makes a TypeScript module tell which of its lines are executed. */
import ts from 'typescript'

/** A module that tells, and what it tells of. */
export interface Instrumented {
  /** Calls `globalThis[name](n)` before the n-th part is executed. */
  readonly code: string
  /** For each part the lines, from 1, that are its own. */
  readonly parts: readonly (readonly number[])[]
}

/** Tokens that do nothing: a line of these alone belongs to no part. */
const idle = /^[\s{}();,]*(else\b[\s{]*)?$/

/**
 * Puts a call before each statement and into each function's body. A part's
 * lines are those of a statement, or of a function's head, without the lines
 * of the statements within it, of comments and of braces alone.
 */
export function instrument(text: string, name: string): Instrumented {
  const source = ts.createSourceFile('port.ts', text, ts.ScriptTarget.Latest)
  const parts: number[][] = []
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
  return { code: inserted(text, calls), parts }
}

/** The statements and functions within a node, the outermost ones. */
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
