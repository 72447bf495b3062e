/** The manager of the example with Redis: the one for real programs. */

// #region example.redis
import { Manager } from '../manager/manager.ts'
import { open } from '../providers/redis.ts'

/** Opens the Redis at that address and makes a manager for it. */
export async function redisManager(url = 'redis://127.0.0.1:6379') {
  return new Manager(await open(url, 3600), { name: 'gosessionid' })
}
// #endregion example.redis
