// Every page in every language opens and shows its title.
import { expect, test } from 'vitest'
import { pages } from '../site/site.ts'
import { addressNow, look, open } from './reader.ts'

test.each(pages())('%s opens without complaints', async (path) => {
  await open(path)
  await addressNow().toBe(path)
  expect(await look(() => document.querySelectorAll('h1').length)).toBe(1)
})
