/** A web server for tests that serves the files of a folder and no more. */
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

/** What a server does besides sending files. */
export interface Extras {
  /** Files outside the folder, by the path at which they are served. */
  also?: Readonly<Record<string, string>>
  /** Further headers, by the path that was asked for. */
  headers?(path: string): Record<string, string>
  /** Changes the text of a page before it is sent. */
  page?(html: string): string
}

/** A server, and what it was asked for in vain. */
export interface FileServer {
  /** Without a slash at the end. */
  readonly address: string
  /** The paths for which there was no file. */
  readonly missing: string[]
  close(): void
}

/** Serves a folder on a free port. */
export async function serveFiles(
  folder: string,
  { also = {}, headers = () => ({}), page = (html) => html }: Extras = {},
): Promise<FileServer> {
  const missing: string[] = []
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://x')
    const path = also[pathname] ?? join(folder, decodeURIComponent(pathname))
    try {
      if (statSync(path).isDirectory() && !pathname.endsWith('/')) {
        response.writeHead(301, { Location: `${pathname}/${search}` }).end()
        return
      }
      const file = pathname.endsWith('/') ? join(path, 'index.html') : path
      const type = types[extname(file)] ?? 'text/plain'
      const body = readFileSync(file)
      response.writeHead(200, { 'Content-Type': type, ...headers(pathname) })
      response.end(type === 'text/html' ? page(`${body}`) : body)
    } catch {
      missing.push(pathname)
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}`,
    missing,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
