// Defines mistakes, and the problem that must be reported for each.

/** A mistake in one file. */
export interface Mistake<Check extends string> {
  /** The check that must report it. */
  readonly check: Check
  /** The check and the mistake: `CHECK: a heading without an id`. */
  readonly title: string
  /** The file with the mistake. */
  readonly file: string
  /** What is replaced: the first match of a text or of a pattern. */
  from: string | RegExp
  /** The replacement; undefined deletes the file. */
  to: string | undefined
  /** The problem's file. */
  blamed: string
  /** What is on the problem's line, in the file before the mistake. */
  line: string | RegExp
  /** The number of lines that the mistake adds above this line. */
  added: number
  /** A part of the message, with the bad value or its place. */
  says: string
  /** A part of the message that says what to do. */
  remedy: string
  severity: 'error' | 'warning'
}

/** A list of mistakes: each a `slip`, its edit, perhaps `at`, and `told`. */
export class Mistakes<Check extends string> {
  readonly all: Mistake<Check>[] = []

  /** Begins a mistake in a file. */
  slip(title: `${Check}: ${string}`, file: string): Slip<Check> {
    const check = title.slice(0, title.indexOf(': ')) as Check
    const place = { blamed: file, line: '', added: 0 }
    const message = { says: '', remedy: '', severity: 'error' } as const
    const edit = { from: '', to: undefined }
    return new Slip(this, { check, title, file, ...edit, ...place, ...message })
  }
}

class Slip<Check extends string> {
  readonly #list: Mistakes<Check>
  readonly #mistake: Mistake<Check>

  constructor(list: Mistakes<Check>, mistake: Mistake<Check>) {
    this.#list = list
    this.#mistake = mistake
  }

  #set(some: Partial<Mistake<Check>>): this {
    Object.assign(this.#mistake, some)
    return this
  }

  /** Replaces a text; the problem is on its line unless `at` says otherwise. */
  turns(from: string | RegExp, to: string | undefined): this {
    return this.#set({ from, to, line: from })
  }

  /** Deletes a text. */
  drops(from: string | RegExp): this {
    return this.turns(from, '')
  }

  /** Adds a paragraph below a line that ends with `above`. */
  adds(above: string, paragraph: string): this {
    return this.turns(above, `${above}\n\n${paragraph}`).at(above, 2)
  }

  /** Says on which line the problem is. */
  at(line: string, added = 0): this {
    return this.#set({ line, added })
  }

  /** Says on which line of another file the problem is. */
  blames(blamed: string, line: string): this {
    return this.#set({ blamed, line })
  }

  /** Says what the problem's message contains. */
  told(says: string, remedy = ''): Mistakes<Check> {
    this.#list.all.push(this.#set({ says, remedy }).#mistake)
    return this.#list
  }

  /** The same for a problem that is only a warning. */
  warned(says: string, remedy: string): Mistakes<Check> {
    return this.#set({ severity: 'warning' }).told(says, remedy)
  }
}

/** The paths of the chapter, of another page, and of the comments' texts. */
export const chapter = (locale: string) => `docs/${locale}/session-storage.md`
export const traces = (locale: string) => `docs/${locale}/traces.md`
export const comments = (locale: string) => `docs/${locale}/comments.json`
