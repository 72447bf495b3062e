// Tests that no error, and nothing that is printed, has a password.

package redis

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"net"
	"net/url"
	"strings"
	"testing"

	"github.com/redis/go-redis/v9"
)

// logger is go-redis's log.
type logger struct{ text bytes.Buffer }

func (l *logger) Printf(_ context.Context, format string, v ...interface{}) {
	fmt.Fprintf(&l.text, format, v...)
	log.Printf(format, v...)
}

// silent fails the test if a printed value has a part of a password.
func silent(t *testing.T, values ...interface{}) {
	t.Helper()
	for _, value := range values {
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
			if text := fmt.Sprintf(format, value); strings.Contains(text, "SECRET") {
				t.Errorf("has a part of the password: %s", text)
			}
		}
	}
}

func TestPasswords(t *testing.T) {
	said := &logger{}
	redis.SetLogger(said)
	for _, sign := range []string{"/", "#", "?", "%", "@", ":", "%zz", " ", `\`, "é", "+", "&"} {
		password := "SECRET" + sign + "SECRET"
		s := startRedis(t, "--requirepass", password)
		with := func(password string) string {
			user := url.UserPassword("", password)
			return strings.Replace(s.url(), "//", "//"+user.String()+"@", 1)
		}
		pder := must[*Provider](t)(Open(10, 0, with(password)))
		sess, err := pder.SessionInit("ana")
		if err != nil {
			t.Error(err)
		}
		pder.Close()
		_, closed := pder.SessionFind("ana")
		_, wrong := Open(10, 0, with(password+"!"))
		refused(t, s, wrong, "connect", "WRONGPASS")
		silent(t, pder, sess, closed, wrong)
		s.kill()
		_, gone := Open(10, 0, with(password))
		refused(t, s, gone, "connect", "refused")
		silent(t, gone)
	}
	silent(t, said.text.String())
}

func TestUnknownAuth(t *testing.T) {
	said := &logger{}
	redis.SetLogger(said)
	s := startRedis(t, "--rename-command", "AUTH", "", "--rename-command", "HELLO", "")
	_, err := Open(10, 0, strings.Replace(s.url(), "//", "//me:SECRETSECRET@", 1))
	refused(t, s, err, "connect", "unknown command")
	silent(t, err, said.text.String())
}

// TestTLS: over rediss, nothing is sent that is not TLS.
func TestTLS(t *testing.T) {
	listener := must[net.Listener](t)(net.Listen("tcp", "127.0.0.1:0"))
	defer listener.Close()
	first := make(chan []byte, 100)
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			sent := make([]byte, 1000)
			n, _ := client.Read(sent)
			first <- sent[:n]
			client.Close()
		}
	}()
	_, err := Open(10, 0, "rediss://SECRET:SECRET@"+listener.Addr().String())
	if err == nil || !strings.HasPrefix(err.Error(), "session: connect: Redis at "+listener.Addr().String()+": ") {
		t.Error(err)
	}
	sent := <-first
	wants(t, "the handshake's first bytes", sent[:2], []byte{22, 3})
	silent(t, err, string(sent))
}

func TestUrls(t *testing.T) {
	for _, text := range []string{
		"redis://:SECRET/SECRET@127.0.0.1",
		"redis://:SECRET#SECRET@127.0.0.1",
		"redis://:SECRET?SECRET@127.0.0.1",
		"redis://127.0.0.1:12/SECRET@a",
		"redis://127.0.0.1:12#SECRET@a",
		"redis://127.0.0.1:12?SECRET@a",
		"redis://:SECRET%zz@127.0.0.1",
		"redis://:SECRET@127.0.0.1:99999",
		"redis://:SECRET@127.0.0.1:0",
		"redis://:SECRET@127.0.0.1:port",
		"redis://:SECRET@127.0.0.1/SECRET",
		"redis://:SECRET@127.0.0.1/0/1",
		"redis://:SECRET@127.0.0.1?db=1",
		"redis://:SECRET@",
		"redis://SECRET@127.0.0.1",
		"rediss://SECRET:@127.0.0.1",
		"http://:SECRET@127.0.0.1",
		"unix:///SECRET",
		"SECRET",
		"redis:",
		"",
	} {
		for _, urls := range [][]string{{text}, {"redis://127.0.0.1:1", text}} {
			_, err := Open(10, 0, urls...)
			if err == nil || !strings.HasPrefix(err.Error(), "session: want a url such as ") {
				t.Errorf("%s: got %v", text, err)
			}
			silent(t, err)
		}
	}
}
