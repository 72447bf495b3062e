// Starts Redis servers of the tests' own on the loopback address.

package redis

import (
	"bufio"
	"io"
	"net"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// server is a running Redis server.
type server struct {
	command *exec.Cmd
	flags   []string
	port    string
	dir     string
}

// startRedis starts a server with options of its command line. It ends with
// the test.
func startRedis(t *testing.T, flags ...string) *server {
	t.Helper()
	if _, err := exec.LookPath("redis-server"); err != nil {
		t.Fatal("redis-server is missing; run apt-get install redis-server")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
	listener.Close()
	s := &server{flags: flags, port: port, dir: t.TempDir()}
	s.start(t)
	t.Cleanup(s.kill)
	return s
}

// start starts the server, again after kill, and waits until it is ready.
func (s *server) start(t *testing.T) {
	t.Helper()
	fixed := []string{"--port", s.port, "--bind", "127.0.0.1", "--dir", s.dir, "--save", ""}
	s.command = exec.Command("redis-server", append(fixed, s.flags...)...)
	output, err := s.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.command.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(output); ; {
		if !lines.Scan() {
			t.Fatal("redis-server ended before it was ready")
		}
		if strings.Contains(lines.Text(), "Ready to accept connections") {
			break
		}
	}
	go io.Copy(io.Discard, output)
}

// kill ends the server as a crash does.
func (s *server) kill() {
	s.command.Process.Kill()
	s.command.Wait()
}

func (s *server) url() string {
	return "redis://127.0.0.1:" + s.port
}

// open connects to the server. Errors that the interfaces cannot return fail
// the test.
func (s *server) open(t *testing.T, timeout time.Duration) *Provider {
	t.Helper()
	pder, err := Open(10, timeout, s.url())
	if err != nil {
		t.Fatal(err)
	}
	pder.Failed = func(err error) { t.Error(err) }
	t.Cleanup(func() { pder.Close() })
	return pder
}
