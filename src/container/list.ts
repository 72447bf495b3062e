/** Go's `container/list`, as far as the listing and its tests need it. */

// Only this file holds these keys, so only List can write an element's links.
const owner = Symbol('owner')
const before = Symbol('before')
const after = Symbol('after')

/** A value and its place in a list. Go: `list.Element`. */
export class Element<T> {
  [owner]: List<T> | null = null;
  [before]: Element<T> | null = null;
  [after]: Element<T> | null = null

  /** An element made by hand is in no list. Go: `&list.Element{Value: v}`. */
  constructor(public value: T) {}

  /** The element behind this one, or `null`. Go: `Element.Next`. */
  next(): Element<T> | null {
    return this[after]
  }

  /** The element in front of this one, or `null`. Go: `Element.Prev`. */
  prev(): Element<T> | null {
    return this[before]
  }
}

/**
 * A doubly linked list. No method throws: an element that is not in this list
 * (another list's, or one already removed) is refused without a word, as in
 * Go. Every method takes the same time however long the list is, except
 * `init`. Go: `list.List`; `new List()` is `list.New()`.
 */
export class List<T> {
  #front: Element<T> | null = null
  #back: Element<T> | null = null
  #len = 0

  /**
   * Empties the list and returns it. Go: `List.Init`.
   *
   * The elements it had are removed one by one. Go leaves them believing that
   * they are still in the list, and using one then breaks it.
   */
  init(): this {
    while (this.#front !== null) {
      this.#unlink(this.#front)
    }
    return this
  }

  /** The number of elements. Go: `List.Len`. */
  len(): number {
    return this.#len
  }

  /** The first element, or `null` if the list is empty. Go: `List.Front`. */
  front(): Element<T> | null {
    return this.#front
  }

  /** The last element, or `null` if the list is empty. Go: `List.Back`. */
  back(): Element<T> | null {
    return this.#back
  }

  /** Adds `value` as the first element, returned. Go: `List.PushFront`. */
  pushFront(value: T): Element<T> {
    return this.#link(new Element(value), this.#front)
  }

  /** Adds `value` as the last element, returned. Go: `List.PushBack`. */
  pushBack(value: T): Element<T> {
    return this.#link(new Element(value), null)
  }

  /**
   * Takes `element` out; one that is not in this list stays where it is.
   * Go: `List.Remove`.
   * @returns The element's value, in either case.
   */
  remove(element: Element<T>): T {
    if (this.#has(element)) {
      this.#unlink(element)
    }
    return element.value
  }

  /** Makes `element` the first one. Go: `List.MoveToFront`. */
  moveToFront(element: Element<T>): void {
    // An empty list has no element that could be moved.
    this.moveBefore(element, this.#front ?? element)
  }

  /**
   * Moves `element` in front of `mark`; does nothing if they are the same or
   * one of them is not in this list. Go: `List.MoveBefore`.
   */
  moveBefore(element: Element<T>, mark: Element<T>): void {
    if (element !== mark && this.#has(element) && this.#has(mark)) {
      this.#unlink(element)
      this.#link(element, mark)
    }
  }

  #has(element: Element<T>): boolean {
    return element[owner] === this
  }

  /** Puts a free element in front of `mark`, or at the end for `null`. */
  #link(element: Element<T>, mark: Element<T> | null): Element<T> {
    const left = mark === null ? this.#back : mark[before]
    element[owner] = this
    element[before] = left
    element[after] = mark
    if (left === null) {
      this.#front = element
    } else {
      left[after] = element
    }
    if (mark === null) {
      this.#back = element
    } else {
      mark[before] = element
    }
    this.#len++
    return element
  }

  /** Takes an element out and closes the gap. */
  #unlink(element: Element<T>): void {
    const left = element[before]
    const right = element[after]
    if (left === null) {
      this.#front = right
    } else {
      left[after] = right
    }
    if (right === null) {
      this.#back = left
    } else {
      right[before] = left
    }
    element[owner] = null
    element[before] = null
    element[after] = null
    this.#len--
  }
}
