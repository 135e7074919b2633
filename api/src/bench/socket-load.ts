import { once } from 'node:events'
import { WebSocket } from 'ws'
import { HttpWire, WrittenRequest, type HttpRequest } from './http-wire.ts'

export interface SocketToOpen {
  headers?: Record<string, string>
  /** Subscribes with this, and is ready with the first event; else it is ready at once. */
  subscribe?: string
}

export interface SocketsToOpen {
  group: string
  url: string
  protocol?: string
  sockets: SocketToOpen[]
}

const AT_ONCE = 50
const groups = new Map<string, WebSocket[]>()
let received: (data: WebSocket.RawData) => void = () => {}

export async function openSockets({ group, url, protocol, sockets }: SocketsToOpen): Promise<void> {
  const open: WebSocket[] = []
  for (let at = 0; at < sockets.length; at += AT_ONCE) {
    const some = sockets.slice(at, at + AT_ONCE)
    open.push(...await Promise.all(some.map(socket => openSocket(url, protocol, socket))))
  }
  groups.set(group, open)
}

async function openSocket(url: string, protocol: string | undefined, { headers, subscribe }: SocketToOpen) {
  const socket = new WebSocket(url, protocol ?? [], { headers, perMessageDeflate: false, skipUTF8Validation: true })
  // “once” below then rejects, where it would wait for ever.
  socket.once('close', (code, reason) => socket.emit('error', new Error(`The server closed the socket: ${code} ${reason}`)))
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
  group: string
  port: number
  /** Makes the server send one message to the whole group. */
  trigger: HttpRequest
  messages: number
}

export interface Broadcasts {
  seconds: number
  /** From the request until one had it, for each message and socket. */
  times: number[]
  /** The last message, as it came. */
  message: string
}

/** One message after the other: the next is asked for when everybody has the one before. */
export async function broadcastLoad({ group, port, trigger, messages }: BroadcastLoad): Promise<Broadcasts> {
  const broadcast = { wire: await HttpWire.open(port), request: new WrittenRequest(trigger), size: groups.get(group)!.length }
  const times: number[] = []
  let message = ''
  const started = performance.now()
  for (let index = 0; index < messages; index++) message = await toAll(broadcast, times)
  const seconds = (performance.now() - started) / 1000
  broadcast.wire.close()
  return { seconds, times, message }
}

interface Broadcast {
  wire: HttpWire
  request: WrittenRequest
  size: number
}

async function toAll({ wire, request, size }: Broadcast, times: number[]): Promise<string> {
  const { promise: delivered, resolve } = Promise.withResolvers<string>()
  let missing = size
  const started = performance.now()
  received = data => {
    times.push(performance.now() - started)
    if (--missing === 0) resolve(String(data))
  }
  const [{ status, body }, message] = await Promise.all([wire.ask(request), delivered])
  if (status !== 200 || body.includes('"errors"')) throw new Error(`The server answered ${status}: ${body.slice(0, 500)}`)
  return message
}

export async function closeSockets(_: object): Promise<void> {
  for (const socket of [...groups.values()].flat()) socket.removeAllListeners('close').terminate()
  groups.clear()
}
