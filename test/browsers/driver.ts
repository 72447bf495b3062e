/** What the tests need of a browser, the same for Firefox and for WebKit. */

/** A browser with one window, driven from outside with WebDriver. */
export interface Driver {
  /** Opens an address and waits until the page is loaded. */
  open(address: string): Promise<void>
  /**
   * Runs code in the page.
   * @param script An expression whose value is a promise of a string.
   * @returns That string.
   * @throws {Error} What the code throws.
   */
  run(script: string): Promise<string>
  /** Presses keys and moves the pointer, as WebDriver's actions state it. */
  perform(actions: readonly object[]): Promise<void>
  /** Gives the page this size in CSS pixels, if the browser can. */
  resize(width: number, height: number): Promise<void>
  /** A picture of the visible part of the page, as PNG. */
  picture(): Promise<Buffer>
  /** Ends the session. The browser then accepts another one. */
  close(): Promise<void>
}

/** A browser, which starts once and then serves one test file after another. */
export interface Browser {
  /** @returns Where it takes commands, and a function that ends it. */
  start(): Promise<{ readonly address: string; stop(): Promise<void> }>
  connect(address: string): Promise<Driver>
}
