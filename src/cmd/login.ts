/**
 * Shows the manager for real programs: a page that counts visits, with a login
 * and a logout.
 */
// #region use.import
import express from 'express'
import { Manager, Memory } from './repaired.ts'

// #endregion use.import
// #region use.manager
const store = new Memory(3600)
const sessions = new Manager(store, { absoluteLifetime: 86_400 })
const app = express()
app.use(express.urlencoded())

// #endregion use.manager
// #region use.visits
app.get('/', async (r, w) => {
  const sess = await sessions.sessionStart(w, r)
  const count = Number(sess.get('visits') ?? 0)
  sess.set('visits', count + 1)
  const user = sess.get('user') ?? ''
  w.send(page(user, count + 1))
})

// #endregion use.visits
// #region use.login
app.post('/login', async (r, w) => {
  const sess = await sessions.sessionRegenerate(w, r)
  sess.set('user', String(r.body?.name ?? ''))
  w.redirect(303, '/')
})

// #endregion use.login
// #region use.logout
app.post('/logout', async (r, w) => {
  await sessions.sessionDestroy(w, r)
  w.redirect(303, '/')
})

// #endregion use.logout
// #region use.serve
const page = (user: unknown, visits: number) =>
  `<!doctype html><p>user: ${escapeHtml(user)}, visits: ${visits}</p>
<form method="post" action="/login"><label>Name
<input name="name" required></label><button>Log in</button></form>
<form method="post" action="/logout"><button>Log out</button></form>`

const escapeHtml = (text: unknown) =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

app.listen(8080, '127.0.0.1')
// #endregion use.serve
