/** What `npm run take` writes as one file, for the program that shows its use. */
export * from '../manager/manager.ts'
export * from '../manager/memory.ts'
