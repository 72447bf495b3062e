/** Groups the members of a list by a key; Node 20 has no Map.groupBy. */
export function grouped<T, K>(
  list: readonly T[],
  keyOf: (one: T) => K,
): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key) ?? []
    group.push(one)
    groups.set(key, group)
  }
  return groups
}
