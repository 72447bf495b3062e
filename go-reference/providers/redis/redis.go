// #region import

// Package redis keeps sessions in Redis: one hash a session, one field a key.
// Each call is one round trip, and acts only on a session that still exists. It
// needs Redis 7 or newer.
package redis

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/manager"
	"github.com/redis/go-redis/v9"
)

// #endregion import
// #region ErrEnded

// ErrEnded says that a session has ended: it was destroyed, or it has expired.
var ErrEnded = errors.New("session: this session has ended; read it again")

// #endregion ErrEnded
// #region SessionStore

// SessionStore is one session; its values are in Redis only.
type SessionStore struct {
	sid  string    // unique session id
	key  string    // its name in Redis
	pder *Provider // the provider that created it
}

// #endregion SessionStore
// #region SessionStore.Set

// Set touches the session and stores value, which JSON must be able to carry in
// MaxBytes, under key, which must be a string. It returns ErrEnded if the session
// has ended.
func (st *SessionStore) Set(key, value interface{}) error {
	field, err := field(key)
	if err != nil {
		return err
	}
	text, err := encode(key, value, st.pder.MaxBytes)
	if err != nil {
		return err
	}
	found, err := st.pder.run("set "+named(key), setScript, st.key, field, text)
	if err == nil && found == int64(0) {
		return ErrEnded
	}
	return err
}

// #endregion SessionStore.Set
// #region SessionStore.Get

// Get touches the session and returns the value under key, as encoding/json
// reads it: a number is a float64. It returns nil if there is none, or if the
// session has ended. It also returns nil if Redis fails, because the interface
// has no error here; the provider's Failed is told.
func (st *SessionStore) Get(key interface{}) interface{} {
	field, err := field(key)
	if err != nil {
		st.pder.Failed(err)
		return nil
	}
	var text *redis.StringCmd
	what := "get " + named(key)
	err = st.pder.ask(what, func(ctx context.Context, client redis.UniversalClient) error {
		pipe := client.Pipeline()
		pipe.Do(ctx, "PEXPIRE", st.key, st.pder.milliseconds, "XX")
		text = pipe.HGet(ctx, st.key, field)
		if _, err := pipe.Exec(ctx); err != redis.Nil {
			return err
		}
		return nil
	})
	if err != nil {
		st.pder.Failed(err)
		return nil
	}
	if text.Err() == redis.Nil {
		return nil
	}
	value, err := decode(key, text.Val())
	if err != nil {
		st.pder.Failed(err)
	}
	return value
}

// #endregion SessionStore.Get
// #region SessionStore.Delete

// Delete touches the session and removes key. It returns ErrEnded if the
// session has ended.
func (st *SessionStore) Delete(key interface{}) error {
	field, err := field(key)
	if err != nil {
		return err
	}
	found, err := st.pder.run("delete "+named(key), deleteScript, st.key, field)
	if err == nil && found == int64(0) {
		return ErrEnded
	}
	return err
}

// #endregion SessionStore.Delete
// #region SessionStore.SessionID

// SessionID returns the session's id; it asks Redis nothing.
func (st *SessionStore) SessionID() string {
	return st.sid
}

// #endregion SessionStore.SessionID
// #region Provider

// Provider holds all sessions of one Redis.
type Provider struct {
	// Failed is told of errors that the interfaces cannot return. No error has
	// a session's id. Open sets it to log.Print.
	Failed func(error)
	// MaxBytes is the most bytes of a value as JSON. Open sets it to 2097152.
	MaxBytes int

	connect      func() redis.UniversalClient // a function, so that no print shows the password
	where        string                       // the servers' addresses, for errors
	milliseconds int64                        // that an unused session is kept
	timeout      time.Duration

	lock   sync.Mutex // guards client, old and closed
	client redis.UniversalClient
	old    redis.UniversalClient // what client replaced last, if it was replaced
	closed bool
}

var (
	_ session.Regenerator = (*Provider)(nil)
	_ session.Finder      = (*Provider)(nil)
	_ manager.Store       = (*Provider)(nil)
)

// #endregion Provider
// #region Provider.SessionInit

// SessionInit creates a session; an earlier one of sid ends.
func (pder *Provider) SessionInit(sid string) (session.Session, error) {
	return pder.create(sid, nil)
}

// #endregion Provider.SessionInit
// #region Provider.SessionRead

// SessionRead returns the session of sid, created if unknown.
func (pder *Provider) SessionRead(sid string) (session.Session, error) {
	newsess := &SessionStore{sid: sid, key: sessionKey(sid), pder: pder}
	_, err := pder.run("SessionRead", readScript, newsess.key)
	if err != nil {
		return nil, err
	}
	return newsess, nil
}

// #endregion Provider.SessionRead
// #region Provider.SessionDestroy

// SessionDestroy ends a session; an unknown sid is no error.
func (pder *Provider) SessionDestroy(sid string) error {
	return pder.ask("SessionDestroy", func(ctx context.Context, client redis.UniversalClient) error {
		return client.Del(ctx, sessionKey(sid)).Err()
	})
}

// #endregion Provider.SessionDestroy
// #region Provider.SessionGC

// SessionGC does nothing: Redis removes each session when its time has passed.
func (pder *Provider) SessionGC(maxlifetime int64) {
}

// #endregion Provider.SessionGC
// #region Provider.SessionExist

// SessionExist reports whether sid has a session, and touches it. If Redis
// fails, it reports that there is none; Failed is told.
func (pder *Provider) SessionExist(sid string) bool {
	found, err := pder.SessionFind(sid)
	if err != nil {
		pder.Failed(err)
	}
	return found != nil
}

// SessionFind touches the session of sid; it returns nil if there is none. The
// manager calls it in place of SessionExist and SessionRead.
func (pder *Provider) SessionFind(sid string) (session.Session, error) {
	sess := &SessionStore{sid: sid, key: sessionKey(sid), pder: pder}
	var found int
	err := pder.ask("SessionFind", func(ctx context.Context, client redis.UniversalClient) (err error) {
		found, err = client.Do(ctx, "PEXPIRE", sess.key, pder.milliseconds, "XX").Int()
		return err
	})
	if err != nil || found == 0 {
		return nil, err
	}
	return sess, nil
}

// #endregion Provider.SessionExist
// #region Provider.SessionRegenerate

// SessionRegenerate creates the session of sid with the values of the one of
// oldsid, which ends; without values if there is none. It makes two round
// trips, because the two ids may be on two machines: if the second fails, the
// visitor has to log in again.
func (pder *Provider) SessionRegenerate(
	oldsid, sid string,
) (session.Session, error) {
	values, err := pder.run("SessionRegenerate", takeScript, sessionKey(oldsid))
	if err != nil {
		return nil, err
	}
	all, _ := values.([]interface{})
	return pder.create(sid, all)
}

// #endregion Provider.SessionRegenerate
// #region Provider.create

// create adds a session with these fields and values, in turn.
func (pder *Provider) create(
	sid string, values []interface{},
) (session.Session, error) {
	newsess := &SessionStore{sid: sid, key: sessionKey(sid), pder: pder}
	_, err := pder.run("SessionInit", createScript, newsess.key, values...)
	if err != nil {
		return nil, err
	}
	return newsess, nil
}

// #endregion Provider.create
// #region Provider.MaxLifetime

// MaxLifetime returns for how many seconds an unused session is kept.
func (pder *Provider) MaxLifetime() int64 {
	return pder.milliseconds / 1000
}

// #endregion Provider.MaxLifetime
// #region Provider.Close

// Close ends the connections. Calls that wait for an answer, and later ones,
// fail. It returns nil if the store was already closed.
func (pder *Provider) Close() error {
	pder.lock.Lock()
	defer pder.lock.Unlock()
	if pder.closed {
		return nil
	}
	pder.closed = true
	if pder.old != nil {
		pder.old.Close()
	}
	return pder.client.Close()
}

// #endregion Provider.Close
// #region Open

// Open connects to Redis, which needs an address: pass the provider to
// session.Register. Each url is redis://host:port; several are some servers of
// a cluster. An unused session is kept for maxlifetime seconds, from 1 to
// 9007199254740. No call takes longer than timeout; 0 means two seconds.
func Open(
	maxlifetime int64, timeout time.Duration, url ...string,
) (*Provider, error) {
	if err := checkLifetime(maxlifetime); err != nil {
		return nil, err
	}
	if timeout != 0 && timeout < time.Millisecond {
		return nil, fmt.Errorf("timeout: want a millisecond or more, got %v", timeout)
	}
	if timeout == 0 {
		timeout = 2 * time.Second
	}
	pder := &Provider{Failed: logged, MaxBytes: 1 << 21, timeout: timeout}
	pder.milliseconds = maxlifetime * 1000
	options, err := pder.options(url)
	if err != nil {
		return nil, err
	}
	pder.where = strings.Join(options.Addrs, ", ")
	pder.connect = func() redis.UniversalClient { return redis.NewUniversalClient(options) }
	pder.client = pder.connect()
	err = pder.ask("connect", func(ctx context.Context, client redis.UniversalClient) error {
		return client.Ping(ctx).Err()
	})
	if err != nil {
		pder.Close()
		return nil, err
	}
	return pder, nil
}

// #endregion Open
