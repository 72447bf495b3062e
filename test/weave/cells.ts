// The rows and cells of a chunk, in HTML without colours.

/** The rows of a page's chunk, without its head. */
export function rowsOf(html: string, name: string): string[] {
  const figure = html.split(`<figure class="chunk" id="chunk-${name}"`)[1]
  return figure?.split('</figure>')[0]?.split('<tr').slice(2) ?? []
}

/** A cell with one line. */
export function cell(side: string, line: number, code: string): string {
  return `<td class="${side}"><pre class="shiki"><code><span class="line" data-line="${line}">${code}</span></code></pre></td>`
}
