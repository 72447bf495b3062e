// Tests that the names of listing and port are complete, with correct places.
import ts from 'typescript'
import { beforeAll, expect, it } from 'vitest'
import type { NamesData } from '../../.vitepress/hovers/data.ts'
import { readNames } from '../../.vitepress/hovers/index.ts'
import { chunkText } from '../../.vitepress/weave/chunk.ts'
import { commentsIn } from '../../.vitepress/weave/comments.ts'
import { readPrograms, type Source } from '../../.vitepress/weave/programs.ts'
import { linesOf, openProject } from '../../src/project/project.ts'

const sources = readPrograms(openProject())
  .filter(({ named }) => named)
  .flatMap(({ listing, port }) => [listing, port])

let data: NamesData

// The first reading starts the TypeScript compiler.
beforeAll(() => {
  data = readNames()
}, 120_000)

/** The words of a chunk that its language counts as names: `LINE:COLUMN word`. */
function namesIn(source: Source): string[] {
  const wordsOf = source.language === 'go' ? goWords : tsWords
  return source.chunks.flatMap((chunk) => {
    const text = chunkText(source.text, chunk)
    return wordsOf(text).map(({ word, start }) => {
      const before = text.slice(0, start).split('\n')
      return at(chunk.first + before.length - 1, before.at(-1)?.length, word)
    })
  })
}

const at = (line: number, column: number | undefined, word: string) =>
  `${line}:${column} ${word}`

const goKeywords =
  /^(break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var)$/

function goWords(text: string) {
  const blank = (part: string) => part.replace(/\S/g, ' ')
  let code = text.replace(/"[^"\n]*"/g, blank)
  for (const { raw } of commentsIn(code, 'go')) {
    code = code.replace(raw, blank)
  }
  return Array.from(code.matchAll(/[A-Za-z_]\w*/g), (match) => ({
    word: match[0],
    start: match.index,
  })).filter(({ word }) => !goKeywords.test(word))
}

/**
 * A keyword counts as a name after a dot, as a method before a bracket, and as
 * a property before a colon.
 */
function tsWords(text: string) {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true)
  scanner.setText(text)
  const tokens: { kind: ts.SyntaxKind; word: string; start: number }[] = []
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; ) {
    tokens.push({
      kind,
      word: scanner.getTokenText(),
      start: scanner.getTokenStart(),
    })
    kind = scanner.scan()
  }
  return tokens.filter(({ kind, word }, i) => {
    if (kind === ts.SyntaxKind.Identifier || word === 'undefined') return true
    if (!/^[a-z]+$/.test(word)) return false
    const next = tokens[i + 1]?.word
    const called = next === '('
    return (
      tokens[i - 1]?.word === '.' ||
      next === ':' ||
      (called && !/^(if|for|constructor|super)$/.test(word))
    )
  })
}

it.each(sources)(
  'readNames: describes exactly the names in the chunks of $file',
  (source) => {
    const lines = linesOf(source.text)
    const got = Object.entries(data.files[source.file] ?? {}).flatMap(
      ([line, occurrences]) =>
        occurrences.flatMap(([column, length, index]) => {
          // A construct that is no name has a note, but no declaration.
          if (data.names[index]?.signature === undefined) return []
          const word = lines[Number(line) - 1]?.slice(column, column + length)
          return [at(Number(line), column, word ?? '')]
        }),
    )
    expect(got).toEqual(namesIn(source))
    expect(got.length).toBeGreaterThan(10)
  },
)
