/** Chooses which rows of a long table are made: those around a step, and more. */
import { ref } from 'vue'

/** How many rows are made at once. */
const some = 200

/** The first row that is made, the row after the last, and what changes them. */
export function useShownRows() {
  const from = ref(0)
  const to = ref(some)
  return {
    from,
    to,
    some,
    earlier() {
      from.value = Math.max(from.value - some, 0)
    },
    later() {
      to.value += some
    },
    /** Begins near a row, and forgets which others were made. */
    show(row: number) {
      from.value = row < some ? 0 : row - some / 2
      to.value = from.value + some
    },
  }
}
