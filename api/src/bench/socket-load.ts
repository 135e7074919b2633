import { once } from 'node:events'
import { WebSocket } from 'ws'
import { HttpWire, WrittenRequest, type HttpRequest } from './http-wire.ts'

export interface SocketsToOpen {
  url: string
  protocol?: string
  sockets: SocketToOpen[]
}

export interface SocketToOpen {
  headers?: Record<string, string>
  /** Subscribes with this, and is ready with the first event; else it is ready at once. */
  subscribe?: string
}

const AT_ONCE = 50
let open: WebSocket[] = []
let received: (data: WebSocket.RawData) => void = () => {}

export async function openSockets({ url, protocol, sockets }: SocketsToOpen): Promise<void> {
  for (let at = 0; at < sockets.length; at += AT_ONCE) {
    const group = sockets.slice(at, at + AT_ONCE)
    open.push(...await Promise.all(group.map(socket => openSocket(url, protocol, socket))))
  }
}

async function openSocket(url: string, protocol: string | undefined, { headers, subscribe }: SocketToOpen) {
  const socket = new WebSocket(url, protocol ?? [], { headers, perMessageDeflate: false, skipUTF8Validation: true })
  await once(socket, 'open')
  if (subscribe) await begin(socket, subscribe)
  return socket.on('message', data => received(data))
}

async function begin(socket: WebSocket, subscribe: string) {
  socket.send('{"type":"connection_init"}')
  await once(socket, 'message')
  socket.send(subscribe)
  const [first] = await once(socket, 'message')
  if (!String(first).includes('"next"')) throw new Error(`Not subscribed: ${first}`)
}

export interface BroadcastLoad {
  port: number
  /** Makes the server send one message to all who are there. */
  trigger: HttpRequest
  messages: number
}

export interface Broadcasts {
  /** From the request until the last one had it, for each message. */
  whole: number[]
  /** From the request until one had it, for each message and socket. */
  deliveries: number[]
  /** The last message, as it came. */
  message: string
}

/** One message after the other: the next is asked for when everybody has the one before. */
export async function broadcastLoad({ port, trigger, messages }: BroadcastLoad): Promise<Broadcasts> {
  const wire = await HttpWire.open(port)
  const request = new WrittenRequest(trigger)
  const result: Broadcasts = { whole: [], deliveries: [], message: '' }
  for (let index = 0; index < messages; index++) await broadcast(wire, request, result)
  wire.close()
  return result
}

async function broadcast(wire: HttpWire, request: WrittenRequest, result: Broadcasts) {
  const { promise: delivered, resolve } = Promise.withResolvers<void>()
  let missing = open.length
  const started = performance.now()
  received = data => {
    result.deliveries.push(performance.now() - started)
    if (--missing > 0) return
    result.message = String(data)
    resolve()
  }
  const [{ status, body }] = await Promise.all([wire.ask(request), delivered])
  if (status !== 200 || body.includes('"errors"')) throw new Error(`The server answered ${status}: ${body.slice(0, 500)}`)
  result.whole.push(result.deliveries.at(-1)!)
}

export async function closeSockets(_: object): Promise<void> {
  for (const socket of open) socket.terminate()
  open = []
}
