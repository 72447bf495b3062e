/** The register works alone: this file loads no store of the project. */
import { expect, it } from 'vitest'
import * as session from '../src/session.ts'

it('register: newManager finds a store that took a free name', () => {
  const refuse = () => {
    throw new Error('the manager asks for nothing yet')
  }
  session.register('alone', {
    sessionInit: refuse,
    sessionRead: refuse,
    sessionDestroy: refuse,
    sessionGC: refuse,
  })
  const manager = session.newManager('alone', 'gosessionid', 3600)
  expect(manager).toBeInstanceOf(session.Manager)
})
