/** Takes a comment's text out of its frame, and puts another in. */

const line = /^(\/\/\s*)(.*?)(\s*)$/
const block = /^(\/\*+\s*)([^\n]*?)(\s*\*+\/)$/
const blocks = /^(\/\*+)[^\S\n]*\n([\s\S]*)\n\s*(\*+\/)$/
const newline = /[\n\r\u2028\u2029]/
// Characters that would let a text show something other than it says.
const hidden = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/**
 * The text of a comment: after `//`, or between its frame, the leading ` * `
 * of each line removed.
 */
export function textOf(raw: string): string {
  const single = line.exec(raw) ?? block.exec(raw)
  if (single) return single[2] ?? ''
  const inner = blocks.exec(raw)?.[2] ?? raw
  return inner.replace(/^\s*\*( |$)/gm, '').trimEnd()
}

/**
 * A comment with the frame of `raw` and another text. A text of several
 * lines opens the frame of a one-line block.
 * @param indent White space before the comment's first line.
 */
export function framed(raw: string, text: string, indent: string): string {
  const single = line.exec(raw)
  if (single) return `${single[1]}${text}${single[3]}`
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

/** Why a text must not stand in the frame of `raw`: undefined if it may. */
export function refusal(raw: string, text: string): string | undefined {
  if (text.trim() === '') return 'is empty; write the comment'
  const char = hidden.exec(text)?.[0].codePointAt(0)
  if (raw.startsWith('//') && newline.test(text)) {
    return 'has a second line, which a // comment cannot hold; make it one'
  }
  if (char !== undefined) {
    const code = char.toString(16).toUpperCase().padStart(4, '0')
    return `holds the invisible character U+${code}; take it out`
  }
  if (!raw.startsWith('//') && text.includes('*/')) {
    return 'holds "*/", which closes the comment; write it otherwise'
  }
  if (textOf(framed(raw, text, '')) !== text) {
    return 'has white space at its ends, or a line that begins with "*"; take it out'
  }
  return undefined
}
