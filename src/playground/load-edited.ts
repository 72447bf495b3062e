/** Loads an edited port from JavaScript, in a worker. */
import * as list from '../container/list.ts'
import * as session from '../session.ts'
import * as time from '../time.ts'
import { clip } from '../trace/format.ts'
import type { Port } from '../trace/subject.ts'
import { MOST_ERROR } from './limits.ts'
import type { Code } from './messages.ts'

type Module = Record<string, unknown>
type Run = (
  require: (name: string) => unknown,
  exports: Module,
  module: { exports: Module },
) => void

/** The name of the edited file in the stack of an error. */
const fileName = 'memory.ts'

/** Lines that `new Function` puts before the code. */
const before = 2

/**
 * Loads the port. Everything that it imports comes from this worker, except an
 * edited `time`.
 * @param again Whether it is not the first copy; only that one is registered.
 * @throws Whatever the code throws.
 */
export function loadEdited(code: Code, again = false): Port {
  const modules: Record<string, unknown> = {
    '../container/list.ts': esModule(list),
    '../session.ts': {
      ...esModule(session),
      ...(again && { register: () => {} }),
    },
    '../time.ts': esModule(time),
  }
  const edited = code.time === undefined ? undefined : run(code.time, modules)
  if (edited) modules['../time.ts'] = edited
  const memory = run(`${code.memory}\n//# sourceURL=${fileName}`, modules)
  return {
    memory: memory as unknown as Port['memory'],
    time: (edited ?? time) as unknown as Port['time'],
  }
}

const esModule = (module: object) => ({ ...module, __esModule: true })

function run(code: string, modules: Module): Module {
  const exports: Module = {}
  const require = (name: string) => {
    if (Object.hasOwn(modules, name)) return modules[name]
    throw new Error(`the playground has no module ${JSON.stringify(name)}`)
  }
  const load = new Function('require', 'exports', 'module', code) as Run
  load(require, exports, { exports })
  return exports
}

/** What was thrown, with the line of the edited file if it is known. */
export function describe(thrown: unknown): string {
  try {
    const text = clip(`${thrown}`, MOST_ERROR)
    const stack = thrown instanceof Error ? `${thrown.stack}` : ''
    const line = new RegExp(`\\b${fileName}:(\\d+)`).exec(stack)?.[1]
    if (line === undefined) return text
    return `${fileName}:${Number(line) - before}: ${text}`
  } catch {
    return 'an error that cannot be shown as text'
  }
}
