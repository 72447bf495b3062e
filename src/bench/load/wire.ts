/**
 * One connection of a visitor, which carries one request at a time. Node's own
 * client would take more time than the servers that are measured.
 */
import { connect, type Socket } from 'node:net'

/** What a server answered. */
export interface Answer {
  readonly status: number
  /** The cookie that it set, as `name=value`; the empty string if none. */
  readonly cookie: string
  readonly body: string
}

/** The body of an answer must have a `Content-Length`. */
const head = /^HTTP\/1\.1 (\d+).*\r\ncontent-length: (\d+)/is
const setCookie = /\r\nset-cookie: ([^;\r]*)/i

export class Wire {
  private socket: Socket | undefined
  private text = ''
  private done: (answer: Answer) => void = () => {}
  private fail: (error: Error) => void = () => {}

  constructor(private readonly port: number) {}

  /** Ends the connection; the next request opens another one. */
  close(): void {
    this.socket?.destroy()
    this.socket = undefined
  }

  /**
   * Sends a request and waits for the answer.
   * @param line Its method and its path, such as `GET /`.
   * @throws {Error} If the connection ends before.
   */
  send(line: string, cookie: string): Promise<Answer> {
    return new Promise((done, fail) => {
      this.done = done
      this.fail = fail
      this.text = ''
      this.socket ??= this.open()
      this.socket.write(
        `${line} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n` +
          `${cookie && `Cookie: ${cookie}\r\n`}\r\n`,
      )
    })
  }

  private open(): Socket {
    const socket = connect({
      port: this.port,
      host: '127.0.0.1',
      noDelay: true,
    })
    socket.setEncoding('latin1')
    socket.on('data', (text) => this.read(String(text)))
    socket.on('error', () => {}) // 'close' follows
    socket.on('close', () => {
      if (this.socket !== socket) return
      this.socket = undefined
      this.fail(new Error('the connection ended'))
    })
    return socket
  }

  private read(text: string): void {
    this.text += text
    const end = this.text.indexOf('\r\n\r\n')
    if (end < 0) return
    const found = this.text.slice(0, end)
    const [, status, length] = head.exec(found) ?? []
    if (length === undefined) {
      this.socket?.destroy(new Error('want an answer with its length'))
      return
    }
    const body = this.text.slice(end + 4)
    if (body.length < Number(length)) return
    const cookie = setCookie.exec(found)?.[1] ?? ''
    this.done({ status: Number(status), cookie, body })
  }
}
