import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { handleProtocols, makeServer } from 'graphql-ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { SharedSubscriptions } from '../contract/shared-subscription.ts'
import { networkOf } from './address.ts'
import type { GraphqlSocketsOptions } from './graphql-ws-options.ts'
import { protocolOptions, type Extra } from './graphql-ws-protocol.ts'
import { SocketConnection } from './socket-connection.ts'
import { DEFAULT_SOCKET_LIMITS, SocketClose, Tally, type SocketLimits } from './socket-limits.ts'

/** GraphQL over WebSocket (graphql-transport-ws), for both paths of one HTTP server. */
export class GraphqlSockets {
  readonly subscriptions: SharedSubscriptions
  readonly #options: GraphqlSocketsOptions
  readonly #limits: SocketLimits
  readonly #server: WebSocketServer
  readonly #protocol: ReturnType<typeof makeServer<Record<string, unknown>, Extra>>
  readonly #connections = new Set<SocketConnection>()
  readonly #addresses = new Tally()
  readonly #actors = new Tally()
  readonly #timers: NodeJS.Timeout[]
  #leaving = false
  #rechecking?: Promise<void>

  constructor(options: GraphqlSocketsOptions) {
    const limits = (this.#limits = { ...DEFAULT_SOCKET_LIMITS, ...options.limits })
    const subscriptions = new SharedSubscriptions({ schema: options.schema, format: options.formatError })
    this.#options = options
    this.subscriptions = subscriptions
    this.#protocol = makeServer(
      protocolOptions({ options, limits, subscriptions, enter: one => this.#enter(one) }),
    )
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: limits.maxPayload,
      perMessageDeflate: false,
      clientTracking: false,
      handleProtocols,
    })
    this.#timers = [
      setInterval(() => {
        for (const connection of this.#connections) connection.ping()
      }, limits.pingMs).unref(),
      setInterval(() => void this.recheck(), limits.recheckMs).unref(),
    ]
  }

  get openCount() {
    return this.#connections.size
  }

  attach(server: Server) {
    server.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head))
  }

  /** Asks who is still who he was. One question at a time, however slow the answer. */
  recheck(): Promise<void> {
    return (this.#rechecking ??= this.#recheck()
      .catch(error => this.#options.onError?.(error))
      .finally(() => {
        this.#rechecking = undefined
      }))
  }

  /** Lets clients go in small groups, so that they do not all come back in the same moment. */
  async stop(graceMs = 2000) {
    this.#leaving = true
    for (const timer of this.#timers) clearInterval(timer)
    const connections = [...this.#connections]
    const steps = 10
    for (let step = 0; step < steps && connections.length; step++) {
      for (const connection of connections.splice(0, Math.ceil(connections.length / (steps - step)))) {
        connection.close(SocketClose.RESTARTING)
      }
      await sleep(graceMs / steps)
    }
    for (const connection of this.#connections) connection.socket.terminate()
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    socket.on('error', () => socket.destroy())
    const path = (request.url ?? '').split('?')[0]!
    const status = await this.#statusOf(path, request).catch(() => 500)
    const address = this.#options.addressOf(request)
    if (status) return turnAway(socket, status)
    const network = networkOf(address)
    if (!this.#addresses.take(network, this.#limits.socketsPerAddress)) return turnAway(socket, 429)
    socket.once('close', () => this.#addresses.give(network))
    this.#server.handleUpgrade(request, socket, head, client =>
      this.#open(client, { request, path, address }),
    )
  }

  async #statusOf(path: string, request: IncomingMessage) {
    if (!this.#options.gates[path]) return 404
    if (this.#leaving) return 503
    return (await this.#options.mayConnect(request)) ? undefined : 403
  }

  #open(socket: WebSocket, arrival: { request: IncomingMessage; path: string; address: string }) {
    const connection = new SocketConnection({ socket, maxBuffered: this.#limits.maxBuffered, ...arrival })
    this.#connections.add(connection)
    const closed = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: text => connection.send(text),
        close: (code = 1000, reason = '') => connection.close({ code, reason }),
        onMessage: receive => socket.on('message', data => this.#receive(connection, receive(String(data)))),
      },
      { connection },
    )
    socket.on('error', () => socket.terminate())
    socket.once('close', (code, reason) => this.#closed(connection, code, closed(code, String(reason))))
  }

  #receive(connection: SocketConnection, handled: Promise<void>) {
    handled.catch(error => {
      this.#options.onError?.(error)
      connection.close(SocketClose.BROKEN)
    })
  }

  #closed(connection: SocketConnection, code: number, handled: Promise<void> | void) {
    this.#connections.delete(connection)
    if (connection.entered) this.#actors.give(connection.entered)
    this.#options.onClosed?.(code)
    Promise.resolve(handled).catch(error => this.#options.onError?.(error))
  }

  #enter(connection: SocketConnection) {
    const key = this.#options.actorKey(connection.actor!)
    const gone = connection.socket.readyState !== connection.socket.OPEN
    if (gone || !this.#actors.take(key, this.#limits.socketsPerActor)) {
      connection.close(SocketClose.TOO_MANY_SOCKETS)
      return false
    }
    connection.entered = key
    return true
  }

  async #recheck() {
    const groups = [...this.#byStanding().values()]
    if (groups.length === 0) return
    const standings = await this.#options.standings(groups.map(([first]) => first!.actor!))
    for (const [index, connections] of groups.entries()) {
      if (standings[index] === 'same') continue
      const how = standings[index] === 'changed' ? SocketClose.ACCESS_CHANGED : SocketClose.SIGNED_OUT
      for (const connection of connections) connection.close(how)
    }
  }

  #byStanding() {
    const groups = new Map<string, SocketConnection[]>()
    for (const connection of this.#connections) {
      if (!connection.entered) continue
      const key = this.#options.standingKey(connection.actor!)
      const group = groups.get(key)
      if (group) group.push(connection)
      else groups.set(key, [connection])
    }
    return groups
  }
}

const REASONS: Record<number, string> = {
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

function turnAway(socket: Duplex, status: number) {
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Error'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}
