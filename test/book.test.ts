/** Only `.vitepress/book.ts` says which book the site shows. */
import { expect, it } from 'vitest'
import { chapter, programs } from '../.vitepress/book.ts'
import { readPrograms } from '../.vitepress/weave/programs.ts'
import { openProject } from '../src/project/project.ts'

const project = openProject()

/** What only this book has: its files, its chapter and the listing's chunks. */
const own = [
  chapter,
  ...programs.flatMap(({ listing, port }) => [listing, port]),
  ...(readPrograms(project)[0]?.pairs ?? [])
    .map(({ name }) => name.split('.').at(-1) ?? name)
    // The others are words of Go, or of every book about stores.
    .filter((name) => /^(Session|pder$)/.test(name)),
]

const files = project
  .below('.vitepress')
  .filter((file) => /\.(ts|vue)$/.test(file) && !/\/(dist|cache)\//.test(file))

it('book: no other file of .vitepress names a file or a chunk of it', () => {
  const naming = files.filter((file) => {
    const text = project.read(file)
    return own.some((name) => new RegExp(`\\b${name}\\b`).test(text))
  })
  expect(naming).toEqual(['.vitepress/book.ts'])
})
