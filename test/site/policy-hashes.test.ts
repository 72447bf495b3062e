/** Tests the policies that the README tells publishers to send. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pagePolicy } from '../policy.ts'

const dist = '.vitepress/dist'

/** A script that is part of a page. */
const inline = /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs

test('README: its policy has the hashes of the scripts in the pages', () => {
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?!assets).*\.html$/.test(file))
    .flatMap((file) => [
      ...readFileSync(`${dist}/${file}`, 'utf8').matchAll(inline),
    ])
    .map(([, script = '']) => script)
  const hashes = [...new Set(scripts)].map(
    (script) =>
      `sha256-${createHash('sha256').update(script).digest('base64')}`,
  )
  expect(hashes.length).toBeGreaterThan(3)
  const named = [...pagePolicy.matchAll(/'(sha256-[^']+)'/g)]
  expect(named.map(([, hash]) => hash).sort()).toEqual(hashes.sort())
})
