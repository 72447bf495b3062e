//go:build !wasip1

// What package manager needs of a provider beyond the interfaces. trace.wasm
// excludes it.

package repaired

import "github.com/astaxie/session"

// Find touches the session of sid. It returns nil if there is none that is
// alive. It is one question, so nothing happens between looking and touching.
func Find(p *Provider, sid string) session.Session {
	p.lock.Lock()
	defer p.lock.Unlock()
	if element, ok := p.sessions[sid]; ok && element.Value.(*SessionStore).touch() {
		return element.Value.(*SessionStore)
	}
	return nil
}

// Limit ends the sessions that were not used for longest, until at most n are
// left.
func Limit(p *Provider, n int) {
	p.lock.Lock()
	defer p.lock.Unlock()
	for p.list.Len() > n {
		p.remove(p.list.Back())
	}
}
