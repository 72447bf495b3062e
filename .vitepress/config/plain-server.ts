/**
 * Adds a folder for each page, for servers that do not add `.html` to an
 * address. Such a server opens `/traces` as `/traces/index.html`. A script in
 * that file corrects the address before VitePress reads it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const address =
  "<script>history.replaceState(null,'',location.pathname.replace(/\\/(index\\.html)?$/,'')+location.search+location.hash)</script>"

/** Writes `<page>/index.html` beside each `<page>.html` of the built site. */
export function addFolders(outDir: string): void {
  for (const file of readdirSync(outDir, {
    recursive: true,
    encoding: 'utf8',
  })) {
    const page = /^(?!.*404|assets)(.*[^/\\])\.html$/.exec(file)?.[1]
    if (!page || /(^|[/\\])index$/.test(page)) continue
    const html = readFileSync(join(outDir, file), 'utf8')
    mkdirSync(join(outDir, page), { recursive: true })
    writeFileSync(
      join(outDir, page, 'index.html'),
      html.replace('<head>', `<head>${address}`),
    )
  }
}
