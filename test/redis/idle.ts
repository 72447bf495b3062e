/** A program with a store that it asks no more; it must end by itself. */
import { open } from '../../src/providers/redis.ts'

const [, , url = '', how] = process.argv
const provider = await open(url, 10)
const session = await provider.sessionInit('idle')
await session.set('a', 1)
console.log(await session.get('a'))
if (how === 'closed during a call') session.get('a').catch(() => {})
if (how !== 'unused') provider.close()
