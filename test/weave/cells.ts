// Reads and builds the rows and cells of a chunk, in HTML without colours.
import { sourceAddress } from '../../.vitepress/site/addresses.ts'

/** The rows of a page's chunk, without its head. */
export function rowsOf(html: string, name: string): string[] {
  const figure = html.split(`<figure class="chunk" id="chunk-${name}"`)[1]
  return figure?.split('</figure>')[0]?.split('<tr').slice(2) ?? []
}

/**
 * A cell with one line.
 * @param line Its number, if the line names it.
 * @param kind The classes of the line.
 */
export function cell(
  side: 'go' | 'ts',
  code: string,
  line?: number,
  kind = 'line',
): string {
  const style = line === undefined ? '' : ` style="--line:${line}"`
  return `<td class="${side}"><pre class="shiki"><code translate="no"><span class="${kind}"${style}>${code}</span></code></pre></td>`
}

/** The files of the listing and of the port that a chapter shows. */
const files = {
  go: 'go-reference/providers/memory/memory.go',
  ts: 'src/providers/memory.ts',
}

/** The head of a column, which links to the source. */
export function head(side: 'go' | 'ts', language: string): string {
  const file = files[side]
  const link = `<a class="file" href="${sourceAddress(file)}" translate="no">memory.${side}</a>`
  return `<th class="${side}" scope="col" data-file="${file}">${language} ${link}</th>`
}
