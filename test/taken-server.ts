/** Starts the program of the page /repaired with the files that a reader takes. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { freePort } from '../src/bench/load/redis-server.ts'
import { root } from './node.ts'

/** With what the program serves. */
export type Kind = 'express' | 'node:http' | 'net/http'

/** What the server listens on in the page. */
const shown = 8080

/** The program of the page, on another port. */
const program = (file: string, port: number) =>
  readFileSync(root + file, 'utf8').replace(`${shown}`, `${port}`)

/** The same program without Express: an object that has what it uses of it. */
const plain = `import { createServer } from 'node:http'
const express = () => {
  const routes: Record<string, (r: any, w: any) => unknown> = {}
  const server = createServer(async (r, w) => {
    let sent = ''
    for await (const part of r) sent += part
    Object.assign(r, { body: Object.fromEntries(new URLSearchParams(sent)) })
    Object.assign(w, {
      send: (text: string) => w.end(text),
      redirect: (code: number, to: string) =>
        w.writeHead(code, { Location: to }).end(),
    })
    routes[r.method + ' ' + r.url]?.(r, w) ?? w.writeHead(404).end()
  })
  const route = (method: string) => (path: string, f: any) => {
    routes[method + ' ' + path] = f
  }
  return {
    use: () => {},
    get: route('GET'),
    post: route('POST'),
    listen: server.listen.bind(server),
  }
}
express.urlencoded = () => {}
`

/**
 * Runs the program on a free port while `use` visits it.
 * @param folder The folder with the files.
 * @param use Visits it. Its second argument lets Node's clocks show an hour and
 *   a second more.
 * @throws {Error} If it ends before it answers, with what it printed.
 */
export async function serving(
  folder: string,
  kind: Kind,
  use: (address: string, anHour: () => void) => Promise<void>,
): Promise<void> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child =
    kind === 'net/http' ? go(folder, port) : node(folder, kind, port)
  let printed = ''
  child.stderr?.on('data', (text) => {
    printed += text
  })
  const ended = new Promise<never>((_, failed) => {
    child.on('exit', () => failed(new Error(`the server ended: ${printed}`)))
  })
  ended.catch(() => {})
  try {
    await Promise.race([answers(`${address}/none`), ended])
    await use(address, () => child.kill('SIGUSR2'))
  } finally {
    // Go runs the program as a child of its own.
    if (child.pid) process.kill(-child.pid)
  }
}

/** Moves the clocks of Node on at each signal. */
const clock = `let more = 0
for (const each of [Date, performance]) {
  const { now } = each
  each.now = () => now.call(each) + more
}
process.on('SIGUSR2', () => {
  more += 3_601_000
})
`

const detached: SpawnOptions = {
  detached: true,
  stdio: ['ignore', 'ignore', 'pipe'],
}

function node(folder: string, kind: Kind, port: number): ChildProcess {
  const place = join(folder, kind.replace(':', '-'))
  mkdirSync(place)
  symlinkSync(`${root}node_modules`, join(place, 'node_modules'))
  const shownText = program('src/cmd/login.ts', port)
  const text =
    kind === 'express'
      ? shownText
      : shownText.replace(/^import express.*\n/m, plain)
  const taken = readFileSync(join(folder, 'repaired.ts'), 'utf8')
  for (const [name, each] of [
    ['login.mjs', text.replace('./repaired.ts', './repaired.mjs')],
    ['repaired.mjs', taken],
  ] as const) {
    const { outputText } = ts.transpileModule(each, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ES2022,
      },
    })
    writeFileSync(join(place, name), outputText)
  }
  writeFileSync(join(place, 'clock.mjs'), clock)
  return spawn(process.execPath, ['--import=./clock.mjs', 'login.mjs'], {
    cwd: place,
    ...detached,
  })
}

function go(folder: string, port: number): ChildProcess {
  const place = join(folder, 'net-http')
  mkdirSync(join(place, 'repaired'), { recursive: true })
  const taken = readFileSync(join(folder, 'repaired.go'), 'utf8')
  writeFileSync(join(place, 'repaired/repaired.go'), taken)
  writeFileSync(join(place, 'go.mod'), 'module example.com/app\n\ngo 1.24\n')
  const main = program('go-reference/cmd/login/main.go', port)
  writeFileSync(join(place, 'main.go'), main)
  return spawn('go', ['run', '.'], { cwd: place, ...detached })
}

/** Waits until a server answers; the test's own limit ends the wait. */
async function answers(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer) return
    await new Promise((done) => setTimeout(done, 50))
  }
}
