// Tests that the store finds Redis again, and ends when it is closed.

package redis

import (
	"context"
	"fmt"
	"io"
	"net"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/astaxie/session"
	"github.com/redis/go-redis/v9"
)

// writer is a function that an io.Writer calls.
type writer func([]byte) (int, error)

func (w writer) Write(b []byte) (int, error) { return w(b) }

// behind forwards connections to the port, at the time that each is opened, and
// returns the url of its address. After silence, it forwards nothing more on the
// connections there are, and keeps them open.
func behind(t *testing.T, port *atomic.Value) (url string, silence func()) {
	t.Helper()
	var silenced atomic.Int64
	listener := must[net.Listener](t)(net.Listen("tcp", "127.0.0.1:0"))
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			server, err := net.Dial("tcp", "127.0.0.1:"+port.Load().(string))
			if err != nil {
				client.Close()
				continue
			}
			before := silenced.Load()
			forward := func(to, from net.Conn) {
				io.Copy(writer(func(b []byte) (int, error) {
					if silenced.Load() > before {
						return len(b), nil
					}
					return to.Write(b)
				}), from)
				to.Close()
			}
			go forward(server, client)
			go forward(client, server)
		}
	}()
	return "redis://" + listener.Addr().String(), func() { silenced.Add(1) }
}

// asking returns a client of one server, without the store.
func (s *server) asking(t *testing.T) *redis.Client {
	client := redis.NewClient(&redis.Options{Addr: "127.0.0.1:" + s.port})
	t.Cleanup(func() { client.Close() })
	return client
}

// until waits for a text in what the server says of its replication.
func until(client *redis.Client, text string) {
	for !strings.Contains(client.Info(context.Background(), "replication").Val(), text) {
		time.Sleep(10 * time.Millisecond)
	}
}

func TestFailover(t *testing.T) {
	ctx := context.Background()
	master := startRedis(t, "--repl-diskless-sync-delay", "0")
	replica := startRedis(t, "--replicaof", "127.0.0.1 "+master.port)
	until(replica.asking(t), "link_status:up")
	var port atomic.Value
	port.Store(master.port)
	url, _ := behind(t, &port)
	pder := must[*Provider](t)(Open(600, time.Minute, url))
	defer pder.Close()
	pder.Failed = func(err error) { t.Error(err) }
	sess := must[session.Session](t)(pder.SessionInit(secret))

	var writing atomic.Bool
	var acknowledged atomic.Int64
	var writers sync.WaitGroup
	writing.Store(true)
	for name := range 20 {
		writers.Go(func() {
			for i := 0; writing.Load(); i++ {
				if err := sess.Set(fmt.Sprint(name), i); err != nil {
					t.Error(err)
				}
				wants(t, "value", sess.Get(fmt.Sprint(name)), float64(i))
				acknowledged.Add(1)
			}
		})
	}
	admin := master.asking(t)
	admin.Do(ctx, "CLIENT", "PAUSE", 600000, "WRITE")
	for { // until the replica has all that the master has acknowledged
		info := admin.Info(ctx, "replication").Val()
		offset := regexp.MustCompile(`offset=(\d+),`).FindStringSubmatch(info)
		if offset != nil && strings.Contains(info, "master_repl_offset:"+offset[1]+"\r") {
			break
		}
	}
	replica.asking(t).ReplicaOf(ctx, "NO", "ONE")
	port.Store(replica.port)
	admin.ReplicaOf(ctx, "127.0.0.1", replica.port)
	admin.Do(ctx, "CLIENT", "UNPAUSE")
	for before := acknowledged.Load(); acknowledged.Load() < before+1000 && !t.Failed(); {
		time.Sleep(10 * time.Millisecond)
	}
	writing.Store(false)
	writers.Wait()
	wants(t, "fields on the new master", replica.asking(t).HLen(ctx, sessionKey(secret)).Val(), int64(21))
}

func TestDemoted(t *testing.T) {
	ctx := context.Background()
	s := startRedis(t)
	pder := s.open(t, 0)
	sess := must[session.Session](t)(pder.SessionInit(secret))
	s.asking(t).ReplicaOf(ctx, "127.0.0.1", "1")
	refused(t, s, sess.Set("a", 1), `set "a"`, "READONLY ")
	_, err := pder.SessionFind(secret)
	refused(t, s, err, "SessionFind", "READONLY ")
	s.asking(t).ReplicaOf(ctx, "NO", "ONE")
	wants(t, "set", sess.Set("a", 1), nil)
}

// TestSilent: if nobody is at the other end of all connections, one call fails.
func TestSilent(t *testing.T) {
	s := startRedis(t)
	var port atomic.Value
	port.Store(s.port)
	url, silence := behind(t, &port)
	pder := must[*Provider](t)(Open(600, 0, url))
	defer pder.Close()
	sess := must[session.Session](t)(pder.SessionInit(secret))
	s.command.Process.Signal(syscall.SIGSTOP) // so that each call has a connection of its own
	var all sync.WaitGroup
	for i := range 10 {
		all.Go(func() { wants(t, "set", sess.Set(fmt.Sprint(i), i), nil) })
	}
	time.Sleep(100 * time.Millisecond)
	s.command.Process.Signal(syscall.SIGCONT)
	all.Wait()
	silence()
	wants(t, "silent", strings.HasSuffix(fmt.Sprint(sess.Set("a", 1)), "no answer within 2000 ms"), true)
	wants(t, "set", sess.Set("a", 2), nil)
	wants(t, "get", sess.Get("a"), 2.0)
}

// TestPause: a session that cannot be asked for is no session that has ended.
func TestPause(t *testing.T) {
	s := startRedis(t)
	pder := s.open(t, 0)
	sess := must[session.Session](t)(pder.SessionInit(secret))
	wants(t, "set", sess.Set("user", "Ann"), nil)
	s.asking(t).Do(context.Background(), "CLIENT", "PAUSE", 300, "ALL")
	found := must[session.Session](t)(pder.SessionFind(secret))
	wants(t, "after a short pause", found.Get("user"), "Ann")

	s.command.Process.Signal(syscall.SIGSTOP)
	_, err := pder.SessionFind(secret)
	refused(t, s, err, "SessionFind", "no answer within 2000 ms")
	s.command.Process.Signal(syscall.SIGCONT)
	found = must[session.Session](t)(pder.SessionFind(secret))
	wants(t, "after a long pause", found.Get("user"), "Ann")
}

func TestForgottenScript(t *testing.T) {
	s := startRedis(t)
	pder := s.open(t, 0)
	sess := must[session.Session](t)(pder.SessionInit(secret))
	s.asking(t).ScriptFlush(context.Background())
	wants(t, "set", sess.Set("a", 1), nil)
	wants(t, "get", sess.Get("a"), 1.0)
}

// TestElsewhere destroys a session by one store while another one uses it.
func TestElsewhere(t *testing.T) {
	s := startRedis(t)
	one, other := s.open(t, 0), s.open(t, 0)
	for range 200 {
		must[session.Session](t)(one.SessionInit(secret))
		var both sync.WaitGroup
		both.Go(func() {
			if sess, err := one.SessionFind(secret); err != nil {
				t.Error(err)
			} else if sess != nil {
				if err := sess.Set("a", 1); err != nil && err != ErrEnded {
					t.Error(err)
				}
				sess.Get("a")
			}
		})
		both.Go(func() {
			if err := other.SessionDestroy(secret); err != nil {
				t.Error(err)
			}
		})
		both.Wait()
		wants(t, "after its end", must[session.Session](t)(one.SessionFind(secret)), nil)
	}
}

func TestClose(t *testing.T) {
	s := startRedis(t)
	pder := s.open(t, 0)
	sess := must[session.Session](t)(pder.SessionInit(secret))
	s.command.Process.Signal(syscall.SIGSTOP)
	under := make(chan error)
	go func() { under <- sess.Set("a", 1) }()
	time.Sleep(20 * time.Millisecond)
	wants(t, "close", pder.Close(), nil)
	refused(t, s, <-under, `set "a"`, "the store was closed; open it again")
	s.command.Process.Signal(syscall.SIGCONT)
	wants(t, "close again", pder.Close(), nil)
	var told error
	pder.Failed = func(err error) { told = err }
	wants(t, "get", sess.Get("a"), nil)
	refused(t, s, told, `get "a"`, "the store was closed; open it again")
	_, err := pder.SessionFind(secret)
	refused(t, s, err, "SessionFind", "the store was closed; open it again")
	refused(t, s, pder.SessionDestroy(secret), "SessionDestroy", "the store was closed; open it again")
	for admin := s.asking(t); strings.Count(admin.ClientList(context.Background()).Val(), "\n") > 1; {
		time.Sleep(10 * time.Millisecond)
	}
}
