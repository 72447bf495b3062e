/** The Redis servers of the tests. */
export * from '../../src/bench/load/redis-server.ts'
