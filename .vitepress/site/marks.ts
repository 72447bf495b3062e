/**
 * Reads `<Chunk>`, `<Trace>`, `<Scene>`, `<Drawing>` and `<Claim>`, the marks
 * in the Markdown.
 */
import type { MarkdownRenderer } from 'vitepress'

/** A mark, as the `meta` of its token. */
export interface Mark {
  readonly kind: 'chunk' | 'claim' | 'drawing' | 'scene' | 'trace'
  /**
   * What it names; for a chunk with `@loop` if the page shows only its loop;
   * for a scene the trace, `@repaired` if it runs on that store,
   * then the steps after a space, and `?removed` if it asks that question.
   */
  readonly name: string
  /** Why the mark cannot be read; undefined if it can. */
  readonly problem?: string
}

const chunk = /^<Chunk name="([^"@]+)"(?: part="(loop)")? \/>\s*$/
const trace = /^<Trace id="([^"]+)" \/>\s*$/
const scene =
  /^<Scene trace="([^" @]+)"(?: provider="(repaired)")?(?: steps="([^"]*)")?(?: ask="([^"]*)")? \/>\s*$/
const drawing = /^<Drawing name="([^"]+)" \/>\s*$/
const claim = /^<Claim id="([^"]+)" \/>/
const anyBlock = /^<\/?(chunk|drawing|scene|trace)\b/i
const atStart = /^<\/?(?:chunk|claim|drawing|scene|trace)\b/i
const anyMark = /^<\/?(?:chunk|claim|drawing|scene|trace)\b[^>]*>?/i

const blocks = { chunk, drawing, scene, trace }

/** How a mark that is alone on its line is written. */
const forms = {
  chunk: '<Chunk name="Provider" />',
  drawing: '<Drawing name="request" />',
  scene: '<Scene trace="gc-tail-first" steps="13" />',
  trace: '<Trace id="gc-tail-first" />',
}

/**
 * Adds the marks to a Markdown renderer; their tokens are `weave_mark`. A
 * chunk, a drawing, a scene or a trace must be alone on its line; a claim must be
 * inside a text.
 */
export function marks(md: MarkdownRenderer): void {
  md.block.ruler.before(
    'fence',
    'weave_chunk',
    (state, line, _end, silent) => {
      const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
      const text = state.src.slice(from, state.eMarks[line])
      if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
      if (!atStart.test(text)) return false
      if (silent) return true
      const kind = kindOf(text)
      const name = nameOf(kind, text)
      const token = state.push('weave_mark', '', 0)
      token.block = true
      token.map = [line, line + 1]
      token.meta = { kind, name: name ?? text } satisfies Mark
      if (name === undefined) token.meta.problem = blockForm(text)
      state.line = line + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
  md.inline.ruler.before('html_inline', 'weave_claim', (state, silent) => {
    const text = state.src.slice(state.pos, state.posMax)
    const found = anyMark.exec(text)?.[0]
    if (found === undefined) return false
    const id = claim.exec(text)?.[1]
    if (!silent) {
      // A no-break space keeps the mark on the line of its sentence.
      state.pending = state.pending.replace(/ $/, '\u00a0')
      const token = state.push('weave_mark', '', 0)
      token.meta = { kind: 'claim', name: id ?? found } satisfies Mark
      if (id === undefined) token.meta.problem = inlineForm(found)
    }
    state.pos += found.length
    return true
  })
}

/** The kind of a block mark; a claim at the start of a line passes for a chunk. */
function kindOf(text: string): keyof typeof blocks {
  const kind = anyBlock.exec(text)?.[1]?.toLowerCase()
  return kind && kind in blocks ? (kind as keyof typeof blocks) : 'chunk'
}

function nameOf(kind: keyof typeof blocks, text: string): string | undefined {
  const [, name, part, steps, ask] = blocks[kind].exec(text) ?? []
  if (name === undefined) return undefined
  const subject = part ? `${name}@${part}` : name
  return [subject, steps, ask && `?${ask}`].filter(Boolean).join(' ')
}

function blockForm(text: string): string {
  if (!anyBlock.test(text)) {
    return `"${text}" begins a line; put the mark after its sentence, on the same line`
  }
  return `cannot read "${text.trim()}"; write ${forms[kindOf(text)]}`
}

function inlineForm(text: string): string {
  return anyBlock.test(text)
    ? `"${text}" is inside a paragraph; put it alone on a line, between blank lines`
    : `cannot read "${text}"; write <Claim id="gc-tail-first" />`
}

/** The chunk that a mark names, and whether only its loop is meant. */
export function namedChunk(name: string): { chunk: string; loop: boolean } {
  const [chunk = '', part] = name.split('@')
  return { chunk, loop: part !== undefined }
}

/** The tag of a scene's mark. @param name As in `Mark`. */
export function sceneTag(name: string): string {
  const [subject = '', ...words] = name.split(' ')
  const steps = words.filter((word) => !word.startsWith('?'))
  const ask = words.find((word) => word.startsWith('?'))?.slice(1)
  const [trace, provider] = subject.split('@')
  const on = provider ? ` provider="${provider}"` : ''
  const chosen = steps.length > 0 ? ` steps="${steps.join(' ')}"` : ''
  const asked = ask ? ` ask="${ask}"` : ''
  return `<Scene trace="${trace}"${on}${chosen}${asked} />`
}
