/**
 * A doubly linked list whose values hold the links themselves. Go's
 * container/list keeps them in an element of its own, and list.ts mirrors that;
 * here each value costs one object and one access to memory less.
 */

/** What a value of a chain must be. */
export class Link<T> {
  /** The value in front of this one; only its chain changes it. */
  before: T | null = null
  /** The value behind this one; only its chain changes it. */
  after: T | null = null
}

/**
 * A list of values, each in one chain at a time and once. It does not check
 * that. Every method takes the same time however long the chain is.
 */
export class Chain<T extends Link<T>> {
  #front: T | null = null
  #back: T | null = null
  #len = 0

  /** The number of values. Go: `List.Len`. */
  len(): number {
    return this.#len
  }

  /** The first value, or `null` if there is none. Go: `List.Front`. */
  front(): T | null {
    return this.#front
  }

  /** The last value, or `null` if there is none. Go: `List.Back`. */
  back(): T | null {
    return this.#back
  }

  /** Adds a value that is in no chain as the first. Go: `List.PushFront`. */
  pushFront(value: T): void {
    const behind = this.#front
    value.after = behind
    if (behind === null) {
      this.#back = value
    } else {
      behind.before = value
    }
    this.#front = value
    this.#len++
  }

  /** Makes a value of this chain the first. Go: `List.MoveToFront`. */
  moveToFront(value: T): void {
    if (this.#front === value) {
      return
    }
    this.remove(value)
    this.pushFront(value)
  }

  /** Takes a value out of this chain. Go: `List.Remove`. */
  remove(value: T): void {
    const { before, after } = value
    if (before === null) {
      this.#front = after
    } else {
      before.after = after
    }
    if (after === null) {
      this.#back = before
    } else {
      after.before = before
    }
    value.before = null
    value.after = null
    this.#len--
  }
}
