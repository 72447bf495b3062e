/** Filters the entries of the ledger. */
import { onMounted, type Ref, reactive, shallowRef, watch } from 'vue'
import { changeAddress } from '../../site/page/address.ts'

/** The longest text of a filter, in characters. */
export const longest = 100

const cut = (text: string): string => text.slice(0, longest)

/** The filters, by their names in the address; an empty one matches all. */
const asked = ['kind', 'symbol', 'q'] as const

/**
 * Filters the ledger beside `form`. The reader's choice is written into the
 * address, and a choice in the address is applied.
 */
export function useLedger(form: Readonly<Ref<HTMLElement | null>>) {
  const choice = reactive({ kind: '', symbol: '', q: '' })
  const count = shallowRef<{ shown: number; all: number }>()

  onMounted(() => {
    const given = new URLSearchParams(location.search)
    for (const name of asked) choice[name] = cut(given.get(name) ?? '')
    watch(choice, remember)
    watch(choice, show, { immediate: true })
  })

  function show(): void {
    const entries =
      form.value?.parentElement?.querySelectorAll<HTMLElement>(
        '.ledger > .entry',
      )
    let shown = 0
    for (const entry of entries ?? []) {
      entry.hidden = !fits(entry)
      if (!entry.hidden) shown++
    }
    count.value = { shown, all: entries?.length ?? 0 }
  }

  function fits(entry: HTMLElement): boolean {
    const { kind, symbol } = entry.dataset
    const words = plain(cut(choice.q)).split(/\s+/)
    const text = plain(entry.textContent)
    return (
      (!choice.kind || choice.kind === kind) &&
      (!choice.symbol || choice.symbol === symbol) &&
      words.every((word) => text.includes(word))
    )
  }

  function remember(): void {
    choice.q = cut(choice.q)
    changeAddress(({ searchParams }) => {
      for (const name of asked) {
        if (choice[name]) searchParams.set(name, choice[name])
        else searchParams.delete(name)
      }
    })
  }

  return { choice, count }
}

/** A text for comparison: in lower case and without accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
