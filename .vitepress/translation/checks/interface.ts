/** Every string of the interface is there, in the language's own file. */
import { parseAst } from 'vite'
import { lineAt } from '../../weave/json.ts'
import type { Problem } from '../../weave/problem.ts'
import type { Locale, Project } from '../../weave/project.ts'
import type { Prose } from './prose.ts'

/** A string of the interface: `strings.search.open`. */
export interface InterfaceString {
  readonly path: string
  readonly text: string
  readonly line: number
}

/** The strings of a language, or why its file cannot be read. */
export interface Interface {
  readonly file: string
  readonly strings: readonly InterfaceString[]
  readonly broken?: Problem
}

/** Where a language's strings stand. */
export const interfaceFile = (locale: Locale): string =>
  `.vitepress/config/${locale}.ts`

// Names of things, the same in every language.
const names = new Set(['label', 'lang', 'openGraph'])

/** Reads a language's strings from its source, which keeps their lines. */
export function readInterface(project: Project, locale: Locale): Interface {
  const file = interfaceFile(locale)
  const text = project.has(file) ? project.read(file) : ''
  if (text === '') {
    const message = 'is missing; copy en.ts beside it and translate its strings'
    return { file, strings: [], broken: { file, line: 1, message } }
  }
  try {
    const strings: InterfaceString[] = []
    const { body } = parseAst(text, { lang: 'ts' })
    for (const statement of body) {
      if (statement.type !== 'ExportNamedDeclaration') continue
      collect(statement.declaration, '', text, strings)
    }
    return { file, strings }
  } catch (error) {
    const { pos = 0, message } = error as Error & { pos?: number }
    const reason = message.split('\n')[1] ?? message
    const line = lineAt(text, pos)
    const advice = `cannot be read (${reason.trim()}); look for a quote or a comma that is missing here or just above`
    return { file, strings: [], broken: { file, line, message: advice } }
  }
}

/** The parts of a syntax tree that matter here. */
interface Node {
  readonly type: string
  readonly start: number
  readonly value?: unknown
  readonly key?: { readonly name?: string; readonly value?: string }
  readonly properties?: readonly Node[]
  readonly elements?: readonly Node[]
  readonly declarations?: readonly Node[]
  readonly init?: Node
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[]
  readonly body?: Node
}

function collect(
  from: unknown,
  path: string,
  text: string,
  strings: InterfaceString[],
): void {
  const node = from as Node | null | undefined
  if (!node) return
  const add = (value: string) =>
    strings.push({ path, text: value, line: lineAt(text, node.start) })
  const inside = (child: unknown, name: string | number) =>
    collect(child, path === '' ? `${name}` : `${path}.${name}`, text, strings)
  if (node.type === 'Literal' && typeof node.value === 'string') add(node.value)
  if (node.type === 'TemplateLiteral') {
    add((node.quasis ?? []).map(({ value }) => value.cooked).join('{}'))
  }
  if (node.type === 'ArrowFunctionExpression')
    collect(node.body, path, text, strings)
  for (const each of node.declarations ?? [])
    collect(each.init, '', text, strings)
  for (const each of node.properties ?? []) {
    inside(each.value, each.key?.name ?? each.key?.value ?? '')
  }
  for (const [i, each] of (node.elements ?? []).entries()) inside(each, i)
}

/** Strings that are missing, empty, or lack what English puts into braces. */
export function checkInterface(own: Interface, english: Interface): Problem[] {
  if (own.broken) return [own.broken]
  const { file } = own
  const problems: Problem[] = []
  for (const { path, text, line } of english.strings) {
    const there = `${english.file}:${line}`
    const found = own.strings.find((each) => each.path === path)
    if (!found) {
      const message = `lacks ${path}, ${JSON.stringify(text)} in ${there}; put it in`
      problems.push({ file, line: 1, message })
      continue
    }
    const report = (message: string) =>
      problems.push({ file, line: found.line, message })
    if (found.text.trim() === '' && text.trim() !== '') {
      report(`${path} is empty; translate ${JSON.stringify(text)}`)
    }
    for (const slot of text.match(/\{\w*\}/g) ?? []) {
      if (!found.text.includes(slot)) {
        report(
          `${path} lacks ${slot}, which ${there} has; put it where it belongs`,
        )
      }
    }
  }
  for (const { path, line } of own.strings) {
    if (english.strings.some((each) => each.path === path)) continue
    const message = `${path} is not in ${english.file}; delete it`
    problems.push({ file, line, message })
  }
  return problems
}

/** Strings that are still the English ones: names apart, at most a word. */
export function untranslatedStrings(
  own: Interface,
  english: Interface,
): Problem[] {
  return own.strings.flatMap(({ path, text, line }) => {
    const same =
      english.strings.find((each) => each.path === path)?.text === text
    const words =
      text.replace(/<[^>]*>|\{\w*\}/g, ' ').match(/\p{L}{3,}/gu) ?? []
    if (!same || names.has(path) || words.length < 2) return []
    const message = `${path} is still English, ${JSON.stringify(text)}; translate it`
    return [{ file: own.file, line, message }]
  })
}

/** The strings as texts, their HTML taken out. */
export function interfaceProse({ strings }: Interface): Prose[] {
  return strings
    .filter(({ path }) => !names.has(path))
    .map(({ text, line }) => ({ line, text: text.replace(/<[^>]*>/g, '') }))
}
