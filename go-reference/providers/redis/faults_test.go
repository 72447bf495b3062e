// Tests what happens if Redis fails.

package redis

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/astaxie/session"
)

// refused fails the test unless err names the call and the server, and neither
// a session's id nor a password.
func refused(t *testing.T, s *server, err error, what, why string) {
	t.Helper()
	if err == nil {
		t.Fatalf("%s: want an error", what)
	}
	text := err.Error()
	if !strings.HasPrefix(text, "session: "+what+": Redis at 127.0.0.1:"+s.port+": ") || !strings.Contains(text, why) {
		t.Errorf("%s: got %q, want %q", what, text, why)
	}
	if strings.Contains(text, secret[:6]) {
		t.Errorf("%s: the error has the session's id: %q", what, text)
	}
}

func TestKilled(t *testing.T) {
	s := startRedis(t, "--appendonly", "yes", "--appendfsync", "always")
	pder := s.open(t, 2*time.Second)
	sess := must[session.Session](t)(pder.SessionInit(secret))
	acknowledged := 0
	killed := make(chan struct{})
	time.AfterFunc(200*time.Millisecond, func() {
		s.kill()
		close(killed)
	})
	var err error
	for err == nil {
		if err = sess.Set(fmt.Sprint(acknowledged), acknowledged); err == nil {
			acknowledged++
		}
	}
	<-killed
	refused(t, s, err, "set "+named(acknowledged), "")
	var told error
	pder.Failed = func(err error) { told = err }
	wants(t, "get without Redis", sess.Get("0"), nil)
	refused(t, s, told, `get "0"`, "connection refused")
	wants(t, "exists without Redis", pder.SessionExist(secret), false)
	refused(t, s, told, "SessionFind", "connection refused")
	s.start(t)
	for i := range acknowledged {
		wants(t, fmt.Sprint("value ", i, " after the restart"), sess.Get(fmt.Sprint(i)), float64(i))
	}
	if acknowledged == 0 {
		t.Error("no call was acknowledged before the end")
	}
}

func TestStopped(t *testing.T) {
	s := startRedis(t)
	pder := s.open(t, 100*time.Millisecond)
	sess := must[session.Session](t)(pder.SessionInit(secret))
	s.command.Process.Signal(syscall.SIGSTOP)
	refused(t, s, sess.Set("user", "Ann"), `set "user"`, "no answer within 100 ms")
	refused(t, s, pder.SessionDestroy(secret), "SessionDestroy", "no answer within 100 ms")
	s.command.Process.Signal(syscall.SIGCONT)
	for deadline := time.Now().Add(time.Minute); ; {
		if _, err := pder.SessionRead("bo"); err == nil {
			return
		} else if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
}

func TestRefused(t *testing.T) {
	s := startRedis(t, "--requirepass", "right")
	_, err := Open(10, 0, "redis://:wrong@127.0.0.1:"+s.port)
	refused(t, s, err, "connect", "WRONGPASS")
	if strings.Contains(err.Error(), ":wrong@") {
		t.Error(err)
	}
	s.kill()
	_, err = Open(10, 0, s.url())
	refused(t, s, err, "connect", "connection refused")
	if _, err := Open(10, 0, "http://"+secret); err == nil || strings.Contains(err.Error(), secret) {
		t.Error(err)
	}
}

func TestReplies(t *testing.T) {
	s := startRedis(t, "--maxmemory-policy", "noeviction", "--rename-command", "DEL", "")
	pder := s.open(t, 0)
	ctx := context.Background()
	refused(t, s, pder.SessionDestroy(secret), "SessionDestroy", "unknown command")

	pder.client.Set(ctx, "session:"+secret, "a text", 0)
	_, err := pder.SessionRead(secret)
	refused(t, s, err, "SessionRead", "WRONGTYPE")
	_, err = pder.SessionInit(secret)
	refused(t, s, err, "SessionInit", "WRONGTYPE")
	wants(t, "the other text", pder.client.Get(ctx, "session:"+secret).Val(), "a text")
	wants(t, "its time", pder.client.PTTL(ctx, "session:"+secret).Val(), time.Duration(-1))

	sess := must[session.Session](t)(pder.SessionRead(secret + "2"))
	wants(t, "set", sess.Set("user", "Ann"), nil)
	pder.client.HSet(ctx, "session:"+secret+"2", ":broken", "{")
	var told error
	pder.Failed = func(err error) { told = err }
	wants(t, "broken value", sess.Get("broken"), nil)
	wants(t, "its error", told, errors.New(`session: the value of "broken" is not JSON`))
	pder.client.ConfigSet(ctx, "maxmemory", "1")
	refused(t, s, sess.Set("user", "Bo"), `set "user"`, "OOM")
	wants(t, "get without memory", sess.Get("user"), "Ann")
	wants(t, "delete without memory", sess.Delete("user"), nil)
}
