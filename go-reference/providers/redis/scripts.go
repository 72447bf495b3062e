// The programs that Redis runs for the provider. Redis runs each of them alone,
// so nothing happens between its lines. XX finds only keys that expire, so a key
// that is no session keeps its time. The port has the same texts.

package redis

import "github.com/redis/go-redis/v9"

// createScript replaces the session. Its arguments are milliseconds, then fields
// and values.
var createScript = redis.NewScript(`#!lua
redis.call('HLEN', KEYS[1]) -- fails if the key is no hash
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'session', '1')
for i = 2, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
end
return redis.call('PEXPIRE', KEYS[1], ARGV[1])`)

// readScript creates the session if there is none. Its argument is milliseconds.
var readScript = redis.NewScript(`#!lua
if redis.call('PEXPIRE', KEYS[1], ARGV[1], 'XX') == 1 then return 1 end
redis.call('HSET', KEYS[1], 'session', '1')
return redis.call('PEXPIRE', KEYS[1], ARGV[1])`)

// setScript returns 0 if the session has ended. Its arguments are milliseconds,
// the field and the value.
var setScript = redis.NewScript(`#!lua
if redis.call('PEXPIRE', KEYS[1], ARGV[1], 'XX') == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[2], ARGV[3])
return 1`)

// deleteScript returns 0 if the session has ended. Its arguments are milliseconds
// and the field.
var deleteScript = redis.NewScript(`#!lua flags=allow-oom
if redis.call('PEXPIRE', KEYS[1], ARGV[1], 'XX') == 0 then return 0 end
redis.call('HDEL', KEYS[1], ARGV[2])
return 1`)

// takeScript ends the session and returns its fields and values in turn.
var takeScript = redis.NewScript(`#!lua flags=allow-oom
local all = redis.call('HGETALL', KEYS[1])
redis.call('DEL', KEYS[1])
return all`)
