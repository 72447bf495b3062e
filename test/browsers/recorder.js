// Runs before everything else in a page of the tests, and keeps what the
// browser complains about: WebDriver for WebKit cannot ask for it.
window.complaints = []
const complain = (...what) => window.complaints.push(what.map(String).join(' '))
for (const name of ['error', 'warn']) {
  const print = console[name]
  console[name] = (...what) => {
    complain(...what)
    print.apply(console, what)
  }
}
const listen = (name, tell) => addEventListener(name, tell, true)
listen('error', ({ message, target }) =>
  complain(message ?? `not loaded: ${target.outerHTML}`),
)
listen('unhandledrejection', ({ reason }) => complain('rejected:', reason))
listen('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
  complain('against the policy:', violatedDirective, blockedURI, sample),
)
