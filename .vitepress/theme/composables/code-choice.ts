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
  const hold = inSight()
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
  hold()
}

/**
 * Notes what the reader sees. Chunks grow and shrink; the function given
 * back scrolls so that the topmost thing that is left stands where it stood.
 */
function inSight(): () => void {
  const bar = document.querySelector('.outline-bar')
  const ceiling = bar?.getBoundingClientRect().bottom ?? 0
  const parts = document.querySelectorAll(
    '.prose > div > :not(.chunk), .chunk tbody > tr',
  )
  const seen = Array.from(parts, (part) => ({ part, top: topOf(part) }))
    .filter(({ part, top }) => top >= ceiling && isDrawn(part))
    .slice(0, 20)
  // Browsers that would do the same, in their own way, must not do it as well.
  const { style } = document.documentElement
  style.overflowAnchor = 'none'
  return () => {
    const held = seen.find(({ part }) => isDrawn(part))
    const moved = held ? topOf(held.part) - held.top : 0
    window.scrollBy({ top: moved, behavior: 'instant' })
    requestAnimationFrame(() => {
      style.overflowAnchor = ''
    })
  }
}

const topOf = (part: Element): number => part.getBoundingClientRect().top

const isDrawn = (part: Element): boolean => part.getClientRects().length > 0
