/**
 * The floors of the house, for `npm run lint`: a room imports from itself and
 * from the rooms on lower floors. CONTRIBUTING.md draws them;
 * test/floors.test.ts holds that drawing to this list.
 */

/** From the ground up: the rooms of each floor, each by its folder or files. */
export const floors = [
  [
    'src/session.ts',
    'src/session-async.ts',
    'src/cookie.ts',
    'src/time.ts',
    'src/container/',
    'src/manager/',
    'src/redis/',
    'src/providers/',
  ],
  ['src/alignment/', 'src/trace/'],
  ['src/project/'],
  ['src/evidence/'],
  ['src/bench/', 'src/playground/', 'src/soak/'],
  ['src/cmd/'],
  ['.vitepress/book.ts'],
  ['.vitepress/site/'],
  ['.vitepress/scenes/'],
  ['.vitepress/weave/'],
  ['.vitepress/claims/', '.vitepress/hovers/', '.vitepress/translation/'],
  ['.vitepress/files/', '.vitepress/playground/'],
  ['.vitepress/config/', '.vitepress/theme/'],
]

const pattern = (rooms) =>
  `^(${rooms.map((room) => room.replaceAll('.', '\\.')).join('|')})`

/** The rooms of the port, which is one: they import each other as in Go. */
const port = floors[0]

const upward = floors.flatMap((rooms, floor) =>
  (rooms === port ? [rooms] : rooms.map((room) => [room])).map((own) => {
    const above = floors.slice(floor).flat()
    const others = above.filter((room) => !own.includes(room))
    return {
      name: `${own.join(' and ')} imports only from lower floors`,
      severity: 'error',
      from: { path: pattern(own) },
      to: { path: pattern(others) },
    }
  }),
)

export default {
  forbidden: [
    ...upward,
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only pages import from docs/, but for the English strings',
      severity: 'error',
      from: { pathNot: '^(docs|test)/' },
      to: { path: '^docs/', pathNot: '^docs/en/interface\\.json$' },
    },
    {
      name: 'only tests import from test/',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'what runs in a browser imports nothing of Node',
      severity: 'error',
      from: {
        path: pattern([
          ...port,
          '.vitepress/[a-z]+/page/',
          'src/trace/',
          'src/evidence/edit.ts',
          'src/evidence/mutants.ts',
          'src/playground/',
        ]),
      },
      to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the playground uses of the evidence only what runs in a browser',
      severity: 'error',
      from: { path: '^src/playground/' },
      to: {
        path: '^src/(project|evidence)/',
        pathNot: '/(edit|mutants)\\.ts$',
      },
    },
    {
      name: 'every import exists',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@localSearchIndex$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.vitepress/(dist|cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
