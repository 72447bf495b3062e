// The connection to Redis: every call ends in time, and no error has an id.

package redis

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log"
	"net"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

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

// readAddress returns the parts of the url of a server. A url.Error would show
// the password of a wrong url.
func readAddress(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err == nil {
		// What follows a /, ? or # in a password would look like these parts.
		database := strings.TrimPrefix(u.Path, "/")
		_, notNumber := strconv.ParseUint("0"+database, 10, 31)
		port, notPort := strconv.ParseUint("0"+u.Port(), 10, 16)
		password, _ := u.User.Password()
		noPassword := u.User.Username() != "" && password == ""
		isRedis := u.Scheme == "redis" || u.Scheme == "rediss"
		if isRedis && !noPassword && u.Hostname() != "" && u.RawQuery == "" && u.Fragment == "" &&
			notNumber == nil && notPort == nil && (port != 0 || u.Port() == "") {
			return u, nil
		}
	}
	return nil, errors.New("session: want a url such as redis://user:password@127.0.0.1:6379, " +
		"with its user and password as url.UserPassword writes them and a port up to 65535")
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
	for i, text := range urls {
		u, err := readAddress(text)
		if err != nil {
			return nil, err
		}
		port := u.Port()
		if port == "" {
			port = "6379"
		}
		options.Addrs = append(options.Addrs, net.JoinHostPort(u.Hostname(), port))
		if i == 0 {
			options.Username = u.User.Username()
			options.Password, _ = u.User.Password()
			options.DB, _ = strconv.Atoi(strings.TrimPrefix(u.Path, "/"))
			if u.Scheme == "rediss" {
				options.TLSConfig = &tls.Config{ServerName: u.Hostname(), MinVersion: tls.VersionTLS12}
			}
		}
	}
	return options, nil
}

// renew returns a client that connects anew, in place of old. The server's name
// may belong to another server by now. Calls under way on old have time to end.
func (pder *Provider) renew(old redis.UniversalClient) redis.UniversalClient {
	pder.lock.Lock()
	defer pder.lock.Unlock()
	if pder.client == old && !pder.closed {
		pder.client = pder.connect()
		pder.old = old
		time.AfterFunc(pder.timeout, func() { old.Close() })
	}
	return pder.client
}

// ask sends commands and waits for the answer. It sends them once more if they
// were refused because the server is a replica now. After a call without an
// answer, the next one has a new connection. The name of the call, for errors,
// must not have the session's id.
func (pder *Provider) ask(what string, send func(context.Context, redis.UniversalClient) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), pder.timeout)
	defer cancel()
	pder.lock.Lock()
	client := pder.client
	pder.lock.Unlock()
	err := send(ctx, client)
	if redis.HasErrorPrefix(err, "READONLY ") {
		client = pder.renew(client)
		if err = send(ctx, client); redis.HasErrorPrefix(err, "READONLY ") {
			pder.renew(client)
		}
	}
	if late(err) { // as many connections as there are may have nobody at the other end
		pder.renew(client)
	}
	return pder.failure(what, err)
}

// late reports whether a call was not answered in time.
func late(err error) bool {
	var timeout net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) && timeout.Timeout()
}

// once is a client whose scripts are sent only once. By itself, a client of a
// cluster sends a script again if the connection breaks, although it may have run.
type once struct{ redis.UniversalClient }

// only is a command that is sent only once.
type only struct{ *redis.Cmd }

func (only) NoRetry() bool { return true }

func (client once) send(ctx context.Context, command, script string, keys []string, args []interface{}) *redis.Cmd {
	all := []interface{}{command, script, len(keys)}
	for _, key := range keys {
		all = append(all, key)
	}
	cmd := redis.NewCmd(ctx, append(all, args...)...)
	client.Process(ctx, only{cmd})
	return cmd
}

// Eval runs a script.
func (client once) Eval(ctx context.Context, script string, keys []string, args ...interface{}) *redis.Cmd {
	return client.send(ctx, "eval", script, keys, args)
}

// EvalSha runs a script that Redis knows.
func (client once) EvalSha(ctx context.Context, sha1 string, keys []string, args ...interface{}) *redis.Cmd {
	return client.send(ctx, "evalsha", sha1, keys, args)
}

// run lets Redis run a script on a session's key.
func (pder *Provider) run(what string, script *redis.Script, key string, args ...interface{}) (found interface{}, err error) {
	args = append([]interface{}{pder.milliseconds}, args...)
	err = pder.ask(what, func(ctx context.Context, client redis.UniversalClient) (err error) {
		found, err = script.Run(ctx, once{client}, []string{key}, args...).Result()
		return err
	})
	return found, err
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
	if errors.Is(err, redis.ErrClosed) || errors.Is(err, net.ErrClosed) {
		why = "the store was closed; open it again"
	}
	if late(err) {
		why = fmt.Sprintf("no answer within %d ms", pder.timeout.Milliseconds())
	}
	return fmt.Errorf("session: %s: Redis at %s: %s", what, pder.where, why)
}

// logged writes an error to the standard log.
func logged(err error) {
	log.Print(err)
}
