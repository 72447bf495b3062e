// The connection to Redis: every call ends in time, and no error has an id.

package redis

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"regexp"

	"github.com/redis/go-redis/v9"
)

// longest is the longest lifetime in seconds. TypeScript counts milliseconds
// exactly up to it, and both languages take the same lifetimes.
const longest = 9007199254740

// checkLifetime refuses a lifetime that Redis cannot keep.
func checkLifetime(maxlifetime int64) error {
	if maxlifetime < 1 || maxlifetime > longest {
		return fmt.Errorf("maxlifetime: want 1 to %d seconds, got %d", longest, maxlifetime)
	}
	return nil
}

// options describes the servers of the urls. Their users, passwords and TLS are
// those of the first.
func (pder *Provider) options(urls []string) (*redis.UniversalOptions, error) {
	if len(urls) == 0 {
		return nil, errors.New("session: want the url of a Redis server")
	}
	options := &redis.UniversalOptions{
		DialTimeout:           pder.timeout,
		ReadTimeout:           pder.timeout,
		WriteTimeout:          pder.timeout,
		ContextTimeoutEnabled: true,
		MaxRetries:            -1, // what was tried again would run after a later call
		IsClusterMode:         len(urls) > 1,
	}
	for i, url := range urls {
		parsed, err := redis.ParseURL(url)
		if err != nil {
			return nil, errors.New("session: want a url such as redis://127.0.0.1:6379")
		}
		options.Addrs = append(options.Addrs, parsed.Addr)
		if i == 0 {
			options.Username, options.Password = parsed.Username, parsed.Password
			options.DB, options.TLSConfig = parsed.DB, parsed.TLSConfig
		}
	}
	return options, nil
}

// Close ends the connection.
func (pder *Provider) Close() error {
	return pder.client.Close()
}

// limit ends a call in time.
func (pder *Provider) limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), pder.timeout)
}

// run lets Redis run a script on a session's key. The name of the call, for
// errors, must not have the session's id.
func (pder *Provider) run(what string, script *redis.Script, key string, args ...interface{}) (interface{}, error) {
	ctx, cancel := pder.limit()
	defer cancel()
	args = append([]interface{}{pder.milliseconds}, args...)
	found, err := script.Run(ctx, pder.client, []string{key}, args...).Result()
	return found, pder.failure(what, err)
}

// repeated matches where Redis repeats a command that it does not know, with
// the session's key.
var repeated = regexp.MustCompile(`(?s), with args beginning with.*`)

// failure says what failed, where and why. It returns nil for nil.
func (pder *Provider) failure(what string, err error) error {
	if err == nil {
		return nil
	}
	why := repeated.ReplaceAllString(err.Error(), "")
	var late net.Error
	if errors.Is(err, context.DeadlineExceeded) || errors.As(err, &late) && late.Timeout() {
		why = fmt.Sprintf("no answer within %d ms", pder.timeout.Milliseconds())
	}
	return fmt.Errorf("session: %s: Redis at %s: %s", what, pder.where, why)
}

// logged writes an error to the standard log.
func logged(err error) {
	log.Print(err)
}
