/** Stores which sides of the code are shown, and keeps it in the address. */
import { nextTick, onMounted, ref } from 'vue'
import { type CodeChoice, memory } from '../../site/code-choice.ts'
import { changeAddress } from '../../site/page/address.ts'

/** The choices in the order in which they are offered. */
export const choices = ['both', 'go', 'typescript'] as const

// The server cannot know the choice; a script in the page's head has made it.
const choice = ref<CodeChoice>()

/** The current choice, and a function that changes it. */
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
    // Without storage, the choice is valid for this visit only.
  }
  changeAddress(({ searchParams }) => {
    if (chosen === 'both') searchParams.delete('code')
    else searchParams.set('code', chosen)
  })
  await nextTick()
  hold()
}

/**
 * Notes what the reader sees, because chunks grow and shrink. The returned
 * function scrolls the topmost part that is still visible back to its place.
 */
function inSight(): () => void {
  const bar = document.querySelector('.site-header')
  const ceiling = bar?.getBoundingClientRect().bottom ?? 0
  const parts = document.querySelectorAll(
    '.prose > div > :not(.chunk), .chunk tbody > tr',
  )
  const seen = Array.from(parts, (part) => ({ part, top: topOf(part) }))
    .filter(({ part, top }) => top >= ceiling && isDrawn(part))
    .slice(0, 20)
  // The browser's own scroll anchoring would scroll a second time.
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
