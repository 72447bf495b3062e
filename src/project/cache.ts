/** Keeps what was computed or parsed before. */

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

/** Makes a function that finds what belongs to a key once. */
export function once<Key, Value>(
  find: (key: Key) => Value,
): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? find(key)
    known.set(key, value)
    return value
  }
}
