/** Reads the names of the port with twoslash. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createTwoslasher, type NodeHover } from 'twoslash'
import ts from 'typescript'
import { kept } from '../../src/project/kept.ts'
import type { Project } from '../../src/project/project.ts'
import { linesOf } from '../../src/project/project.ts'
import type { Source } from '../weave/programs.ts'
import { firstParagraph, firstSentence, type Named } from './hover.ts'
import { modulesOf } from './modules.ts'

/** The folders of the code that makes the names. */
const made = ['.vitepress/hovers', '.vitepress/weave']

let last: { key: string; names: Map<string, Named[]> } | undefined

/**
 * The names in the chunks of the port's files, by file, top to bottom. Types
 * are not checked here. TypeScript takes seconds for them, so they are kept until
 * the code, the compiler or this program changes.
 */
export function namesOfPort(
  project: Project,
  sources: readonly Source[],
): Map<string, Named[]> {
  const ours = readdirSync(join(project.root, 'src'), { recursive: true })
    .map((file) => `src/${file}`.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => project.read(file))
    .join('\n')
  if (last?.key !== ours) {
    const inputs = [
      ours,
      ...sources.map(({ file }) => file),
      ...['tsconfig.json', 'package-lock.json'].map(project.read),
      ...made
        .flatMap(project.below)
        .filter((file) => file.endsWith('.ts'))
        .map(project.read),
    ]
    const names = kept(project, 'names', inputs, () => [
      ...ask(project, sources, ours),
    ])
    last = { key: ours, names: new Map(names) }
  }
  return last.names
}

/** Runs twoslash once for all files: most of its time goes into starting. */
function ask(project: Project, sources: readonly Source[], ours: string) {
  const file = join(project.root, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  const json = { ...config.compilerOptions, types: [] }
  const { root } = project
  const { options } = ts.convertCompilerOptionsFromJson(json, root)
  const twoslash = createTwoslasher({
    vfsRoot: root.replace(/[/\\]$/, ''),
    compilerOptions: options,
    handbookOptions: { keepNotations: true, noErrors: true },
  })
  const parts = sources.map(
    ({ file, text }) => `// @filename: ${file}\n${text}`,
  )
  const { hovers } = twoslash(parts.join(''), 'ts')
  let before = 0
  const found = sources.map((source, i): [string, Named[]] => {
    const from = before
    before += linesOf(parts[i] ?? '').length
    const inFile = hovers
      .filter(({ line }) => from < line && line < before)
      .map((hover) => ({ ...hover, line: hover.line - from }))
    const shown = inFile.filter(({ line }) =>
      source.chunks.some(({ first, last }) => first <= line && line <= last),
    )
    const modules = modulesOf(project, source)
    return [
      source.file,
      shown.map((hover) => ({
        ...place(hover),
        ...(modules.get(hover.text) ?? hoverText(hover, ours)),
      })),
    ]
  })
  return new Map(found)
}

const place = ({ line, character: column, length }: NodeHover) => ({
  line,
  column,
  length,
})

/** Takes a paragraph of our documentation, but one sentence of TypeScript's. */
function hoverText({ text: signature, docs, tags }: NodeHover, ours: string) {
  const text = docs ?? tags?.find(([name]) => name === 'returns')?.[1]
  if (!text) return { signature }
  const [line = ''] = text.split('\n')
  const paragraph = firstParagraph(text)
  const doc = ours.includes(line) ? paragraph : firstSentence(paragraph)
  return { signature, doc }
}
