/** The project if some of its files had other texts. */
import { openProject, type Project } from '../src/project/project.ts'

/** Undefined removes a file. */
export const projectWith = (
  files: Readonly<Record<string, string | undefined>>,
  project: Project = openProject(),
): Project => ({
  ...project,
  has: (file) =>
    file in files ? files[file] !== undefined : project.has(file),
  read: (file) =>
    file in files && files[file] === undefined
      ? project.read(`${file}.gone`)
      : (files[file] ?? project.read(file)),
})
