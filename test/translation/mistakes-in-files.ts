// Lists the mistakes that editors and tools make in files.
import type { CheckName } from '../../.vitepress/translation/checks/finding.ts'
import { chapter, comments, Mistakes, traces } from '../weave/broken.ts'

export const mistakesInFiles = new Mistakes<CheckName>()
  .slip('characters: a byte order mark', traces('ja'))
  .turns(/^/, '\uFEFF')
  .told('byte order mark', 'save the file as “UTF-8”, not “UTF-8 with BOM”')
  .slip('characters: a byte order mark in comments.json', comments('es'))
  .turns(/^/, '\uFEFF')
  .told('byte order mark', 'save the file as “UTF-8”')
  .slip('characters: Windows line endings', chapter('es'))
  .turns(/\n/g, '\r\n')
  .told('CRLF', 'set your editor to “LF” and save again')
  .slip('characters: one Windows line ending', traces('zh'))
  .turns(/(\{#words\})\n/, '$1\r\n')
  .told('CRLF', 'set your editor to “LF”')
  .slip('characters: a decomposed letter', chapter('es'))
  .adds('{#set}', 'Asi\u0301 es.')
  .told('(NFD) after “As', 'type that letter again')
  .slip('characters: decomposed kana', chapter('ja'))
  .turns('プロバイダ {#provider}', 'フ\u309aロハ\u3099イタ\u3099 {#provider}')
  .told('(NFD)', 'type that letter again')
  .slip('characters: a zero-width space', chapter('zh'))
  .adds('{#set}', '\u200b存入')
  .told('invisible character U+200B', 'delete it')
  .slip('characters: a no-break space', traces('es'))
  .adds('{#time}', 'Nadie\u00a0espera.')
  .told('invisible character U+00A0', 'replace it with a normal space')
  .slip('characters: a right-to-left override in a comment', comments('ja'))
  .turns('"ロックなし', '"\u202eロックなし')
  .told('invisible character U+202E', 'delete it')
  .slip('characters: letters lost by a wrong encoding', chapter('zh'))
  .turns('## 代码清单 {#listing}', '## 代\uFFFD清单 {#listing}')
  .told('letters that were lost after “## 代”', 'save the file as “UTF-8”')
  .slip('front-matter: a tab in front matter', traces('es'))
  .turns('title: ', 'title:\t')
  .told('contains a tab', 'type spaces')
  .slip('front-matter: a colon in a title', traces('es'))
  .turns('title: Trazas', 'title: Trazas: el lenguaje')
  .told('cannot be read', "put it between '…'")
  .slip('front-matter: front matter without a description', traces('zh'))
  .drops(/^description: .*\n/m)
  .at('---')
  .told('lacks "description:"', 'add it between the --- lines')
  .slip('front-matter: an empty title', traces('ja'))
  .turns('title: トレース', 'title:')
  .told('"title:" is empty', 'write it')
  .slip('front-matter: front matter without its dashes', traces('es'))
  .drops('---\n')
  .told('has no front matter', 'begin with a line ---')
  .slip('comments: broken JSON in the comments', comments('zh'))
  .turns('"用来锁",', '"用来锁"')
  .at('"Provider.sessions"')
  .told('broken JSON', 'correct it here')
  .slip('comments: a comment key that no longer exists', comments('ja'))
  .turns('"init":', '"init.nine": "x",\n    "init":')
  .told('"init.nine" is not in the code', 'delete it here')
  .slip('comments: a comment left out', comments('es'))
  .drops(/^.*"no-lock".*\n/m)
  .at('"no-package-clause"')
  .told('gap "no-lock" is missing', 'put "no-lock": "…"')
  .slip('comments: a comment that closes the comment', comments('es'))
  .turns('"init": "', '"init": "*/ ')
  .told('closes the comment', 'use other characters')
  .slip('code-unchanged: a comment that continues as code', comments('es'))
  .turns('"init": "', '"init": "*/ pder = null /* ')
  .told('"init" changes the code', 'delete what ends the comment early')
  .slip('texts: a claim’s text left out', 'docs/zh/claims.json')
  .drops(/^ *"gc-empty": .*\n/m)
  .at('"gc-whole-seconds"')
  .told('"gc-empty" is missing below this line', 'translate "')
  .slip('texts: a claim’s id misspelt in its text', 'docs/es/claims.json')
  .turns('"gc-empty"', '"gc-emtpy"')
  .told(
    '"gc-emtpy" is not in docs/en/claims.json; did you mean "gc-empty"?',
    'delete it, or use the name there',
  )
  .slip('glossary: broken JSON in the glossary', 'docs/es/glossary.json')
  .turns('"translation": "proveedor",', '"translation": "proveedor"')
  .at('"wrong": ["provider"')
  .told('broken JSON', 'correct it here')
  .slip(
    'glossary: a glossary entry without its translation',
    'docs/es/glossary.json',
  )
  .drops('"translation": "proveedor",')
  .at('"term": "provider"')
  .told('lacks "translation"', 'write { "term": "…", "translation": "…"')
  .slip('texts: a string of the interface deleted', 'docs/es/interface.json')
  .drops(/^ {4}"navigation": .*\n/m)
  .at('"skip":')
  .told('"theme.navigation" is missing below this line', 'translate "Pages"')
  .slip(
    'texts: a string of the interface that English lacks',
    'docs/zh/interface.json',
  )
  .turns('"skip":', '"skipp":')
  .told(
    '"theme.skipp" is not in docs/en/interface.json; did you mean',
    'use the name there',
  )
  .slip(
    'interface: a placeholder of the interface translated',
    'docs/ja/interface.json',
  )
  .turns('{list}', '{一覧}')
  .told('lacks {list}', 'add it where it belongs')
  .slip(
    'interface: a placeholder of the interface misspelt',
    'docs/es/interface.json',
  )
  .turns('{verdict}', '{verdicto}')
  .told(
    'has {verdicto}, which the English string lacks; did you mean "verdict"?',
    'correct or delete it',
  )
  .slip(
    'interface: a plural of the interface that is not closed',
    'docs/es/interface.json',
  )
  .turns('other {# afirmaciones}}', 'other {# afirmaciones}')
  .told('is not an ICU message', 'compare it with')
  .slip('interface: a language tag that is none', 'docs/zh/interface.json')
  .turns('"tag": "zh-Hans"', '"tag": "zh_CN"')
  .told(
    '"language.tag" is "zh_CN", which is not a language tag',
    'write one such as',
  )
  .slip(
    'interface: HTML of the interface that is not closed',
    'docs/ja/interface.json',
  )
  .drops('</a>')
  .told('has <a> without its </a>', 'add </a>')
  .slip('texts: a missing quote in the interface', 'docs/zh/interface.json')
  .turns('"navigation": "', '"navigation": ')
  .told('broken JSON', 'correct it here')
  .slip('allowed: an exception without a reason', 'docs/ja/allowed.json')
  .turns(/"why": ".*"/, '"why": " "')
  .at('"check"')
  .told('lacks "why"', 'write { "check"')
  .slip('allowed: an exception that no check needs', 'docs/ja/allowed.json')
  .turns(/"says": "“6.3 セッション[^"]*"/, '"says": "9.9"')
  .at('"check"')
  .told('does not find', 'delete this entry').all
