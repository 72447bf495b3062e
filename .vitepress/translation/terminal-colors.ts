/** Colours text for a terminal, but not for files and pipes. */
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

const wanted =
  !process.env.NO_COLOR && (process.stdout.isTTY || process.env.FORCE_COLOR)

/** The text in a style; unchanged if there are no colours. */
export function paint(style: Style, text: string): string {
  return wanted ? styleText(style, text) : text
}

/** The words of a change in a style, or in brackets if there are no colours. */
export function paintChange(kind: 'added' | 'removed', text: string): string {
  if (wanted) {
    return kind === 'added'
      ? styleText(['green', 'underline'], text)
      : styleText(['red', 'strikethrough'], text)
  }
  return kind === 'added' ? `{+${text}+}` : `[-${text}-]`
}
