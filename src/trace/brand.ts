/** Marks objects in a way that no copy of them keeps and nobody can imitate. */

/** Gives a subclass's private fields to an existing object. */
class Existing {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is its purpose.
    return object
  }
}

/** A mark of its own for the caller. A WeakSet would be ten times slower. */
export function newBrand() {
  return class Brand extends Existing {
    readonly #marked = true

    static mark(object: object): void {
      new Brand(object)
    }

    static has(object: object): boolean {
      return #marked in object && object.#marked
    }
  }
}
