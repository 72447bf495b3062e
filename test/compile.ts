/** Compiles pieces of code with the TypeScript compiler, as in this project. */
import ts from 'typescript'
import { applyEdits } from '../src/evidence/edit.ts'
import { cacheByFile } from '../src/project/cache.ts'
import { edits } from './edited.ts'
import { root as folder } from './node.ts'

/** The folder of the project as the compiler writes paths. */
const root = folder.replaceAll('\\', '/').slice(0, -1)

/** The project's strict options, without the list of its files. */
const { options } = ts.parseJsonConfigFileContent(
  {
    ...ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile).config,
    ...{ include: [], files: [] },
  },
  ts.sys,
  root,
)
// Leaves out the browser's types, which take longer than all the rest.
options.lib = ['lib.es2023.d.ts']
options.types = []

/** Most programs have the same libraries and sources: each is parsed once. */
const parse = cacheByFile(
  (path, text, how: ts.ScriptTarget | ts.CreateSourceFileOptions) =>
    ts.createSourceFile(path, text, how),
)

/**
 * Compiles files, which need not exist, with the project's strict options.
 * @param files Code by path, relative to the project.
 * @returns The diagnostics of each file by path, as `TS2339: text`.
 */
export function compile<Path extends string>(
  files: Record<Path, string>,
): Record<Path, string[]> {
  const paths = Object.keys(files) as Path[]
  const code = new Map(paths.map((path) => [`${root}/${path}`, files[path]]))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (path) => code.has(path) || fileExists(path)
  host.readFile = (path) => code.get(path) ?? edited(path, readFile(path))

  host.getSourceFile = (path, how) => {
    const text = host.readFile(path)
    return text === undefined ? undefined : parse(path, text, how)
  }

  const program = ts.createProgram([...code.keys()], options, host)
  const found = paths.map((path) => {
    const file = program.getSourceFile(`${root}/${path}`)
    const diagnostics = ts.getPreEmitDiagnostics(program, file)
    return [path, diagnostics.map(describe)]
  })
  return Object.fromEntries(found)
}

function edited(path: string, text: string | undefined): string | undefined {
  const source = `${root}/src/`
  if (text === undefined || !path.startsWith(source)) return text
  return applyEdits(path.slice(source.length), text, edits)
}

function describe({ code, messageText }: ts.Diagnostic): string {
  return `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}
