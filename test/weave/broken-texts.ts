// Lists the known ways to break the texts of comments.
import type { checks } from '../../.vitepress/weave/checks/index.ts'
import { openProject } from '../../src/project/project.ts'
import { comments, Mistakes } from './broken.ts'
import { isInUse } from './copy.ts'

const mended = 'go-reference/editions/mended-comments.json'
const records: { locale: string; key: string }[] = JSON.parse(
  openProject().read(mended),
)
const record = records.find(({ locale }) => isInUse(comments(locale)))

export const brokenTexts = new Mistakes<keyof typeof checks>()
  .slip('checkComments: a comment entry deleted', comments('zh'))
  .drops(/^.*"SessionStore.Get".*\n/m)
  .at('"SessionStore.Set"')
  .told(
    'comment "SessionStore.Get" is missing below this line; put "SessionStore.Get": "…" where src/providers/memory.ts:',
  )
  .slip('checkComments: the first comment entry deleted', comments('ja'))
  .drops(/^.*"SessionStore.sid".*\n/m)
  .at('"listing"')
  .told(
    'comment "SessionStore.sid" is missing below this line; put "SessionStore.sid": "…" where go-reference/providers/memory/memory.go:13',
  )
  .slip('checkComments: a typo in a comment key', comments('es'))
  .turns('"SessionStore.Get"', '"SesionStore.Get"')
  .told('comment "SesionStore.Get" differs from src/providers/memory.ts:')
  .slip('checkComments: a comment entry without a comment', comments('en'))
  .turns('"init":', '"init.two": "Two.",\n    "init":')
  .told(
    'comment "init.two" is not in the code, or is there only once; delete it here',
  )
  .slip('checkComments: a comment entry twice', comments('es'))
  .turns('"init":', '"pder": "Dos.",\n    "init":')
  .told('"port.pder" occurs twice; delete one')
  .slip('checkComments: comment entries out of order', comments('zh'))
  .turns(
    /( {4}"Provider\.sessions": .*\n)( {4}"Provider\.list": .*\n)( {4}"ex)/,
    '$2$1$3',
  )
  .at('"Provider.list"')
  .told(
    'is out of order; move it to where go-reference/providers/memory/memory.go:',
  )
  .slip('checkComments: a gap entry deleted', comments('ja'))
  .drops(/^.*"no-lock".*\n/m)
  .at('"no-package-clause"')
  .told('gap "no-lock" is missing below this line')
  .slip('checkComments: a section misspelt', comments('ja'))
  .turns('"gaps"', '"gasp"')
  .told('unknown section "gasp"; did you mean "gaps"?')
  .slip('checkComments: broken JSON: a missing comma', comments('es'))
  .turns(/,\n {4}"pder"/, '\n    "pder"')
  .at('"pder"')
  .told('broken JSON: ')
  .slip('checkComments: broken JSON: a missing quote', comments('es'))
  .turns('"pder"', 'pder"')
  .told('broken JSON: ')
  .slip('checkComments: a comment that closes itself', comments('ja'))
  .turns(/"init": "/, '"init": "*/ x ')
  .told('comment "init" contains "*/", which closes the comment')
  .slip(
    'checkCodeUnchanged: a comment that closes itself and adds code',
    comments('ja'),
  )
  .turns(/"init": "/, '"init": "*/ x ')
  .told('comment "init" changes the code "" to "')
  .slip('checkComments: a second line in a // comment', comments('zh'))
  .turns('"Provider.lock": "', '"Provider.lock": "\\n')
  .told('has a second line, but a // comment has only one')
  .slip('checkComments: an empty comment', comments('es'))
  .turns(/"init": ".*"/, '"init": " "')
  .told('"port.init" has no text; write it')
  .slip('checkComments: an invisible character', comments('es'))
  .turns(/"init": "/, '"init": "\\u202e')
  .told('contains the invisible character U+202E')
  .slip(
    'checkComments: an English text that misquotes the code',
    comments('en'),
  )
  .turns('"Fills in the map', '"Fills the map')
  .told('is not the comment of src/providers/memory.ts:')
  .slip(
    'checkEditions: a listing comment that the edition does not contain',
    comments('ja'),
  )
  .turns('"ロックに使用します"', '"ロックです"')
  .told('the edition prints "ロックに使用します"; copy that, or record')
  .slip('checkEditions: a corrected comment without its record', mended)
  .turns('"printed": "recikector', '"printed": "recolector')
  .blames(comments('es'), '"recolector de basura"')
  .told('the edition prints "recikector de basura"')
  .slip('checkEditions: a corrected comment without a reason', mended)
  .turns('"why": "typing error"', '"why": ""')
  .blames(comments('es'), '"recolector de basura"')
  .told(
    'record in go-reference/editions/mended-comments.json what you corrected and why',
  )
  .slip('checkEditions: a record that corrects nothing', mended)
  .turns(`"key": "${record?.key}"`, '"key": "Provider.none"')
  .at(`"locale": "${record?.locale}"`)
  .told(
    `corrects nothing that the ${record?.locale} edition prints at "Provider.none"`,
  ).all
