/** A command is not valid. The message says why. */
export class Misunderstood extends Error {}
