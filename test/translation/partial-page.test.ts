// A page of which some sections are still English says so, and only of those.
import {
  createMarkdownRenderer,
  disposeMdItInstance,
  type MarkdownRenderer,
} from 'vitepress'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { claimMark } from '../../.vitepress/claims/mark.ts'
import { interfaceOf } from '../../.vitepress/site/interface.ts'
import { proseOnly } from '../../.vitepress/site/prose-only.ts'
import { translation } from '../../.vitepress/translation/site/plugin.ts'
import { weave } from '../../.vitepress/weave/index.ts'
import { copyProject } from '../weave/copy.ts'

const copy = copyProject()
let md: MarkdownRenderer
beforeAll(async () => {
  // VitePress keeps one renderer a process, whatever it was made for.
  disposeMdItInstance()
  md = await createMarkdownRenderer(`${copy.root}docs`, {
    highlight: (code) => code,
    config(md) {
      proseOnly(md)
      weave(md, { project: copy, claimMark })
      translation(md, copy)
    },
  })
})
afterEach(() => copy.mend())

function render(file: string, text = copy.read(file)): string {
  const path = `${copy.root}${file}`
  const env = { path, realPath: path, relativePath: file, src: text }
  return md.renderer.render(md.parse(text, env), md.options, env)
}

/** The last section of a page. */
const lastOf = (text: string) => text.split(/(?=^## )/m).at(-1) ?? ''

it('notes: are below the English sections alone, which name their language', () => {
  const file = 'docs/es/traces.md'
  const english = lastOf(copy.read('docs/en/traces.md'))
  expect(english).toContain('{#time}')
  copy.edit(file, (text) => text.replace(lastOf(text), english))
  for (const id of ['time', 'title']) {
    copy.edit('docs/es/translated.jsonl', (text) =>
      text.replace(new RegExp(`^\\{"section":"traces#${id}".*\\n`, 'm'), ''),
    )
  }
  const html = render(file)
  const { untranslated } = interfaceOf('es').translation
  expect(html.split(untranslated)).toHaveLength(2)
  const [above = '', below = ''] = html.split(untranslated)
  expect(above).toContain('<h2 id="time" tabindex="-1" lang="en"')
  expect(below).toContain('<p lang="en">You never wait for a trace.')
  expect(above.match(/lang="en"/g)).toHaveLength(1)
})

it('proseOnly: Vue has nothing to evaluate in a text', () => {
  const text =
    '# A {{ 1 + 1 }} {#a}\n\nB {{ 2 }} and {{\n\n<b>{{ 3 }}</b>\n\n`{{ 4 }}`\n'
  const html = render('docs/en/x.md', text)
  // Vue does not evaluate attributes.
  const evaluated = html.replace(/="[^"]*"/g, '')
  expect(evaluated).not.toContain('{{')
  expect(html).toContain('&#123;&#123; 1 + 1 &#125;&#125;')
})
