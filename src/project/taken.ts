/** Puts the repaired store and its manager into one file a language. */
import ts from 'typescript'
import type { Project } from './project.ts'
import { fail } from './problem.ts'

/** The name of a file that a program takes, by its language. */
export const takenFiles = { ts: 'repaired.ts', go: 'repaired.go' } as const

/** A part of a file: some regions or, without `only`, all but `without`. */
interface Part {
  readonly file: string
  readonly only?: string
  readonly without?: readonly string[]
  /** What is said otherwise where there is only one file. */
  readonly edits?: readonly (readonly [find: string, replace: string])[]
}

const registered = ['import', 'pder', 'init']

const parts: Record<keyof typeof takenFiles, readonly Part[]> = {
  ts: [
    { file: 'src/time.ts' },
    { file: 'src/container/chain.ts' },
    { file: 'src/container/small-map.ts' },
    { file: 'src/session.ts', only: 'session.Session' },
    {
      file: 'src/providers/repaired.ts',
      without: registered,
      edits: [
        [' implements session.Regenerator', ''],
        // The store that calls it has checked its lifetime.
        ['session.checkLifetime(maxlifetime)\n\n', ''],
      ],
    },
    { file: 'src/manager/options.ts' },
    { file: 'src/manager/header.ts' },
    { file: 'src/manager/cookie.ts' },
    { file: 'src/manager/memory.ts' },
    { file: 'src/manager/manager.ts' },
  ],
  go: [
    { file: 'go-reference/session.go', only: 'Session' },
    {
      file: 'go-reference/providers/repaired/repaired.go',
      without: registered,
    },
    { file: 'go-reference/providers/repaired/bounded.go' },
    { file: 'go-reference/manager/options.go' },
    { file: 'go-reference/manager/cookie.go' },
    {
      file: 'go-reference/manager/memory.go',
      edits: [
        [
          'repaired.New()',
          '&Provider{list: list.New(), sessions: map[string]*list.Element{}, maxlifetime: math.MaxInt64}',
        ],
      ],
    },
    { file: 'go-reference/manager/manager.go' },
  ],
}

/**
 * The text of a file to take: no more than the store in memory and its manager
 * need, with the licence on top.
 * @throws {ProblemError} If a part is not where it was.
 */
export function taken(project: Project, language: 'ts' | 'go'): string {
  const texts = parts[language].map((part) => textOf(project, part))
  const licence = project
    .read('go-reference/LICENSE')
    .replace(
      /^Copyright.*$/m,
      (line) =>
        `${line}\nCopyright (c) 2026, the contributors of Session storage, side by side`,
    )
    .trim()
    .replaceAll(/^(?=.)/gm, '// ')
    .replaceAll(/^$/gm, '//')
  const body = language === 'ts' ? inTypeScript(texts) : inGo(texts)
  return `${licence}\n\n${body}`.replaceAll(/\n{3,}/g, '\n\n')
}

/** The text of one part, with its edits. */
function textOf(project: Project, { file, only, without, edits = [] }: Part) {
  let text = project.read(file)
  if (only) text = regionOf(text, file, only)
  for (const name of without ?? []) {
    text = text.replace(regionOf(text, file, name), '')
  }
  for (const [find, replace] of edits) {
    if (!text.includes(find))
      fail(
        file,
        1,
        `lacks ${JSON.stringify(find)}; correct src/project/taken.ts`,
      )
    text = text.replace(find, () => replace)
  }
  return text.replaceAll(/^ *\/\/ #(end)?region.*\n/gm, '')
}

/** A region of a file, or a declaration of Go with its documentation. */
function regionOf(text: string, file: string, name: string): string {
  const [, region] =
    text
      .split(`// #region ${name}\n`)[1]
      ?.match(/^([\s\S]*?)\/\/ #endregion/) ?? []
  const [declaration] =
    text.match(RegExp(`^(//.*\\n)+type ${name} [\\s\\S]*?\\n}\\n`, 'm')) ?? []
  return (
    region ??
    declaration ??
    fail(file, 1, `has no region ${name}; correct src/project/taken.ts`)
  )
}

/** Matches the name of a module of this project before a name of its own. */
const prefix = /(?<!`)\b(session|repaired|chain|time|cookie)\.(?=[a-zA-Z])/g

/** One module without imports of this project. */
function inTypeScript(texts: readonly string[]): string {
  const imports = /^import [^;]*? from '([^']*)'\n/gm
  const node = new Set(
    texts
      .flatMap((text) => [...text.matchAll(imports)])
      .filter(([, from = '']) => !from.startsWith('.'))
      .map(([all]) => all),
  )
  const bodies = texts.map((text) =>
    withFields(text.replaceAll(imports, '').replaceAll(prefix, '')),
  )
  return `${[...node].join('')}\n${bodies.join('\n')}`
}

/**
 * Writes the fields that a constructor's parameters declare as fields, because
 * Node runs TypeScript only if it can leave out the types.
 */
function withFields(text: string): string {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)
  const edits: [start: number, end: number, text: string][] = []
  const visit = (node: ts.Node): void => {
    if (ts.isConstructorDeclaration(node) && node.body) {
      const fields = node.parameters.filter((each) => each.modifiers)
      if (fields.length > 0) {
        const declared = fields.map((each) => {
          const modifiers =
            each.modifiers
              ?.map((one) => one.getText())
              .filter((one) => one !== 'public') ?? []
          return `${[...modifiers, each.name.getText()].join(' ')}: ${each.type?.getText()}\n`
        })
        edits.push([
          node.parent.members.pos,
          node.parent.members.pos,
          `\n${declared.map((each) => `  ${each}`).join('')}`,
        ])
        for (const each of fields) {
          edits.push([each.getStart(), each.name.getStart(), ''])
        }
        const first = node.body.statements[0]
        const isSuper = first?.getText().startsWith('super(')
        const after = isSuper && first ? first.end : node.body.getStart() + 1
        const set = fields.map(
          (each) =>
            `\n    this.${each.name.getText()} = ${each.name.getText()}`,
        )
        edits.push([after, after, set.join('')])
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return edits
    .sort(([a], [b]) => b - a)
    .reduce(
      (all, [start, end, put]) => all.slice(0, start) + put + all.slice(end),
      text,
    )
}

/** One package with the imports of all parts. */
function inGo(texts: readonly string[]): string {
  const imports = new Set<string>()
  const bodies = texts.map((text) =>
    text
      .replace(/^[\s\S]*?^package .*\n/m, '')
      .replaceAll(/^import (\([^)]*\)|".*")\n/gm, (_, list: string) => {
        for (const [path] of list.matchAll(/"[^"]*"/g)) imports.add(path)
        return ''
      })
      .replaceAll(/\b(session|repaired)\.(?=[A-Z])/g, ''),
  )
  // The region of the repaired store's own imports is left out.
  for (const path of ['"container/list"', '"errors"', '"math"'])
    imports.add(path)
  const own = [...imports].filter((path) => !path.includes('astaxie')).sort()
  const head = `// Package repaired keeps sessions in memory, and connects them with visitors by a
// cookie. Its whole text is in this file.
package repaired

import (
${own.map((path) => `\t${path}\n`).join('')})
`
  return `${head}\n${bodies.join('\n').trim()}\n`
}
