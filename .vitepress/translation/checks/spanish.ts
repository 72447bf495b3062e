/** Checks that Spanish questions and exclamations have both their signs. */
import { type Prose, withoutCode } from './prose.ts'

const pairs = [
  ['¿', '?', 'question'],
  ['¡', '!', 'exclamation'],
] as const

/** The faults in texts: where in the text, and what to do. */
export function lintSpanish(prose: readonly Prose[]) {
  return prose.flatMap(({ line, text }) => {
    const plain = withoutCode(text)
    const found = pairs.flatMap(([open, close, name]) => {
      let opened = -1
      const faults: { index: number; advice: string }[] = []
      for (const [index, letter] of [...plain.matchAll(/./gsu)].map(
        (m) => [m.index, m[0]] as const,
      )) {
        if (letter === open) {
          if (opened >= 0)
            faults.push({
              index: opened,
              advice: `this ${name} is never closed; write ${close}`,
            })
          opened = index
        } else if (letter === close) {
          const before = plain[index - 1]
          if (opened < 0 && before !== close) {
            faults.push({
              index,
              advice: `this ${name} is not opened; put ${open} before its first word`,
            })
          }
          opened = -1
        }
      }
      if (opened >= 0)
        faults.push({
          index: opened,
          advice: `this ${name} is never closed; write ${close}`,
        })
      return faults
    })
    return found.map((fault) => ({ line, text, ...fault }))
  })
}
