/** Makes a mutant for each statement of the port, with that one deleted. */
import { type ESTree, parseSync, Visitor } from 'vite'
import { portFile } from '../src/evidence/edit.ts'
import { readEdited } from '../src/evidence/edits.ts'
import type { Mutant } from '../src/evidence/mutants.ts'

/**
 * One mutant for each statement that does something. Declarations of functions
 * and classes stay, because their statements are deleted one by one.
 */
export function deletions(): Mutant[] {
  const text = readEdited(portFile, [])
  const found: Mutant[] = []
  const add = ({ start, end }: ESTree.Span): void => {
    const line = text.slice(0, start).split('\n').length
    const [first = ''] = text.slice(start, end).split('\n')
    const [from, to] = unique(text, start, end)
    const find = text.slice(from, to)
    const replace = `${text.slice(from, start)}{}${text.slice(end, to)}`
    found.push({
      name: `line ${line} without ${first}`,
      edits: [{ file: portFile, find, replace }],
    })
  }
  new Visitor({
    BreakStatement: add,
    ExpressionStatement: add,
    ForStatement: add,
    IfStatement: add,
    ReturnStatement: add,
    VariableDeclaration: (node) => {
      // `export let pder` without a value does nothing.
      if (node.declarations.some(({ init }) => init)) {
        add(node)
      }
    },
  }).visit(parseSync(portFile, text).program)
  return found
}

/** A range around [start, end) whose text occurs only once. */
function unique(text: string, start: number, end: number): [number, number] {
  let from = start
  let to = end
  while (text.split(text.slice(from, to)).length > 2) {
    from--
    to++
  }
  return [from, to]
}
