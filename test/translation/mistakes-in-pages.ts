// Lists the mistakes that happen in a page while it is translated.
import type { CheckName } from '../../.vitepress/translation/checks/finding.ts'
import { chapter, Mistakes, traces } from '../weave/broken.ts'

export const mistakesInPages = new Mistakes<CheckName>()
  .slip('parity: a heading left out', chapter('zh'))
  .drops(/^### Set \{#set\}\n\n/m)
  .at('id="values-aliased"')
  .told(
    'heading "set" is missing',
    'put {#set} where docs/en/session-storage.md',
  )
  .slip('parity: an id changed', chapter('ja'))
  .turns('{#session-gc}', '{#session-gb}')
  .told('heading "session-gb"', 'write {#session-gc}')
  .slip('parity: an id translated', chapter('es'))
  .turns('{#purpose}', '{#propósito}')
  .told('heading "propósito" differs', 'write {#purpose}')
  .slip('parity: a heading without an id', chapter('es'))
  .drops(' {#purpose}')
  .told('has no id', 'end it with {#an-id}')
  .slip('parity: a section translated twice', traces('ja'))
  .turns('## 時間 {#time}', '## 語 {#words}\n\nもう一度。\n\n## 時間 {#time}')
  .told('{#words} is already in line', 'delete one of the two sections')
  .slip('parity: two sections in the wrong order', traces('zh'))
  .turns(
    /(## [^\n]*\{#words\}[\s\S]*?)(## [^\n]*\{#expected\}[\s\S]*?)(?=## )/,
    '$2$1',
  )
  .at('{#words}', 4)
  .told('is out of order', 'move it to where')
  .slip('marks: a chunk name with a typo', chapter('ja'))
  .turns('"Provider.SessionGC"', '"Provider.SesionGC"')
  .told(
    'unknown chunk "Provider.SesionGC"',
    'did you mean "Provider.SessionGC"?',
  )
  .slip('parity: a claim dropped', chapter('es'))
  .drops(' <Claim id="get-missing" />')
  .told(
    'claim "get-missing" is missing',
    'put <Claim id="get-missing" /> where',
  )
  .slip('marks: a claim that a translation tool changed', chapter('ja'))
  .turns('<Claim id="gc-empty" />', '<Claim ID = "gc-empty" />')
  .told('cannot read "<Claim ID', 'write <Claim id="gc-tail-first" />')
  .slip('markup: a claim in full-width brackets', chapter('zh'))
  .turns('<Claim id="gc-empty" />', '＜Claim id="gc-empty" /＞')
  .told('＜Claim', 'write the tag exactly as the English page does')
  .slip('markup: a claim with a space after its bracket', chapter('zh'))
  .turns('<Claim id="gc-empty" />', '< Claim id="gc-empty" />')
  .told('< Claim', 'write the tag exactly as the English page does')
  .slip('markup: a missing backtick', chapter('zh'))
  .turns('`Delete` 先', '`Delete 先')
  .told('“`” would be shown', 'put code between two')
  .slip('markup: spaces within stars', chapter('ja'))
  .turns('**ハンドル**', '** ハンドル **')
  .told('“**” would be shown', 'with no space inside the stars')
  .slip('markup: a link in full-width brackets', traces('ja'))
  .adds('## 時間 {#time}', '[章]（./session-storage）を見る。')
  .told(']（./session-storage）', 'write a link as [text](address)')
  .slip('markup: an id in full-width braces', chapter('zh'))
  .turns('{#listing}', '｛#listing｝')
  .told('｛#listing｝', 'end the heading with {#id}')
  .slip('markup: an escape that is escaped twice', traces('es'))
  .adds('{#time}', 'Nadie &amp;quot;espera&amp;quot;.')
  .told('“&amp;quot;” would be shown', 'write the character itself')
  .slip('markup: a heading without its space', traces('ja'))
  .adds('## 時間 {#time}', '##次の見出し')
  .told('“##” would be shown', 'a heading begins with half-width # and a space')
  .slip('structure: code left out of a sentence', chapter('es'))
  .turns('`gosessionid`', 'así')
  .at('{#manager}')
  .told('lacks the code `gosessionid`', 'add it')
  .slip('blocks: a row of a table left out', traces('es'))
  .drops(/^\| `h\.id` .*\n/m)
  .at('| `h.id`')
  .told('the cell “`h.id`” of docs/en/traces.md', 'translate it')
  .slip('structure: a heading one level too deep', traces('zh'))
  .turns(/^## (.*\{#time\})/m, '### $1')
  .told('heading level is h3', 'but h2 in docs/en/')
  .slip('blocks: a component’s tag left out', 'docs/ja/bench.md')
  .drops('<Measurements />\n')
  .at('<Measurements />', 1)
  .told('the tag “<Measurements />” of docs/en/bench.md', 'translate it')
  .slip('marks: a component’s name translated', traces('es'))
  .turns(
    '<Trace id="fresh-shields-expired" />',
    '<Trace id="nueva-protege-caducadas" />',
  )
  .told(
    'unknown trace "nueva-protege-caducadas"',
    'the traces are the files in test/claims/',
  )
  .slip('blocks: an item of a list left out', traces('ja'))
  .drops(/^- キーと値.*\n/m)
  .at('- キーと値')
  .told('the list item “A key or a value', 'translate it')
  .slip('leftovers: a box in full-width colons', traces('zh'))
  .adds('{#time}', '：：： tip\n等。\n：：：')
  .told('“：：： tip” begins a box', 'delete it')
  .slip('leftovers: an unclosed box', traces('es'))
  .adds('{#time}', '::: tip\nUna nota.\n')
  .told('“::: tip” begins a box', 'delete it')
  .slip('leftovers: a box with its type translated', traces('es'))
  .adds('{#time}', '::: aviso\nUna nota.\n:::\n')
  .told('“::: aviso” begins a box', 'delete it')
  .slip('leftovers: a box with two colons, in English', traces('en'))
  .adds('{#time}', ':: tip\nA note.\n:::\n')
  .told('“:: tip” begins a box', 'delete it')
  .slip('links: a link to a page that does not exist', 'docs/es/bench.md')
  .turns('./session-storage#gc-order', './sesion-storage#gc-order')
  .told(
    'which does not exist; did you mean "session-storage"?',
    'link to a page that exists',
  )
  .slip('links: a link to a heading that does not exist', 'docs/zh/bench.md')
  .turns('#gc-order', '#gc-ordre')
  .told('did you mean "gc-order"?', 'link to the id of a heading')
  .slip('links: a link to an edit with another name', chapter('zh'))
  .turns('edit=SessionInit%3A%20pushFront', 'edit=SessionInit%3A%20PushFront')
  .told('which the playground refuses', 'name an edit that the playground')
  .slip('links: a link to the trace of no claim', chapter('es'))
  .turns('#claim=fresh-shields-expired&', '#claim=fresh-shields-expire&')
  .told('no claim with a trace', 'did you mean "fresh-shields-expired"?')
  .slip('links: a link that differs from the English one', 'docs/zh/bench.md')
  .turns('#gc-order', '#session-read')
  .told('link leads to ./session-storage#session-read', 'make it the same')
  .slip('links: a link to another language', chapter('ja'))
  .turns('blob/master/ja/06.2.md', 'blob/master/zh/06.2.md')
  .told('the zh edition', 'change it to the ja edition')
  .slip('links: a link within the site to another language', 'docs/es/bench.md')
  .turns('./session-storage#gc-order', '/zh/session-storage#gc-order')
  .told("another language's page", 'write ./PAGE#ID')
  .slip('code: code in the chapter', chapter('es'))
  .turns(
    '<Chunk name="init" />\n',
    '<Chunk name="init" />\n\n```go\nfunc init() {}\n```\n',
  )
  .at('<Chunk name="init" />', 2)
  .told('code in the Markdown', 'use a chunk instead').all
