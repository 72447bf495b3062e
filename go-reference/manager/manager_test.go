// Tests what the manager does in one request and over several, by the table in
// ../testdata/manager.json, which the port's test reads too.

package manager_test

import (
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/manager"
	"github.com/astaxie/session/providers/repaired"
)

// given are the options of a case; what it leaves out has its default.
type given struct {
	Name, Path, Domain string
	Secure, HttpOnly   *bool
	SameSite           string
	Rolling            *bool
	AbsoluteLifetime   int64
}

func (g given) options() manager.Options {
	switched := func(value *bool) manager.Switch {
		switch {
		case value == nil:
			return manager.Default
		case *value:
			return manager.On
		default:
			return manager.Off
		}
	}
	sites := map[string]http.SameSite{
		"lax": http.SameSiteLaxMode, "strict": http.SameSiteStrictMode, "none": http.SameSiteNoneMode,
	}
	return manager.Options{
		Name: g.Name, Path: g.Path, Domain: g.Domain,
		Secure: switched(g.Secure), HttpOnly: switched(g.HttpOnly), Rolling: switched(g.Rolling),
		SameSite: sites[g.SameSite], AbsoluteLifetime: g.AbsoluteLifetime,
	}
}

// request is what one visitor sends, and what he is to get.
type request struct {
	Wait   float64  // seconds before it
	Who    string   // whose browser sends it
	Cookie *string  // in the place of the browser's cookie
	TLS    bool     // whether it came over TLS
	Fails  string   // which question the store cannot answer
	Delay  float64  // seconds that it takes to answer
	Do     []string // the calls that its handler makes
	Sets   []string // the Set-Cookie headers of the response
}

type scenario struct {
	About    string
	Lifetime int64 // 3600 if left out
	Limit    int
	Options  given
	Requests []request
	Left     []int // the ids that still have a session at the end
}

func read(t *testing.T, file string, into any) {
	t.Helper()
	text, err := os.ReadFile("../testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}

// failing is a store that is slow, and cannot answer one of the questions.
type failing struct {
	*manager.Memory
	question string
	delay    time.Duration
}

func (f *failing) fails(question string) error {
	time.Sleep(f.delay)
	if f.question == question {
		return errors.New("the store does not answer")
	}
	return nil
}

func (f *failing) SessionInit(sid string) (session.Session, error) {
	if err := f.fails("init"); err != nil {
		return nil, err
	}
	return f.Memory.SessionInit(sid)
}

func (f *failing) SessionFind(sid string) (session.Session, error) {
	if err := f.fails("find"); err != nil {
		return nil, err
	}
	return f.Memory.SessionFind(sid)
}

func (f *failing) SessionDestroy(sid string) error {
	if err := f.fails("destroy"); err != nil {
		return err
	}
	return f.Memory.SessionDestroy(sid)
}

func (f *failing) SessionRegenerate(oldsid, sid string) (session.Session, error) {
	if err := f.fails("regenerate"); err != nil {
		return nil, err
	}
	return f.Memory.SessionRegenerate(oldsid, sid)
}

// player plays a scenario. Its browsers keep one cookie each.
type player struct {
	*testing.T
	store   *failing
	manager *manager.Manager
	ids     []string // that responses gave, in order
	jars    map[string]kept
	old     session.Session
	sess    session.Session
}

type kept struct {
	pair  string
	until time.Time
}

// numbered replaces the ids in a text by $1, $2 and so on, or back.
func (p *player) numbered(text string, back bool) string {
	for i, id := range p.ids {
		number := "$" + strconv.Itoa(i+1)
		if back {
			text = strings.ReplaceAll(text, number, id)
		} else {
			text = strings.ReplaceAll(text, id, number)
		}
	}
	return text
}

// do makes one call of the handler.
func (p *player) do(w http.ResponseWriter, r *http.Request, call string) {
	verb, rest, _ := strings.Cut(strings.TrimPrefix(call, "!"), " ")
	key, value, _ := strings.Cut(rest, " ")
	var err error
	take := func(sess session.Session, failed error) {
		if err = failed; err == nil {
			p.old, p.sess = p.sess, sess
		}
	}
	switch verb {
	case "start":
		take(p.manager.SessionStart(w, r))
	case "regenerate":
		take(p.manager.SessionRegenerate(w, r))
	case "destroy":
		err = p.manager.SessionDestroy(w, r)
	case "set":
		err = p.sess.Set(key, value)
	case "get":
		if got := fmt.Sprint(p.sess.Get(key)); got != strings.Replace(value, "nil", "<nil>", 1) {
			p.Errorf("%s: got %s", call, got)
		}
	case "ended", "old-ended":
		sess := map[string]session.Session{"ended": p.sess, "old-ended": p.old}[verb]
		if got := sess.Set("a", 1); got != repaired.ErrEnded {
			p.Errorf("%s: got %v", call, got)
		}
	case "make":
		take(p.store.Memory.SessionInit(key))
	case "gc":
		seconds, _ := strconv.ParseInt(key, 10, 64)
		p.store.SessionGC(seconds)
	case "other":
		http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
	default:
		p.Fatalf("no call %q", call)
	}
	if (err != nil) != strings.HasPrefix(call, "!") {
		p.Errorf("%s: got the error %v", call, err)
	}
}

func seconds(n float64) time.Duration {
	return time.Duration(n * float64(time.Second))
}

// send sends a request and compares the cookies of its response.
func (p *player) send(q request) {
	time.Sleep(seconds(q.Wait))
	r := httptest.NewRequest("GET", "/", nil)
	if q.TLS {
		r.TLS = &tls.ConnectionState{}
	}
	if jar := p.jars[q.Who]; jar.until.After(time.Now()) {
		r.Header.Set("Cookie", jar.pair)
	}
	if q.Cookie != nil {
		r.Header.Set("Cookie", p.numbered(*q.Cookie, true))
	}
	p.store.question, p.store.delay = q.Fails, seconds(q.Delay)
	w := httptest.NewRecorder()
	for _, call := range q.Do {
		p.do(w, r, call)
	}
	p.store.question, p.store.delay = "", 0
	sets := []string{}
	for _, line := range w.Header()["Set-Cookie"] {
		cookie, err := http.ParseSetCookie(line)
		if err != nil {
			p.Fatal(err)
		}
		if cookie.Name != "theme" {
			if !strings.Contains(p.numbered(line, false), "=$") && cookie.Value != "" {
				p.ids = append(p.ids, cookie.Value)
			}
			until := time.Now().Add(time.Duration(cookie.MaxAge) * time.Second)
			p.jars[q.Who] = kept{cookie.Name + "=" + cookie.Value, until}
		}
		sets = append(sets, p.numbered(line, false))
	}
	if !reflect.DeepEqual(sets, q.Sets) {
		p.Errorf("%v: got the cookies %q, want %q", q.Do, sets, q.Sets)
	}
}

func play(t *testing.T, s scenario) {
	if s.Lifetime == 0 {
		s.Lifetime = 3600
	}
	memory, err := manager.NewMemory(s.Lifetime, s.Limit)
	if err != nil {
		t.Fatal(err)
	}
	store := &failing{Memory: memory}
	m, err := manager.NewManager(store, s.Options.options())
	if err != nil {
		t.Fatal(err)
	}
	p := &player{T: t, store: store, manager: m, jars: map[string]kept{}}
	for _, q := range s.Requests {
		p.send(q)
	}
	left := []int{}
	for i, id := range p.ids {
		if sess, _ := memory.SessionFind(id); sess != nil {
			left = append(left, i+1)
		}
	}
	if !reflect.DeepEqual(left, s.Left) {
		t.Errorf("sessions left: got %v, want %v", left, s.Left)
	}
	if err := m.Close(); err != nil {
		t.Error(err)
	}
}

func TestManager(t *testing.T) {
	var scenarios []scenario
	read(t, "manager.json", &scenarios)
	if len(scenarios) < 30 {
		t.Fatal(len(scenarios))
	}
	for _, s := range scenarios {
		t.Run(s.About, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { play(t, s) })
		})
	}
}

// The answer to a request that began before the login has the old id, unless
// Rolling is off.
func TestRequestDuringLogin(t *testing.T) {
	store, err := manager.NewMemory(3600, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for rolling, want := range map[manager.Switch]int{manager.On: 1, manager.Off: 0} {
		m, err := manager.NewManager(store, manager.Options{Rolling: rolling})
		if err != nil {
			t.Fatal(err)
		}
		first := httptest.NewRecorder()
		if _, err := m.SessionStart(first, httptest.NewRequest("GET", "/", nil)); err != nil {
			t.Fatal(err)
		}
		old := first.Result().Cookies()[0]
		exchange := func() (*httptest.ResponseRecorder, *http.Request) {
			r := httptest.NewRequest("GET", "/", nil)
			r.AddCookie(old)
			return httptest.NewRecorder(), r
		}
		slow, r := exchange()
		if _, err := m.SessionStart(slow, r); err != nil {
			t.Fatal(err)
		}
		login, r := exchange()
		if _, err := m.SessionRegenerate(login, r); err != nil {
			t.Fatal(err)
		}
		set := slow.Result().Cookies()
		if len(set) != want || want == 1 && set[0].Value != old.Value {
			t.Errorf("rolling %v: got %v", rolling, set)
		}
	}
}
