// Mistakes that only a comparison with the English text can find, each made on
// a copy: one mistake gives one finding, at its line, and at most two.
import { afterEach, describe, expect, it } from 'vitest'
import type { CheckName } from '../../.vitepress/translation/checks/finding.ts'
import { check, pageReader } from '../../.vitepress/translation/checks/index.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { copyProject, isInUse, languagesWith } from '../weave/copy.ts'

/** File, what is replaced by what, the line's text afterwards, the message. */
type Row = [file: string, from: string | RegExp, to: string, says: string]

const copy = copyProject()
const md = await pageReader(copy)
const before = new Set((await check(copy, md)).map(formatProblem))

afterEach(() => copy.mend())

const mistakes: Partial<Record<CheckName, readonly Row[]>> = {
  blocks: [
    // Numbers.
    ['zh/traces.md', '500,000 个', '50,000 个', '“500,000”'],
    ['zh/traces.md', '10,000,000', '1,000,000', '“10,000,000”'],
    ['ja/traces.md', '20個', '2個', '“20”'],
    ['ja/traces.md', '500,000個', '500,00個', '“500,000”'],
    ['es/traces.md', '500 000', '50 0000', '“500,000”'],
    ['es/traces.md', '10 000 000', '10 000', '“10,000,000”'],
    ['es/questions.md', '[#1026]', '[#1062]', '“1026”'],
    ['zh/questions.md', '[#445]', '[#454]', '“445”'],
    ['ja/questions.md', '[#1193]', '[#1139]', '“1193”'],
    // Blocks lost, doubled, added, swapped, emptied.
    ['zh/bench.md', /这些存储做的事并不相同。.*\n\n/, '', 'is missing near'],
    ['ja/bench.md', /何を保証するかは、.*\n\n/, '', 'is missing near'],
    ['es/bench.md', /No todos los almacenes.*\n\n/, '', 'is missing near'],
    ['zh/status.md', /^- \*\*过时.*\n/m, '', 'is missing near'],
    ['es/status.md', /^- \*Por traducir.*\n/m, '', 'is missing near'],
    ['zh/bench.md', /(括号里的数.*\n)/, '$1\n$1', 'is here twice'],
    ['ja/traces.md', /(セッションが20個を.*\n)/, '$1\n$1', 'is here twice'],
    ['es/traces.md', /(Si una lista.*\n)/, '$1\n$1', 'is here twice'],
    ['ja/bench.md', /(括弧内は.*\n)/, '$1\n別の段落です。\n', 'is not in this'],
    ['es/bench.md', /(El número entre.*\n)/, '$1\nOtra.\n', 'is not in this'],
    [
      'zh/traces.md',
      /(.*把这样的几行.*)\n\n(如果链表.*)/,
      '$2\n\n$1',
      'have changed places',
    ],
    [
      'es/traces.md',
      /(El \[laboratorio\].*)\n\n(Si una lista.*)/,
      '$2\n\n$1',
      'have changed places',
    ],
    ['zh/traces.md', '| 让时间流逝 |', '| |', 'is empty'],
    ['ja/traces.md', '| 時間が経過する |', '| |', 'is empty'],
    ['es/traces.md', '| deja pasar el tiempo |', '| |', 'is empty'],
    ['zh/questions.md', '[#445](', '[](', 'has no text'],
    ['es/questions.md', '[#1007](', '[](', 'has no text'],
    // Sentences lost.
    [
      'zh/traces.md',
      /(?<=读取轨迹。)命令会打印.*列出。/,
      '',
      'a sentence that is missing',
    ],
    [
      'es/questions.md',
      /La pregunta tiene su razón[^.]*\. /,
      '',
      'a sentence that is missing',
    ],
    // English left over.
    [
      'es/status.md',
      /Cada comentario del código.*/,
      'Each comment in the code and each statement of a claim counts as one section.',
      'is still English',
    ],
    // Marks.
    [
      'zh/questions.md',
      /(是纳秒：[^<]*?)。\*\*<Claim id="gc-every-3600ns" \/>/,
      '$1<Claim id="gc-every-3600ns" />。**',
      'inside a sentence',
    ],
    [
      'es/session-storage.md',
      /\. <Claim id="nil-is-absent" \/>/,
      ' <Claim id="nil-is-absent" />.',
      'inside a sentence',
    ],
    [
      'ja/session-storage.md',
      /。<Claim id="get-missing" \/>/,
      '<Claim id="get-missing" />。',
      'inside a sentence',
    ],
  ],
  texts: [
    ['zh/claims.json', '已闲置 995 s', '已闲置 959 s', '“995 s”'],
    ['ja/claims.json', '10.999', '10.99', '“10.999 s”'],
    ['es/claims.json', '10,999', '10,99', '“10.999 s”'],
    ['es/comments.json', '`key` y luego', '`clave` y luego', '`key`'],
    ['zh/comments.json', '`sid` 未知', '标识未知', '`sid`'],
    ['ja/comments.json', '{RangeError}', '{範囲}', 'RangeError'],
    ['es/comments.json', '@param maxlifetime', '@param vida', 'maxlifetime'],
    ['zh/comments.json', '@param maxlifetime', '@参数 maxlifetime', '@param'],
    ['es/claims.json', '`SessionID`', '`SessionID', 'a backtick without'],
    ['zh/claims.json', '`SessionGC` 从', 'SessionGC` 从', 'a backtick without'],
    [
      'ja/claims.json',
      /("get-missing": ")/,
      '$1<b>注意</b>',
      'would be shown as it is',
    ],
    [
      'es/claims.json',
      /("get-missing": )(".*"),\n( *"delete-removes-then-touches": )(".*")/,
      '$1$4,\n$3$2',
      'is the text of "delete-removes-then-touches"',
    ],
    [
      'es/records.json',
      / *"gc-every-3600ns\.[a-z_]+": ".*",\n/,
      '',
      'is missing',
    ],
  ],
  leftovers: [
    [
      'zh/bench.md',
      '括号里的数',
      '{{ 1 + 1 }}括号里的数',
      'looks like a template',
    ],
    [
      'es/bench.md',
      'El número entre',
      '{{ El número entre',
      'looks like a template',
    ],
    ['ja/claims.json', /("gc-empty": ")/, '$1{{ x }}', 'looks like a template'],
    ['zh/status.md', '下面的表格', '[TODO] 下面的表格', 'a note to yourself'],
    ['es/status.md', 'Las cifras', 'FIXME: Las cifras', 'a note to yourself'],
    ['ja/status.md', '下の表は', '（TODO）下の表は', 'a note to yourself'],
    ['zh/bench.md', '括号里的数', '<!-- 旧 -->括号里的数', 'is a comment'],
    ['es/traces.md', 'Si una lista', '<!-- Si una -->', 'is a comment'],
    ['ja/bench.md', '括弧内は', '<b v-if="x">括弧内</b>は', 'a program'],
    ['zh/bench.md', '括号里的数', '<i @click="x">括号</i>里的数', 'a program'],
    ['es/bench.md', 'El número entre', '<script>1</script>El', 'a program'],
  ],
  typography: [
    ['zh/bench.md', '括号里的数', '括號裡的數', 'is not simplified Chinese'],
    ['zh/status.md', '译文', '譯文', 'is not simplified Chinese'],
    ['zh/claims.json', '链表尾部开始', '鏈表尾部開始', 'is not simplified'],
    [
      'ja/bench.md',
      '手元のマシンで計測',
      '手元のマシンで计測',
      'is not Japanese',
    ],
    ['ja/status.md', '記録をもとに', '记録をもとに', 'is not Japanese'],
    ['ja/traces.md', 'セッションが20', 'ｾッションが20', 'wrong width'],
    ['zh/bench.md', 'npm run bench`。', 'npm run bench`。３', 'wrong width'],
    ['es/bench.md', 'El listado', '"El" listado', 'straight quotes'],
    ['ja/bench.md', '「作成」', '"作成"', 'straight quotes'],
    ['es/translating.md', '«Sync fork»', '«Sync fork', 'never closed'],
    ['ja/bench.md', '「作成」', '作成」', 'never opened'],
    ['ja/bench.md', '「使用」', '「使用', 'is opened twice'],
  ],
  markup: [
    ['zh/bench.md', '括号里的数', '<<<<<<< HEAD\n括号里的数', 'two versions'],
    ['es/bench.md', 'El número entre', '=======\nEl', 'two versions'],
    ['ja/bench.md', '括弧内は', '<!-- 括弧内は', 'never closed'],
  ],
  'front-matter': [
    ['zh/bench.md', /^(---\n[\s\S]*?)\n---\n/, '$1\n', 'is never closed'],
    ['es/bench.md', /^(---\n[\s\S]*?)\n---\n/, '$1\n', 'is never closed'],
    ['ja/bench.md', /^(---\n[\s\S]*?)\n---\n/, '$1\n', 'is never closed'],
  ],
  records: [
    [
      'zh/interface.json',
      /"skip": ".*"/,
      '"skip": "Skip to the text"',
      'is still English',
    ],
    ['ja/interface.json', '"閉じる"', '"Close"', 'still English'],
    ['es/interface.json', /"top": ".*"/, '"top": "Back to the top"', 'still'],
    [
      'zh/claims.json',
      /"gc-empty": ".*"/,
      '"gc-empty": "A pass of `SessionGC` over an empty store changes nothing."',
      'still English',
    ],
  ],
  characters: [
    ['zh/bench.md', /[\s\S]*/, '-\0-\0-\0\n\0', 'saved as UTF-16'],
    ['ja/status.md', /[\s\S]*/, '-\0-\0-\0\n\0', 'saved as UTF-16'],
    ['es/traces.md', /[\s\S]*/, '-\0-\0-\0\n\0', 'saved as UTF-16'],
  ],
}

/** The line, from 1, on which two texts begin to differ. */
function firstChange(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('\n'))
  return (b ?? []).findIndex((row, i) => row !== a?.[i]) + 1
}

describe('check: finds what only English shows', () => {
  for (const [name, rows] of Object.entries(mistakes)) {
    for (const [path, from, to, says] of rows) {
      const file = `docs/${path}`
      const title = `${name}: ${path}: ${String(from).slice(0, 40)} → ${to.slice(0, 30)}`
      it.runIf(isInUse(file))(title, async () => {
        const text = copy.read(file)
        copy.edit(file, (text) => text.replace(from, to))
        const line = firstChange(text, copy.read(file))
        const found = (await check(copy, md, languagesWith(file))).filter(
          (each) =>
            !before.has(formatProblem(each)) &&
            !each.message.startsWith('reworded '),
        )
        const all = found.map((each) => `${each.check} ${formatProblem(each)}`)
        const here = found.filter(
          (each) => each.check === name && each.message.includes(says),
        )
        expect(here.length, all.join('\n')).toBeGreaterThan(0)
        expect(here[0]?.file).toBe(file)
        expect(
          Math.abs((here[0]?.line ?? 0) - line),
          all.join('\n'),
        ).toBeLessThan(3)
        expect(found.length, all.join('\n')).toBeLessThan(3)
      })
    }
  }
})
