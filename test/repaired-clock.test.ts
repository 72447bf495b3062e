// Tests that the repaired store's engines agree at the ends of both clocks.
import { expect, it } from 'vitest'
import { openOriginal } from '../src/evidence/original.ts'
import * as repaired from '../src/providers/repaired.ts'
import * as time from '../src/time.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'

const port = portEngine({ repaired, time })
const original = openOriginal({ provider: 'repaired' })

/** The first second and the last nanosecond that the wall clock can have. */
const first = 'clock -3628972800s'
const last = 'clock 4960961791999999999ns'
const centuries = `${first}\nwait 4611686018427ms\nwait 10999ms`

it.each([
  // Before 1885, Go measured ages by the wall clock, and the port did not.
  'init a\nclock -1008080h\nupdate a\nstamps',
  `init a\n${first}\nupdate a\nstamps => 0\ngc 1\nclock -1ns\nlist`,
  `init a\n${last}\nupdate a\nstamps => 0\ngc 1\nlist => a\nclock 1ns\nlist`,
  `init a\n${last}\nwait 0s\nupdate a\nwait 1ns\nlist`,
  // A floating-point number of milliseconds has few digits after centuries.
  ...['1s', '999999ns', '999999us', '1ns', '12345678ns'].map(
    (more) => `${centuries}\nwait ${more}\ninit a\nstamps\nwait 1s\ngc 1\nlist`,
  ),
])('repaired: the engines agree on %j', (text) => {
  const [ours, theirs] = [port, original].map((each) => each.run([parse(text)]))
  expect(ours).toEqual(theirs)
})
