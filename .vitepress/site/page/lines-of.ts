/** Finds the lines of a chunk and their numbers. */

/**
 * The lines on one side of a chunk with their numbers in the file. A line whose
 * number follows the one before does not name it; an added line has none.
 */
export function linesOf(
  figure: Element,
  side: string,
): (readonly [number, HTMLElement])[] {
  const lines = figure.querySelectorAll<HTMLElement>(
    `td.${side} .line:not(.added)`,
  )
  let number = 0
  return Array.from(lines, (line) => {
    number = Number(line.style.getPropertyValue('--line')) || number + 1
    return [number, line]
  })
}
