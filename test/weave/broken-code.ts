// Lists the known ways to break the listing and the port.
import type { checks } from '../../.vitepress/weave/checks/index.ts'
import { comments, Mistakes } from './broken.ts'

const port = 'src/providers/memory.ts'

export const brokenCode = new Mistakes<keyof typeof checks>()
  .slip('checkAlignment: a line added to the port', port)
  .turns(
    '    pder.sessionUpdate(this.sid)\n    return\n',
    '    pder.sessionUpdate(this.sid)\n    void 0\n    return\n',
  )
  .blames('src/alignment/listing.ts', "'SessionStore.Set'")
  .told('has rows for 7 lines, but src/providers/memory.ts:27 has 8')
  .slip('checkMarks: code between the regions', port)
  .turns('// #region pder\n', 'export const outside = 1\n// #region pder\n')
  .told('"export const outside = 1" is outside every region; put it into one')
  .slip('checkMarks: a region without an end', port)
  .drops('// #endregion pder\n')
  .told('region "SessionStore" begins inside "pder"; end "pder" first')
  .slip('checkMarks: a typo in a region', port)
  .turns('region pder\n', 'region pdre\n')
  .at('// #endregion pder')
  .told(
    '#endregion "pder" ends a region that is not open; did you mean "pdre"?',
  )
  .slip(
    'checkComments: a comment added to the listing',
    'go-reference/cmd/example/main.go',
  )
  .turns('    go globalSessions.GC()', '    go globalSessions.GC() // new')
  .blames(comments('es'), '"example.init.init"')
  .told('comment "example.init.globalSessions" is missing below this line').all
