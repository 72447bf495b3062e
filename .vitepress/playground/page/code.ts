/** The code of the port in the page: its text, its presets and its use. */
import type { EditorView } from '@codemirror/view'
import { computed, onUnmounted, ref, shallowRef, watch } from 'vue'
import type { Code } from '../../../src/playground/messages.ts'
import { fetchJson } from '../../site/page/fetch.ts'
import { loaded } from '../../site/page/lazy.ts'
import { useSite } from '../../site/page/site.ts'
import { type PlaygroundData, type PortData, portPath } from '../data.ts'
import { changedLines } from './changed-lines.ts'
import { type ShownClaim, useAllClaims } from './claims.ts'
import { changesOf, makeCodeEditor } from './code-editor.ts'
import { CompileError, compile, problemsIn } from './compile.ts'
import { codeOf } from './go-gutter.ts'
import { pause } from './runs.ts'
import { usePlayground } from './state.ts'

/** The edited port of the page. */
export function useCode(data: PlaygroundData) {
  const { asked, edited, store, typing } = usePlayground()
  const { language } = useSite()
  const port = shallowRef<PortData>()
  const text = ref('')
  const preset = ref('')
  const own = ref(false)
  const go = ref('')
  const claims = useAllClaims(data.examples)
  let view: EditorView | undefined
  let parent: HTMLElement | undefined
  let choosing = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function open(place: HTMLElement): Promise<void> {
    parent = place
    port.value = await loaded(() =>
      fetchJson<PortData>(portPath(language.value)),
    )
    show('')
    watch(
      asked,
      ({ edit }) => {
        if (edit !== undefined) choose(edit)
      },
      { immediate: true },
    )
  }

  /** Shows the port with a preset's edits, and runs the trace on it. */
  function choose(name: string): void {
    show(name)
    use(true)
  }

  /** Shows the port with the edits of a preset; '' is the unedited port. */
  function show(name: string): void {
    const rows = port.value?.rows
    if (!rows || !parent) return
    claims.clear()
    choosing = true
    view?.destroy()
    view = makeCodeEditor({
      parent,
      rows,
      label: data.texts.edit.code,
      onChange(now) {
        text.value = now
        if (choosing) return
        own.value = true
        typing.value = true
        claims.clear()
        clearTimeout(waiting)
        waiting = setTimeout(() => use(true), pause)
      },
      onLine: (line) => {
        go.value = line
      },
    })
    text.value = codeOf(rows)
    const changes = changesOf(name, text.value)
    const [first] = changes
    view.dispatch({
      changes,
      ...(first && { selection: { anchor: first.from } }),
      scrollIntoView: true,
    })
    choosing = false
    preset.value = name
    own.value = false
  }

  /**
   * Compiles the text; undefined if that is not possible.
   * @param above Whether the trace of the page shall run on it.
   */
  function use(above: boolean): Code | undefined {
    if (above) clearTimeout(waiting)
    if (!port.value) return undefined
    try {
      const code = compile(text.value, preset.value, port.value.time)
      const name = own.value ? undefined : preset.value
      current = { name, code }
      if (above) {
        store.value = 'memory'
        edited.value = name === '' ? undefined : current
        typing.value = false
      }
      return code
    } catch (error) {
      if (error instanceof CompileError) return undefined
      throw error
    }
  }

  onUnmounted(() => {
    clearTimeout(waiting)
    claims.stop()
    view?.destroy()
  })
  const problem = computed(() => problemsIn(text.value)[0])
  const changed = computed(() =>
    changedLines(codeOf(port.value?.rows ?? []), text.value),
  )
  return { open, port, preset, own, problem, changed, go, choose, use, claims }
}

/** The port that was compiled last. */
let current: { name: string | undefined; code: Code } | undefined

/** Shows a claim's trace on the edited port, at the first difference. */
export function openClaim({ example, at }: ShownClaim): void {
  const state = usePlayground()
  state.text.value = example.trace
  state.store.value = 'memory'
  state.edited.value = current?.name === '' ? undefined : current
  state.at.value = Math.max(at, 0)
}
