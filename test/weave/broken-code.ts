// Lists the known ways to break the listing and the port.
import type { Broken } from './broken.ts'

const texts = (locale: string) => `docs/${locale}/comments.json`
const port = 'src/providers/memory.ts'

export const brokenCode: readonly Broken[] = [
  {
    title: 'a line added to the port',
    seenBy: 'checkAlignment',
    file: port,
    from: '    pder.sessionUpdate(this.sid)\n    return\n',
    to: '    pder.sessionUpdate(this.sid)\n    void 0\n    return\n',
    blamed: '.vitepress/weave/alignment.ts',
    line: "'SessionStore.Set'",
    says: 'has rows for 7 lines, but src/providers/memory.ts:27 has 8',
  },
  {
    title: 'code between the regions',
    seenBy: 'checkMarks',
    file: port,
    from: '// #region pder\n',
    to: 'export const outside = 1\n// #region pder\n',
    line: '// #region pder',
    says: '"export const outside = 1" is outside every region; put it into one',
  },
  {
    title: 'a region without an end',
    seenBy: 'checkMarks',
    file: port,
    from: '// #endregion pder\n',
    to: '',
    line: '// #endregion pder',
    says: 'region "SessionStore" begins inside "pder"; end "pder" first',
  },
  {
    title: 'a typo in a region',
    seenBy: 'checkMarks',
    file: port,
    from: 'region pder\n',
    to: 'region pdre\n',
    line: '// #endregion pder',
    says: '#endregion "pder" ends a region that is not open; did you mean "pdre"?',
  },
  {
    title: 'a comment added to the listing',
    seenBy: 'checkComments',
    file: 'go-reference/cmd/example/main.go',
    from: '    go globalSessions.GC()',
    to: '    go globalSessions.GC() // new',
    blamed: texts('es'),
    line: '"example.init.1"',
    says: 'comment "example.init.2" is missing below this line',
  },
]
