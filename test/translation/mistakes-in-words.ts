// Lists the mistakes in words and in the records of translations.
import type { CheckName } from '../../.vitepress/translation/checks/finding.ts'
import { chapter, comments, Mistakes, traces } from '../weave/broken.ts'

export const mistakesInWords = new Mistakes<CheckName>()
  .slip('glossary: a wrong word for a term', traces('es'))
  .adds('{#time}', 'El colector espera.')
  .told('“colector” is not the term for “collector”', 'write “recolector”')
  .slip('glossary: a wrong word for a term in a comment', comments('zh'))
  .turns('"no-lock": "', '"no-lock": "会话：')
  .told('“会话” is not the term for “session”', 'write “session”')
  .slip(
    'glossary: a wrong word for a term in the interface',
    'docs/ja/interface.json',
  )
  .turns(/^( {4}"skip": ").*"/m, '$1サーバーの本文へ"')
  .told('“サーバー” is not the term for “server”', 'write “サーバ”')
  .slip('glossary: a glossary term missed', chapter('zh'))
  .turns(/墙上时钟/g, '机器的钟')
  .at('{#gc-clock}')
  .told('has “wall clock” in English, but not “墙上时钟”', 'use that term')
  .slip('typography: a half-width comma in Chinese', traces('zh'))
  .adds('{#time}', '谁也不用等,真的。')
  .told('谁也不用等,真的', 'must be full-width')
  .slip('typography: no space between Chinese and Latin', traces('zh'))
  .adds('{#time}', '谁也不用等Go。')
  .told('谁也不用等Go', 'put one space here')
  .slip('typography: a half-width comma in a Chinese comment', comments('zh'))
  .turns('"no-lock": "', '"no-lock": "无锁,')
  .told('无锁,', 'must be full-width')
  .slip('typography: a space between Japanese and Latin', traces('ja'))
  .adds('{#time}', 'ここの Go のこと。')
  .told('ここの', 'delete the space here')
  .slip('typography: a space beside code in Japanese', traces('ja'))
  .turns('始まり、`wait`で', '始まり、`wait` で')
  .told('`wait` で', 'delete the space here')
  .slip('typography: a half-width comma in Japanese', traces('ja'))
  .adds('{#time}', '待たない,決して。')
  .told('待たない,決して', 'must be full-width')
  .slip('typography: code without backticks in Japanese', traces('ja'))
  .adds('{#time}', 'GC(10)が取り除く。')
  .told('GC(10)', 'put it between backticks')
  .slip('typography: a full-width digit', traces('ja'))
  .adds('{#time}', '１時間。')
  .told('“１時間', 'write “1”')
  .slip('typography: a question without ¿', 'docs/es/index.md')
  .drops('¿')
  .told('this question is not opened', 'put ¿ before its first word')
  .slip('typography: an exclamation without ¡', traces('es'))
  .adds('{#time}', 'Nadie espera!')
  .told('this exclamation is not opened', 'put ¡ before its first word')
  .slip('typography: a full-width comma in Spanish', traces('es'))
  .adds('{#time}', 'Nadie，nunca.')
  .told('“，” has the wrong width', 'write “,”')
  .slip('records: a truncated record', 'docs/es/translated.jsonl')
  .turns(/^(\{"section":"traces#time",.{40}).*/m, '$1')
  .warned('is not a record', 'update es --changed` writes the file anew')
  .slip('records: a translation without a record', 'docs/es/translated.jsonl')
  .drops(/^\{"section":"traces#time".*\n/m)
  .blames(traces('es'), '{#time}')
  .warned(
    'unrecorded traces#time',
    'run `npm run i18n -- update es traces#time`',
  )
  .slip('records: a translated page deleted', traces('ja'))
  .turns(/^/, undefined)
  .warned('is missing, so readers see the English', 'translate docs/en/traces')
  .slip('records: a sentence changed in English', traces('en'))
  .turns('You never wait for', 'You never ever wait for')
  .blames(traces('es'), '{#time}')
  .warned(
    'stale traces#time: English has changed',
    'see `npm run i18n -- compare es traces#time`',
  ).all
