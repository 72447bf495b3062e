/** Every statement of the port's listing, deleted, one at a time. */
import { type ESTree, parseSync, Visitor } from 'vite'
import { edited, listing } from './edited-port.ts'
import type { Mutant } from './mutants.ts'

/**
 * One mutant for each statement that does something. Declarations of
 * functions and classes are left: what is in them is deleted bit by bit.
 */
export function deletions(): Mutant[] {
  const text = edited(listing, [])
  const found: Mutant[] = []
  const add = ({ start, end }: ESTree.Span): void => {
    const line = text.slice(0, start).split('\n').length
    const [first = ''] = text.slice(start, end).split('\n')
    const [from, to] = unique(text, start, end)
    const find = text.slice(from, to)
    const replace = `${text.slice(from, start)}{}${text.slice(end, to)}`
    found.push({
      name: `line ${line} without ${first}`,
      edits: [{ file: listing, find, replace }],
    })
  }
  new Visitor({
    BreakStatement: add,
    ExpressionStatement: add,
    ForStatement: add,
    IfStatement: add,
    ReturnStatement: add,
    VariableDeclaration: (node) => {
      // `export let pder` alone does nothing.
      if (node.declarations.some(({ init }) => init)) {
        add(node)
      }
    },
  }).visit(parseSync(listing, text).program)
  return found
}

/** The shortest run of text around [start, end) that stands only once. */
function unique(text: string, start: number, end: number): [number, number] {
  let from = start
  let to = end
  while (text.split(text.slice(from, to)).length > 2) {
    from--
    to++
  }
  return [from, to]
}
