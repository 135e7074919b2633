import type { IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Actor } from '../actor.ts'
import { SocketClose } from './socket-limits.ts'

export interface ConnectionOptions {
  socket: WebSocket
  request: IncomingMessage
  path: string
  address: string
  maxBuffered: number
}

const PATIENCE_AFTER_CLOSE = 5000

/** One client at the other end of a socket. */
export class SocketConnection {
  readonly id = randomUUID()
  readonly socket: WebSocket
  readonly request: IncomingMessage
  readonly path: string
  readonly address: string
  readonly #maxBuffered: number
  actor?: Actor
  /** The key it is counted under, once it was let in. */
  entered?: string
  alive = true

  constructor({ socket, request, path, address, maxBuffered }: ConnectionOptions) {
    this.socket = socket
    this.request = request
    this.path = path
    this.address = address
    this.#maxBuffered = maxBuffered
    socket.on('pong', () => {
      this.alive = true
    })
  }

  get userAgent() {
    return this.request.headers['user-agent'] ?? ''
  }

  /** A client that does not read would have us keep everything for it. */
  send(text: string | Buffer) {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > this.#maxBuffered) this.close(SocketClose.TOO_SLOW)
    else this.socket.send(text, { binary: false })
  }

  close({ code, reason }: { code: number; reason: string }) {
    this.socket.close(code, reason)
    setTimeout(() => this.socket.terminate(), PATIENCE_AFTER_CLOSE).unref()
  }

  /** Half-open connections look open until somebody asks. */
  ping() {
    if (!this.alive) return this.socket.terminate()
    this.alive = false
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping()
  }
}
