/** Caches the result of parsing a file until the file's text changes. */

/**
 * Adds a cache to `parse` that keeps the last text of each file and its result.
 * It does not compare `rest`, which must not change while the text is the same.
 */
export function cacheByFile<Parsed, Rest extends unknown[]>(
  parse: (file: string, text: string, ...rest: Rest) => Parsed,
): typeof parse {
  const known = new Map<string, { text: string; parsed: Parsed }>()
  return (file, text, ...rest) => {
    const last = known.get(file)
    if (last?.text === text) return last.parsed
    const parsed = parse(file, text, ...rest)
    known.set(file, { text, parsed })
    return parsed
  }
}
