/** Refuses steps that were not made by the side that they are said to be of. */
import { isOfOriginal } from './conversation.ts'
import type { Engine, Step } from './engine.ts'
import { IdentityError } from './identity.ts'
import { isOfPort } from './port.ts'

type Side = Engine['name']

const isOf: Record<Side, (step: Step) => boolean> = {
  port: isOfPort,
  original: isOfOriginal,
}

const makers: Record<Side, string> = {
  port: 'the port, which openPort of src/evidence/runs.ts opens',
  original:
    'a program that has shown that it is the original, which openOriginal of src/evidence/original.ts opens',
}

/**
 * Checks that one side has made all these steps.
 * @throws {IdentityError} If it has not made one of them.
 */
export function checkSide(side: Side, steps: readonly Step[]): void {
  const strange = steps.find((step) => !isOf[side](step))
  if (!strange) return
  throw new IdentityError(
    `the ${side} did not make the step ${JSON.stringify(strange.text)} that is said to be its own; give only steps of ${makers[side]}`,
    side,
  )
}

/**
 * Checks that each side has made its steps, before they are compared or shown.
 * @throws {IdentityError} If one has not.
 */
export function checkSides(
  port: readonly Step[],
  original: readonly Step[],
): void {
  checkSide('port', port)
  checkSide('original', original)
}
