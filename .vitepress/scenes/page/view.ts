/** Brings lit lines into the part of the window that nothing covers. */

/** Pixels between the lines and the edges of that part. */
const margin = 12

/**
 * Waits until the browser draws. It lays the page out then in any case; to
 * measure in the task of a key would make that task twice as long.
 */
export const nextFrame = (): Promise<unknown> =>
  new Promise(requestAnimationFrame)

/** The top and the bottom of the part of the window that nothing covers. */
function open(player: Element): readonly [top: number, bottom: number] {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement)
  const top = Number.parseFloat(scrollPaddingTop) || 0
  const bench = player.getBoundingClientRect()
  const docked = bench.height > 0 && bench.top > top + margin
  return [top, docked ? bench.top : window.innerHeight]
}

/**
 * Scrolls, if it must, to the first chunk of these lines, as far as it takes.
 * @param player The place of the player, which may cover a part of the window.
 * @returns Whether one of the lines is in view.
 */
export function bringIntoView(
  lines: readonly Element[],
  player: Element | null,
): boolean {
  if (lines.length === 0 || !player) return true
  const shown = lines.filter((line) => line.getClientRects().length > 0)
  const [top, bottom] = open(player)
  const isIn = (line: Element) => {
    const box = line.getBoundingClientRect()
    return box.top >= top && box.bottom <= bottom
  }
  // Far lines are laid out only when they come near: then their place is known.
  for (let tries = 0; tries < 3; tries++) {
    const chunk = (shown.find(isIn) ?? shown[0])?.closest('.chunk')
    const boxes = shown
      .filter((line) => line.closest('.chunk') === chunk)
      .map((line) => line.getBoundingClientRect())
    const first = Math.min(...boxes.map((box) => box.top)) - top - margin
    const last = Math.max(...boxes.map((box) => box.bottom)) - bottom + margin
    const by = first < 0 ? first : Math.min(first, Math.max(last, 0))
    if (!chunk || Math.abs(by) < 1) break
    window.scrollBy({ top: by, behavior: 'instant' })
  }
  return shown.some(isIn)
}

/** Scrolls the player to the session to which something happens. */
export function showSession(player: Element | null): void {
  const bench = player?.closest('.workbench')
  const row = bench
    ?.querySelector('.scene-card:is(.looked, .touched, .created, .removed)')
    ?.closest('.scene-place')
  const now = bench?.querySelector('.scene-now')?.getBoundingClientRect()
  if (!bench || !row || !now) return
  const [box, around] = [row, bench].map((each) => each.getBoundingClientRect())
  if (!box || !around) return
  const top = now.left > box.left + 1 ? around.top : now.bottom
  const above = Math.min(box.top - top, 0)
  bench.scrollTop += above || Math.max(box.bottom - around.bottom, 0)
}
