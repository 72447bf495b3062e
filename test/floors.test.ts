// CONTRIBUTING.md draws the floors as `npm run lint` checks them.
import { expect, it } from 'vitest'
// @ts-expect-error A file of configuration has no types.
import { floors } from '../.dependency-cruiser.mjs'
import { openProject } from '../src/project/project.ts'

const project = openProject()

it('floors: CONTRIBUTING.md draws the rooms of each floor', () => {
  const rows = project
    .read('CONTRIBUTING.md')
    .matchAll(/^\| (\d+) \| (.*?) \|/gm)
  const drawn = [...rows].map(([, floor, rooms = '']) => [
    Number(floor),
    rooms.split(', ').map((room) => room.replaceAll('`', '')),
  ])
  const wanted = (floors as string[][]).map((rooms, i) => [i + 1, rooms])
  expect(drawn).toEqual(wanted.reverse())
})

it.each(['src', '.vitepress'])('floors: all of %s is on a floor', (top) => {
  const made = ['dist', 'cache']
  const rooms = (floors as string[][])
    .flat()
    .map((room) => room.replace(/\/$/, ''))
  const there = project.list(top).filter((name) => !made.includes(name))
  expect(rooms).toEqual(
    expect.arrayContaining(there.map((name) => `${top}/${name}`)),
  )
})
