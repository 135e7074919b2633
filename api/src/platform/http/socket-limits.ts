/** Why we close a socket. Clients come back by themselves after all of these, except after 4401. */
export const SocketClose = {
  /** The session, the membership or the key is gone: sign in again. */
  SIGNED_OUT: { code: 4401, reason: 'Signed out' },
  /** Rights have changed: come back with the new ones. */
  ACCESS_CHANGED: { code: 4410, reason: 'Access has changed, connect again' },
  /** It does not read what it is sent. Nothing is lost: the cursor says where to go on. */
  TOO_SLOW: { code: 4413, reason: 'Too slow, continue from your cursor' },
  TOO_MANY_SOCKETS: { code: 4420, reason: 'Too many connections' },
  RESTARTING: { code: 1012, reason: 'Restarting, connect again' },
  BROKEN: { code: 4500, reason: 'Internal server error' },
} as const

export interface SocketLimits {
  socketsPerAddress: number
  socketsPerActor: number
  subscriptionsPerSocket: number
  /** Bytes of one message from a client. */
  maxPayload: number
  /** Bytes that may wait to be read by a client. */
  maxBuffered: number
  initTimeoutMs: number
  pingMs: number
  /** How often it is asked whether an actor is still who he was. */
  recheckMs: number
}

export const DEFAULT_SOCKET_LIMITS: SocketLimits = {
  socketsPerAddress: 200,
  socketsPerActor: 20,
  subscriptionsPerSocket: 20,
  maxPayload: 256 * 1024,
  maxBuffered: 1024 * 1024,
  initTimeoutMs: 5000,
  pingMs: 12_000,
  recheckMs: 900,
}

/** Counts what is open per key, and refuses past a limit. */
export class Tally {
  readonly #open = new Map<string, number>()

  take(key: string, limit: number): boolean {
    const open = this.#open.get(key) ?? 0
    if (open >= limit) return false
    this.#open.set(key, open + 1)
    return true
  }

  give(key: string) {
    const open = this.#open.get(key) ?? 0
    if (open > 1) this.#open.set(key, open - 1)
    else this.#open.delete(key)
  }
}
