import type { Sample } from './figures.ts'
import { HttpWire, WrittenRequest, type HttpRequest } from './http-wire.ts'

export interface HttpLoad {
  port: number
  /** What each client asks, one thing after the other, again and again. */
  clients: HttpRequest[][]
  seconds: number
  /** Part of every right answer. */
  expected: string
}

/** As many clients as there are lists of requests, each asking as soon as it was answered. */
export async function httpLoad({ port, clients, seconds, expected }: HttpLoad): Promise<Sample> {
  const wires = await Promise.all(clients.map(() => HttpWire.open(port)))
  const times: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  await Promise.all(clients.map((requests, index) =>
    askUntil(end, { wire: wires[index]!, requests: requests.map(each => new WrittenRequest(each)), expected, times })))
  const took = (performance.now() - started) / 1000
  for (const wire of wires) wire.close()
  return { perSecond: times.length / took, times }
}

interface Asking {
  wire: HttpWire
  requests: WrittenRequest[]
  expected: string
  times: number[]
}

async function askUntil(end: number, { wire, requests, expected, times }: Asking) {
  for (let turn = 0, now = performance.now(); now < end; turn++) {
    const { status, body } = await wire.ask(requests[turn % requests.length]!)
    const answered = performance.now()
    if (status !== 200 || !body.includes(expected)) throw new Error(`The server answered ${status}: ${body.slice(0, 500)}`)
    times.push(answered - now)
    now = answered
  }
}

/** Each client asks everything on its list once, one thing after the other. */
export async function httpOnce({ port, clients }: Pick<HttpLoad, 'port' | 'clients'>): Promise<void> {
  await Promise.all(clients.map(async requests => {
    const wire = await HttpWire.open(port)
    for (const request of requests) {
      const { status } = await wire.ask(new WrittenRequest(request))
      if (status !== 200) throw new Error(`The server answered ${status}.`)
    }
    wire.close()
  }))
}
