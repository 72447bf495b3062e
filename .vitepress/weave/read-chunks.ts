/** Reads the listing and the port from the HTML of a page. */

/** A chunk as a page shows it. */
export interface ShownChunk {
  readonly name: string
  /** The text of the listing. Every line ends with a newline. */
  readonly listing: string
  /** The text of the port. Every line ends with a newline. */
  readonly port: string
}

const piece = /<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>|[^<]+/gi
const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/**
 * The chunks of a page from top to bottom. The text of each side is the text of
 * the `.line` spans in its cells.
 */
export function shownChunks(html: string): ShownChunk[] {
  const figures = html.split('<figure class="chunk').slice(1)
  return figures.map((rest) => {
    const figure = rest.slice(0, rest.indexOf('</figure>'))
    const name = /\bid="chunk-([^"]*)"/.exec(figure)?.[1] ?? ''
    return { name, listing: side(figure, 'go'), port: side(figure, 'ts') }
  })
}

/** The lines of one side of a figure. */
function side(figure: string, kind: 'go' | 'ts'): string {
  let text = ''
  let cell = ''
  let depth = 0
  for (const match of figure.matchAll(piece)) {
    const [found, close, tag, attributes = ''] = match
    const classes = classesOf(attributes)
    if (tag === undefined) {
      if (depth > 0) text += decode(found)
    } else if (tag === 'td') {
      cell = close ? '' : (classes[0] ?? '')
    } else if (tag === 'span' && cell === kind) {
      if (depth > 0) depth += close ? -1 : 1
      else if (classes.includes('line')) depth = 1
      else continue
      if (depth === 0) text += '\n'
    }
  }
  return text
}

function classesOf(attributes: string): string[] {
  return /\bclass="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? []
}

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => {
    return entities[name] ?? name
  })
}
