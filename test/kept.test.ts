/** Tests that a kept result is the one of these inputs. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kept } from '../src/project/kept.ts'
import { openProject } from '../src/project/project.ts'
import { newFolder } from './folder.ts'

describe('kept', () => {
  const folder = newFolder('kept')
  const project = openProject(folder)
  let made = 0
  const ask = (...inputs: string[]) =>
    kept(project, 'sum', inputs, () => ({ made: ++made }))

  it.each([
    ['the first time, it is made', ['a', 'b'], 1],
    ['the same inputs give what was kept', ['a', 'b'], 1],
    ['another input makes it anew', ['a', 'c'], 2],
    ['an input less makes it anew', ['a'], 3],
    ['inputs that are cut elsewhere make it anew', ['ab'], 4],
  ])('%s', (_, inputs, want) => {
    expect(ask(...inputs)).toEqual({ made: want })
  })

  it.each([
    ['half a file', (text: string) => text.slice(0, -9)],
    ['an empty file', () => ''],
    ['a file of something else', () => '[]'],
  ])('%s makes it anew, and mends the file', (_, change) => {
    const [path = ''] = readdirSync(folder, {
      recursive: true,
      encoding: 'utf8',
    })
      .filter((name) => name.endsWith('sum.json'))
      .map((name) => join(folder, name))
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    const before = made
    expect(ask('ab')).toEqual({ made: before + 1 })
    expect(ask('ab')).toEqual({ made: before + 1 })
  })
})
