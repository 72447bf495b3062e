/** Finds the lines that an edit has changed; a library for it weighs 3 KB. */

/**
 * The numbers, from 1, of the lines of a text that the printed one has not; and
 * where the text lacks lines, that of the line after them.
 */
export function changedLines(printed: string, text: string): number[] {
  const [old, now] = [printed.split('\n'), text.split('\n')]
  const width = now.length + 1
  /** How many lines are common to what follows a line of each text. */
  const common = new Uint32Array((old.length + 1) * width)
  const after = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const same = old[i] === now[j]
      common[i * width + j] = same
        ? after(i + 1, j + 1) + 1
        : Math.max(after(i + 1, j), after(i, j + 1))
    }
  }
  const found = new Set<number>()
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    const isOut = i < old.length && after(i + 1, j) >= after(i, j + 1)
    if (old[i] === now[j]) {
      i++
      j++
      continue
    }
    found.add(Math.min(j + 1, now.length))
    if (isOut || j === now.length) i++
    else j++
  }
  return [...found]
}
