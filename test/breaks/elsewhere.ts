/** Names the claims of the port that `npm test` cannot judge on edited copies. */

/** Shown by a compiler, which takes seconds to start. */
export const byCompiler: readonly string[] = [
  'implements-interfaces',
  'update-outside-interface',
  'differs-async',
]

/** Shown by a Redis server, on both sides. */
export const byRedis: readonly string[] = [
  'redis-expires-itself',
  'redis-no-lost-updates',
  'redis-no-risen-sessions',
]

export const shownElsewhere: readonly string[] = [...byCompiler, ...byRedis]

/** The claims of the Go side that the Redis store shows. */
export const onRedis: readonly string[] = ['differs-async', ...byRedis]
