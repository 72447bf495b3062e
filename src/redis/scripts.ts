/**
 * The programs that Redis runs for the provider. Redis runs each of them alone,
 * so nothing happens between its lines. `XX` finds only keys that expire, so a
 * key that is no session keeps its time. Go has the same texts in `scripts.go`.
 */
import { type CommandParser, defineScript } from 'redis'

/** A script whose only key is a session's; its first argument is its time. */
function script<Reply>(SCRIPT: string) {
  return defineScript({
    SCRIPT,
    NUMBER_OF_KEYS: 1,
    parseCommand(
      parser: CommandParser,
      key: string,
      ...rest: (string | string[])[]
    ) {
      parser.pushKey(key)
      for (const each of rest) parser.pushVariadic(each)
    },
    transformReply: undefined as unknown as () => Reply,
  })
}

/** By name; each takes the session's key, then the arguments that it names. */
export const scripts = {
  /** Milliseconds, then fields and values: replaces the session. */
  sessionCreate: script<number>(`#!lua
redis.call('HLEN', KEYS[1]) -- fails if the key is no hash
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'session', '1')
for i = 2, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
end
return redis.call('PEXPIRE', KEYS[1], ARGV[1])`),
  /** Milliseconds: creates the session if there is none. */
  sessionRead: script<number>(`#!lua
if redis.call('PEXPIRE', KEYS[1], ARGV[1], 'XX') == 1 then return 1 end
redis.call('HSET', KEYS[1], 'session', '1')
return redis.call('PEXPIRE', KEYS[1], ARGV[1])`),
  /** Milliseconds, field, value: 0 if the session has ended. */
  sessionSet: script<number>(`#!lua
if redis.call('PEXPIRE', KEYS[1], ARGV[1], 'XX') == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[2], ARGV[3])
return 1`),
  /** Milliseconds, field: 0 if the session has ended. */
  sessionDelete: script<number>(`#!lua flags=allow-oom
if redis.call('PEXPIRE', KEYS[1], ARGV[1], 'XX') == 0 then return 0 end
redis.call('HDEL', KEYS[1], ARGV[2])
return 1`),
  /** Ends the session; returns its fields and values in turn. */
  sessionTake: script<string[]>(`#!lua flags=allow-oom
local all = redis.call('HGETALL', KEYS[1])
redis.call('DEL', KEYS[1])
return all`),
}
