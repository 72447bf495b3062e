// Lists the known ways to break a page.

import { translations } from '../../.vitepress/site/languages.ts'
import type { checks } from '../../.vitepress/weave/checks/index.ts'
import { chapter, Mistakes } from './broken.ts'

const [first = ''] = translations

const registry = 'test/claims.json'
const differences = (locale: string) => `docs/${locale}/differences.md`
const claims = (locale: string) => `docs/${locale}/claims.md`

export const brokenPages = new Mistakes<keyof typeof checks>()
  .slip('checkParity: a heading deleted in a translation', chapter('zh'))
  .drops(/^.*\{#set\}\n/m)
  .at('{#set}', 1)
  .told(
    'heading "set" is missing here; put {#set} where docs/en/session-storage.md:',
  )
  .slip('checkParity: a heading deleted in English', chapter('en'))
  .drops(/^.*\{#set\}\n/m)
  .blames(chapter(first), '{#set}')
  .told('heading "set" is not in docs/en/session-storage.md')
  .slip('checkParity: a typo in a heading id', chapter('ja'))
  .turns('{#session-gc}', '{#sesion-gc}')
  .told('which has "session-gc"; write {#session-gc}')
  .slip('checkParity: a typo in an English heading id', chapter('en'))
  .turns('{#session-gc}', '{#sesion-gc}')
  .blames(chapter(first), '{#session-gc}')
  .told(`heading "session-gc" differs from ${chapter('en')}:`)
  .slip('checkParity: a heading without an id', chapter('es'))
  .drops(' {#set}')
  .told('has no id; end it with {#an-id}')
  .slip('checkChunks: a chunk reference deleted', chapter('es'))
  .drops('<Chunk name="pder" />\n')
  .at('<Chunk name="import" />')
  .told(
    'chunk "pder" is missing below this line; put <Chunk name="pder" /> where',
  )
  .slip(
    'checkTangle: a chunk reference deleted, so that the program is incomplete',
    chapter('es'),
  )
  .drops('<Chunk name="pder" />\n')
  .at('<Chunk name="import" />')
  .told(
    'which is "var pder = &Provider{list: list.New()}"; put <Chunk name="pder" />',
  )
  .slip('checkMarks: a typo in a chunk reference', chapter('en'))
  .turns('"Provider.SessionGC"', '"SesionGC"')
  .told('unknown chunk "SesionGC"; did you mean "Provider.SessionGC"?')
  .slip('checkChunks: a chunk reference twice', chapter('ja'))
  .turns(
    '<Chunk name="init" />\n',
    '<Chunk name="init" />\n\n<Chunk name="init" />\n',
  )
  .at('<Chunk name="init" />', 2)
  .told(
    'chunk "init" is not in the listing, or is there only once; delete it here',
  )
  .slip('checkChunks: a chunk reference out of order', chapter('zh'))
  .turns(
    /<Chunk name="pder" \/>([\s\S]*)<Chunk name="SessionStore" \/>/,
    '<Chunk name="SessionStore" />$1<Chunk name="pder" />',
  )
  .at('<Chunk name="SessionStore" />')
  .told('chunk "pder" is out of order; move it to where')
  .slip('checkMarks: a chunk reference within a text', chapter('en'))
  .turns('<Chunk name="init" />\n', 'See <Chunk name="init" />\n')
  .told('is inside a paragraph; put it alone on a line')
  .slip('checkMarks: a misspelt mark', chapter('es'))
  .turns('<Chunk name="init" />', '<Chnuk name="init" />')
  .told('unknown mark <Chnuk>; did you mean <Chunk …/>?')
  .slip('checkMarks: a mark that no page has', chapter('zh'))
  .turns('<Chunk name="init" />\n', '<Chunk name="init" />\n\n<Picture />\n')
  .at('<Chunk name="init" />', 2)
  .told('unknown mark <Picture>; the marks are Chunk, Claim, ')
  .slip('checkMarks: a misspelt list of claims', claims('ja'))
  .turns('<Ledger />', '<Ledgers />')
  .told('unknown mark <Ledgers>; did you mean <Ledger …/>?')
  .slip('checkMarks: a mark without its capital letter', claims('en'))
  .turns('<LedgerLines />', '<ledgerLines />')
  .told('unknown mark <ledgerLines>; did you mean <LedgerLines …/>?')
  .slip('checkMarks: a misspelt record', 'docs/es/questions.md')
  .turns('<Recorded id', '<Record id')
  .told('unknown mark <Record>; did you mean <Recorded …/>?')
  .slip('checkMarks: a misspelt component', 'docs/zh/bench.md')
  .turns('<Measurements />', '<Mesurements />')
  .told('unknown mark <Mesurements>; did you mean <Measurements …/>?')
  .slip('checkMarks: a mark with another attribute', 'docs/ja/repaired.md')
  .turns('<Repairs chunk=', '<Repairs name=')
  .told('; write <Repairs chunk="…" />')
  .slip('checkMarks: a mark in a paragraph', 'docs/es/bench.md')
  .turns('<Goals />', 'Aquí: <Goals />')
  .told('"<Goals />" is not alone on its line; put <Goals /> there')
  .slip('checkMarks: a mark below a text', 'docs/en/status.md')
  .turns('\n<TranslationStatus />', 'Here:\n<TranslationStatus />')
  .at('<TranslationStatus />')
  .told('is not alone on its line')
  .slip('checkMarks: a mark that is not closed', claims('zh'))
  .turns('<Ledger />', '<Ledger>')
  .told('cannot read "<Ledger>"; write <Ledger />')
  .slip('checkParity: a scene deleted in a translation', chapter('ja'))
  .drops('<Scene trace="gc-tail-first" steps="11 14" ask="removed" />\n')
  .at('<Scene trace="gc-tail-first"', 1)
  .told(
    'scene "gc-tail-first 11 14 ?removed" is missing here; put <Scene trace="gc-tail-first" steps="11 14" ask="removed" />',
  )
  .slip('checkParity: other steps in a translation', chapter('zh'))
  .turns('steps="11 14"', 'steps="11 15"')
  .told(
    'which has "gc-tail-first 11 14 ?removed"; write <Scene trace="gc-tail-first"',
  )
  .slip('checkMarks: a typo in the trace of a scene', chapter('en'))
  .turns('trace="gc-tail-first"', 'trace="gc-tial-first"')
  .told('unknown trace "gc-tial-first"; did you mean "gc-tail-first"?')
  .slip('checkMarks: a step that a trace does not have', chapter('es'))
  .turns('steps="11 14"', 'steps="11 44"')
  .told('gc-tail-first: there is no step 44; the steps are 1 to 24, so the')
  .slip('checkMarks: steps that are no numbers', chapter('es'))
  .turns('steps="11 14"', 'steps="11 last"')
  .told('gc-tail-first: cannot read the step "last"; write numbers and ranges')
  .slip('checkMarks: a scene within a text', chapter('zh'))
  .turns('<Scene trace="gc-tail', 'See <Scene trace="gc-tail')
  .told('is inside a paragraph; put it alone on a line')
  .slip('checkMarks: a scene without a trace', chapter('en'))
  .turns('<Scene trace="gc-tail-first" steps', '<Scene steps')
  .told('write <Scene trace="gc-tail-first" steps="13" />')
  .slip('checkParity: a claim mark deleted in a translation', chapter('ja'))
  .drops('<Claim id="gc-empty" />')
  .at('id="gc-idempotent"')
  .told('claim "gc-empty" is missing here; put <Claim id="gc-empty" />')
  .slip('checkParity: a claim mark deleted in English', differences('en'))
  .drops('<Claim id="differs-nil" />')
  .blames(differences(first), 'id="differs-nil"')
  .told('claim "differs-nil" is not in docs/en/differences.md')
  .slip('checkClaims: a claim that no page marks', differences('en'))
  .drops('<Claim id="differs-nil" />')
  .blames(registry, '"id": "differs-nil"')
  .told('claim "differs-nil" has no mark in docs/en/differences.md; put')
  .slip('checkMarks: a typo in a claim mark', chapter('zh'))
  .turns('id="gc-empty"', 'id="gc-emtpy"')
  .told('unknown claim "gc-emtpy"; did you mean "gc-empty"?')
  .slip(
    'checkMarks: a typo in a claim mark further down in a paragraph',
    chapter('en'),
  )
  .turns('<Claim id="gc-empty" />', '\nAnd <Claim id="gc-emtpy" />')
  .at('id="gc-empty"', 1)
  .told('unknown claim "gc-emtpy"; did you mean "gc-empty"?')
  .slip('checkParity: a typo in an English claim mark', chapter('en'))
  .turns('id="gc-empty"', 'id="gc-emtpy"')
  .blames(chapter(first), 'id="gc-empty"')
  .told(`claim "gc-empty" differs from ${chapter('en')}:`)
  .slip('checkMarks: a claim mark at the start of a line', chapter('ja'))
  .turns('<Claim id="gc-empty" />', '\n<Claim id="gc-empty" />')
  .at('id="gc-empty"', 1)
  .told('begins a line; put the mark after its sentence, on the same line')
  .slip('checkMarks: a malformed claim mark', chapter('es'))
  .turns('<Claim id="gc-empty" />', '<Claim name="gc-empty" />')
  .told(
    'cannot read "<Claim name="gc-empty" />"; write <Claim id="gc-tail-first" />',
  )
  .slip('checkClaims: a claim marked twice', chapter('en'))
  .turns(
    '<Claim id="gc-idempotent" />',
    '<Claim id="gc-empty" /> <Claim id="gc-idempotent" />',
  )
  .told('claim "gc-empty" is already marked in line ')
  .slip('checkMarks: a claim deleted from the registry', registry)
  .turns('"id": "gc-empty"', '"id": "gc-void"')
  .blames(chapter('es'), 'id="gc-empty"')
  .told('unknown claim "gc-empty"')
  .slip('checkMarks: a typo in the kind of a claim', registry)
  .turns(/("id": "gc-empty",\s*"kind": )"shown"/, '$1"shwon"')
  .told('claim "gc-empty" has the kind "shwon"; did you mean "shown"?')
  .slip('checkNoCode: fenced code in the Markdown', chapter('zh'))
  .turns(
    '<Chunk name="init" />\n',
    '```go\nfunc init() {}\n```\n\n<Chunk name="init" />\n',
  )
  .told('code in the Markdown; use a chunk instead')
  .slip('checkNoCode: indented code in the Markdown', chapter('en'))
  .turns(
    '<Chunk name="init" />\n',
    '    func init() {}\n\n<Chunk name="init" />\n',
  )
  .told('code in the Markdown; use a chunk instead, or remove the indent').all
