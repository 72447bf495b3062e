/** Finds the constructs of the port that Go lacks, by TypeScript's tokens. */
import ts from 'typescript'
import { fail } from '../../src/project/problem.ts'
import type { Source } from '../weave/programs.ts'
import type { Construct } from './hover.ts'

/**
 * The note of a token, by its text, or by its text and the node around it.
 * `null` if Go has the same.
 */
const notes: Readonly<Record<string, string | null>> = {
  '! PropertyDeclaration': 'definite',
  '! PrefixUnaryExpression': null,
  '!==': 'strictEquality',
  '* NamespaceImport': 'namespaceImport',
  '* BinaryExpression': null,
  '===': 'strictEquality',
  '=> FunctionType': 'functionType',
  '?.': 'optionalChain',
  '??': 'nullish',
  class: 'class',
  const: 'const',
  constructor: 'constructor',
  export: 'export',
  extends: 'extends',
  get: 'getter',
  'export import': 'bareImport',
  'export let': 'exportLet',
  implements: 'implements',
  'import ImportDeclaration': null,
  let: 'let',
  new: 'new',
  null: 'null',
  number: 'number',
  override: 'override',
  'public Parameter': 'parameterProperty',
  readonly: 'readonly',
  super: 'super',
  this: 'this',
  throw: 'throw',
  undefined: 'undefined',
  unknown: 'unknown',
  void: 'void',
  ...Object.fromEntries(
    '{ } ( ) [ ] . , ; : < > <= + - = && || { as from break boolean else false for function if import interface return string true'
      .split(' ')
      .map((text) => [text, null]),
  ),
}

/**
 * The constructs in the chunks of a file of the port, top to bottom.
 * @throws {ProblemError} If there is a token that `notes` does not know.
 */
export function constructsOfPort({ file, text, chunks }: Source): Construct[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return tokensOf(parsed, parsed).flatMap((token) => {
    const start = token.getStart(parsed)
    const place = parsed.getLineAndCharacterOfPosition(start)
    const line = place.line + 1
    if (!chunks.some(({ first, last }) => first <= line && line <= last)) {
      return []
    }
    const word = token.getText(parsed)
    const note = keysOf(token, word).find((key) => key in notes)
    if (note === undefined) {
      const around = ts.SyntaxKind[token.parent.kind]
      const what = `no note is known for "${word}" of a ${around}`
      fail(
        file,
        line,
        `${what}; name it in .vitepress/hovers/constructs.ts, and write its note in docs/en/syntax.json`,
      )
    }
    const { character: column } = place
    const found = { line, column, length: word.length }
    return notes[note] ? [{ ...found, note: `typescript.${notes[note]}` }] : []
  })
}

/** The tokens below a node, without names, literals and comments. */
function tokensOf(node: ts.Node, file: ts.SourceFile): ts.Node[] {
  if (ts.isJSDoc(node) || node.kind === ts.SyntaxKind.EndOfFileToken) return []
  if (ts.isIdentifier(node)) return node.text === 'undefined' ? [node] : []
  if (ts.isLiteralExpression(node)) return []
  const children = node.getChildren(file)
  if (children.length > 0 || node.kind === ts.SyntaxKind.SyntaxList) {
    return children.flatMap((child) => tokensOf(child, file))
  }
  return node.getWidth(file) > 0 ? [node] : []
}

/** What may be the key of a token in `notes`, from the narrowest. */
function keysOf(token: ts.Node, word: string): string[] {
  const { parent } = token
  const bare = ts.isImportDeclaration(parent) && !parent.importClause
  const exported =
    ts.isVariableDeclarationList(parent) &&
    ts.isVariableStatement(parent.parent) &&
    parent.parent.modifiers?.some(
      ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
    )
  return [
    ...(bare || exported ? [`export ${word}`] : []),
    `${word} ${ts.SyntaxKind[parent.kind]}`,
    word,
  ]
}
