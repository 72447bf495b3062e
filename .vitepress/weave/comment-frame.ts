/**
 * Separates the text of a comment from its frame and puts another text into the
 * frame. The frame is `//` before each line, or `/*` with the ` * `.
 */

const line = /^(\/\/\s*)(.*?)(\s*)$/
const lines = /^\s*\/\/\s?(.*)$/
const block = /^(\/\*+\s*)([^\n]*?)(\s*\*+\/)$/
const blocks = /^(\/\*+)[^\S\n]*\n([\s\S]*)\n\s*(\*+\/)$/
const newline = /[\n\r\u2028\u2029]/
// Control characters, which can hide a text or show it in another order.
const hidden = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/**
 * The text of a comment without its frame.
 */
export function textOf(raw: string): string {
  const single = line.exec(raw) ?? block.exec(raw)
  if (single) return single[2] ?? ''
  if (isLines(raw)) {
    const texts = raw.split('\n').map((each) => lines.exec(each)?.[1] ?? each)
    return texts.join('\n')
  }
  const inner = blocks.exec(raw)?.[2] ?? raw
  return inner.replace(/^\s*\*( |$)/gm, '').trimEnd()
}

/** Whether it is made of `//` comments, one below the other. */
const isLines = (raw: string): boolean =>
  raw.startsWith('//') && newline.test(raw)

/**
 * A comment with the frame of `raw` and another text. If the text has several
 * lines, a block comment on one line becomes one on several lines.
 * @param indent White space before the comment's first line.
 */
export function framed(raw: string, text: string, indent: string): string {
  const single = line.exec(raw)
  if (single) return `${single[1]}${text}${single[3]}`
  if (isLines(raw)) {
    const all = text.split('\n').map((part) => `// ${part}`.trimEnd())
    return all.join(`\n${indent}`)
  }
  const oneLine = block.exec(raw)
  if (oneLine && !newline.test(text)) {
    return `${oneLine[1]}${text}${oneLine[3]}`
  }
  const [open, close] = oneLine
    ? [oneLine[1]?.trimEnd(), oneLine[3]?.trimStart()]
    : [blocks.exec(raw)?.[1], blocks.exec(raw)?.[3]]
  const inner = text.split('\n').map((part) => ` * ${part}`.trimEnd())
  return [open, ...inner, ` ${close}`].join(`\n${indent}`)
}

/** Why a text cannot be put into the frame of `raw`; undefined if it can. */
export function reasonToRefuse(raw: string, text: string): string | undefined {
  if (text.trim() === '') return 'is empty; write the comment'
  const char = hidden.exec(text)?.[0].codePointAt(0)
  if (raw.startsWith('//') && !isLines(raw) && newline.test(text)) {
    return 'has a second line, but a // comment has only one; join the lines'
  }
  if (char !== undefined) {
    const code = char.toString(16).toUpperCase().padStart(4, '0')
    return `contains the invisible character U+${code}; delete it`
  }
  if (!raw.startsWith('//') && text.includes('*/')) {
    return 'contains "*/", which closes the comment; use other characters'
  }
  if (textOf(framed(raw, text, '')) !== text) {
    return 'begins or ends with white space, or has a line that begins with "*"; delete that'
  }
  return undefined
}
