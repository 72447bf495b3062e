/** The Redis servers of the tests. */
export { type Server, startRedis } from '../../src/bench/load/redis-server.ts'
