/** Names of keys, and WebDriver's actions for keys and for the pointer. */

/** The characters by which WebDriver names keys that write nothing. */
const named: Readonly<Record<string, string>> = {
  Shift: '\uE008',
  Control: '\uE009',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

const source = (actions: readonly object[]) => [
  { type: 'key', id: 'keyboard', actions },
]

/** Presses keys together, such as `Control+a`. */
export function chord(keys: string): object[] {
  const values = keys.split(/(?<=.)\+/).map((key) => named[key] ?? key)
  const down = values.map((value) => ({ type: 'keyDown', value }))
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }))
  return source([...down, ...up])
}

/** Presses the keys of a text, one after the other. */
export const typing = (text: string): object[] =>
  source(
    [...text]
      .map((character) => (character === '\n' ? named.Enter : character))
      .flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
  )

/** Clicks at a place of the window. */
export const clickAt = ({ x, y }: { x: number; y: number }): object[] => [
  {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', x, y, origin: 'viewport', duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
]
