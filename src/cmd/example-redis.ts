/** The manager of the example with Redis: what differs from the chapter's. */

// #region example.redis
import { open } from '../providers/redis.ts'
import { Manager } from '../session-async.ts'

/** Opens the Redis at that address and makes a manager for it. */
export async function redisManager(url = 'redis://127.0.0.1:6379') {
  const provider = await open(url, 3600)
  return new Manager(provider, 'gosessionid', 3600)
}
// #endregion example.redis
