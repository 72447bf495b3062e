/** Compares the speed of the original in a page with its speed in Node. */
import { readdirSync } from 'node:fs'
import { build, type Rolldown } from 'vite'
import {
  readClaims,
  traceFile,
  tracesOf,
} from '../../../src/evidence/claims.ts'
import { openOriginal } from '../../../src/evidence/original.ts'
import { openProject } from '../../../src/project/project.ts'
import { parse } from '../../../src/trace/parse.ts'
import { openContext, type Site } from '../site.ts'
import { type Finding, originalRatio } from './limits.ts'

/** How often both run all traces of the claims, in turn. */
const rounds = 5

/** What `engine.ts`, bundled for a page, exports. */
interface InPage {
  load(address: string): Promise<(texts: readonly string[]) => number>
}

/** The finding, which depends on the machine, so it is a goal. */
export async function* originalSpeed(site: Site): AsyncGenerator<Finding> {
  const project = openProject()
  const texts = tracesOf(readClaims(project)).map((id) =>
    project.read(traceFile(id)),
  )
  const traces = texts.map((text) => parse(text))
  const engine = openOriginal()
  const context = await openContext(site.browser)
  try {
    const page = await context.newPage()
    await page.goto(`${site.address}/playground`)
    await page.evaluate(await bundle())
    const program = readdirSync('.vitepress/dist/assets').find((file) =>
      file.endsWith('.wasm'),
    )
    const address = `${site.address}/assets/${program}`
    const run = await page.evaluateHandle(
      (from) => (Reflect.get(window, 'inPage') as InPage).load(from),
      address,
    )
    const ratios: number[] = []
    for (let n = 0; n < rounds; n++) {
      const inPage = await run.evaluate((now, all) => now(all), texts)
      const begun = performance.now()
      engine.run(traces)
      ratios.push(inPage / (performance.now() - begun))
    }
    yield {
      what: `time of the original in a page, divided by Node's, median of ${rounds} rounds`,
      figure: ratios.sort((a, b) => a - b)[(rounds - 1) / 2] ?? 0,
      limit: originalRatio,
      bound: 'at most',
      unit: '',
      goal: true,
    }
  } finally {
    await context.close()
  }
}

/** The engine as a script that a page can run. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: 'test/site/audit/engine.ts',
        formats: ['iife'],
        name: 'inPage',
      },
    },
  })) as Rolldown.RolldownOutput[]
  const [chunk] = built.flatMap(({ output }) => output)
  if (chunk?.type !== 'chunk') throw new Error('the engine was not bundled')
  // The page's functions do not see the variables of this script.
  return `${chunk.code}\nwindow.inPage = inPage`
}
