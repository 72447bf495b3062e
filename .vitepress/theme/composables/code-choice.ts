/** Both sides of the code, or one alone: remembered, and in the address. */
import { nextTick, onMounted, ref } from 'vue'
import { type CodeChoice, memory } from '../../config/code-choice.ts'

/** In the order in which they are offered. */
export const choices = ['both', 'go', 'typescript'] as const

// The server cannot know the choice; the head of the page has settled it.
const choice = ref<CodeChoice>()

/** The present choice, and how to change it. */
export function useCodeChoice() {
  onMounted(() => {
    choice.value ??= document.documentElement.dataset.code as CodeChoice
  })
  return { choice, choose }
}

async function choose(chosen: CodeChoice): Promise<void> {
  const held = firstInSight()
  const before = held?.getBoundingClientRect().top ?? 0
  choice.value = chosen
  document.documentElement.dataset.code = chosen
  try {
    localStorage.setItem(memory, chosen)
  } catch {
    // Then it holds for this visit.
  }
  const address = new URL(location.href)
  if (chosen === 'both') address.searchParams.delete('code')
  else address.searchParams.set('code', chosen)
  history.replaceState(history.state, '', address)
  await nextTick()
  const after = held?.getBoundingClientRect().top ?? 0
  window.scrollBy({ top: after - before, behavior: 'instant' })
}

/** What the reader looks at, and must still see when chunks grow or shrink. */
function firstInSight(): Element | undefined {
  const bar = document.querySelector('.outline-bar')
  const top = bar?.getBoundingClientRect().bottom ?? 0
  return [...document.querySelectorAll('.prose > div > *')].find(
    (block) => block.getBoundingClientRect().bottom > top,
  )
}
