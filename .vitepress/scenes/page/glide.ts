/** Lets sessions glide from their old places in a drawing to the new ones. */

/** Milliseconds of a movement. */
const duration = 450

const sessions = (drawing: Element) =>
  drawing.querySelectorAll<HTMLElement>('[data-number]')

/**
 * Notes the places of all sessions. The returned function moves the sessions of
 * the new drawing from there; readers who want less motion see no movement.
 */
export function noteSessions(drawing: Element): () => void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return () => {}
  const places = new Map<string | undefined, DOMRect>()
  for (const session of sessions(drawing)) {
    places.set(session.dataset.number, session.getBoundingClientRect())
  }
  return () => {
    // All places are read first, because each movement outdates the layout.
    const moves = [...sessions(drawing)].map((session) => ({
      session,
      from: places.get(session.dataset.number),
      to: session.getBoundingClientRect(),
    }))
    for (const { session, from, to } of moves) {
      const [x, y] = from ? [from.left - to.left, from.top - to.top] : [0, 0]
      if (from && x === 0 && y === 0) continue
      const start = from
        ? { transform: `translate(${x}px, ${y}px)` }
        : { opacity: 0 }
      session.animate([start, {}], { duration, easing: 'ease-in-out' })
    }
  }
}
