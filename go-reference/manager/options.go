package manager

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

// Switch is an option that is on, off, or what suits most programs.
type Switch int

// The values of a Switch. The zero value is Default.
const (
	Default Switch = iota
	On
	Off
)

// longest is the longest lifetime in seconds. The stores in TypeScript count
// milliseconds exactly up to it, and both languages take the same lifetimes.
const longest = 9007199254740

// longestPath is the longest path in bytes: browsers ignore a longer one.
const longestPath = 1024

// Options describes a manager's cookie and how long its sessions may last. The
// zero value suits most programs.
type Options struct {
	// Name is the cookie's name; "sid" if empty.
	Name string
	// Path is where on the host the cookie is sent; "/" if empty.
	Path string
	// Domain is the host to whose subdomains the cookie is sent too; if empty, it
	// is sent to the host alone that set it.
	Domain string
	// Secure allows the cookie over TLS only. By default it does so for a request
	// that came over TLS. Behind a proxy that ends TLS, turn it on.
	Secure Switch
	// HttpOnly hides the cookie from scripts in the page, by default too.
	HttpOnly Switch
	// SameSite says whether other sites' requests carry the cookie: by default,
	// only if they are links that the visitor follows (Lax).
	SameSite http.SameSite
	// Rolling renews the browser's cookie whenever the session is used, as the
	// store renews the session, by default too.
	Rolling Switch
	// AbsoluteLifetime is after how many seconds a session ends, even if it is
	// used. It counts from SessionStart or from the last SessionRegenerate. 0
	// means never.
	AbsoluteLifetime int64
}

var (
	cookieName = regexp.MustCompile(`^[\w.-]{1,100}$`)
	httpName   = regexp.MustCompile(`(?i)^__(host-)?http-`)
	cookiePath = regexp.MustCompile(`^/[ -:<-~]*$`)
	// The last label begins with a letter: an address has no subdomains.
	hostName = regexp.MustCompile(`^$|^\.?([0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?\.)*[A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?$`)
)

// refused says which option has a wrong value, and what to give it.
func refused(option, want string, got any) error {
	return fmt.Errorf("session: %s: want %s, got %v", option, want, got)
}

// checked fills in what options leaves out. It returns an error that names the
// first wrong value.
func (options Options) checked() (Options, error) {
	if options.Name == "" {
		options.Name = "sid"
	}
	if options.Path == "" {
		options.Path = "/"
	}
	if options.SameSite == 0 {
		options.SameSite = http.SameSiteLaxMode
	}
	return options, options.check()
}

func (options Options) check() error {
	if !cookieName.MatchString(options.Name) {
		return refused("Name", `1 to 100 letters, digits, ".", "_" or "-"`, fmt.Sprintf("%q", options.Name))
	}
	if len(options.Path) > longestPath || !cookiePath.MatchString(options.Path) {
		return refused("Path", `a path such as "/" or "/app"`, fmt.Sprintf("%q", options.Path))
	}
	if len(options.Domain) > 253 || !hostName.MatchString(options.Domain) {
		return refused("Domain", `a host name such as "example.org"`, fmt.Sprintf("%q", options.Domain))
	}
	for _, each := range []struct {
		option string
		value  Switch
	}{{"Secure", options.Secure}, {"HttpOnly", options.HttpOnly}, {"Rolling", options.Rolling}} {
		if each.value < Default || each.value > Off {
			return refused(each.option, "Default, On or Off", each.value)
		}
	}
	if options.SameSite < http.SameSiteLaxMode || options.SameSite > http.SameSiteNoneMode {
		return refused("SameSite", "http.SameSiteLaxMode, SameSiteStrictMode or SameSiteNoneMode", options.SameSite)
	}
	if options.AbsoluteLifetime < 0 || options.AbsoluteLifetime > longest {
		return refused("AbsoluteLifetime", fmt.Sprintf("0 to %d seconds", longest), options.AbsoluteLifetime)
	}
	return options.checkForBrowsers()
}

// checkForBrowsers refuses what browsers silently ignore.
func (options Options) checkForBrowsers() error {
	const because = "because browsers refuse the cookie otherwise"
	secure := options.Secure == On
	if options.SameSite == http.SameSiteNoneMode && !secure {
		return fmt.Errorf(`session: Secure: turn it on with SameSite "none", %s`, because)
	}
	name := strings.ToLower(options.Name)
	if strings.HasPrefix(name, "__secure-") && !secure {
		return fmt.Errorf("session: Secure: turn it on for the name %q, %s", options.Name, because)
	}
	if strings.HasPrefix(name, "__host-") && (!secure || options.Path != "/" || options.Domain != "") {
		return fmt.Errorf(`session: Name: want Secure on, Path "/" and no Domain for %q, %s`, options.Name, because)
	}
	if httpName.MatchString(options.Name) && (!secure || options.HttpOnly == Off) {
		return fmt.Errorf("session: Name: want Secure and HttpOnly on for %q, %s", options.Name, because)
	}
	return nil
}
