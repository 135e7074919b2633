import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let used = pool.length

/** UUIDv7 whose 12 bits after the time count within the millisecond, so that ids of one process sort as made. */
class IdSequence {
  #ms = 0
  #count = 0

  next(ms: number): string {
    if (ms > this.#ms) this.#restart(ms)
    else if (++this.#count > 0xfff) this.#restart(this.#ms + 1)
    return format(this.#ms, this.#count)
  }

  #restart(ms: number) {
    this.#ms = ms
    this.#count = randomBits().readUInt16BE(0) & 0x7ff
  }

  /** Ids of another time carry that time, and are ordered among themselves only. */
  rewind(ms: number) {
    if (ms < this.#ms) this.#restart(ms)
  }
}

const TOLERANCE = 10_000
const present = new IdSequence()
const elsewhen = new IdSequence()

/** A new id. `now` is given where time is an argument: imports, seeds, tests. */
export function newId(now?: Date): string {
  const today = Date.now()
  const ms = now ? now.getTime() : today
  if (Math.abs(today - ms) < TOLERANCE) return present.next(ms)
  elsewhen.rewind(ms)
  return elsewhen.next(ms)
}

export const timeOfId = (id: string): Date => new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16))

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

function randomBits(): Buffer {
  if (used + 8 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return pool.subarray(used, (used += 8))
}

function format(ms: number, count: number): string {
  const random = randomBits()
  random[0] = (random[0]! & 0x3f) | 0x80
  const time = ms.toString(16).padStart(12, '0')
  const tail = random.toString('hex')
  const counter = count.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
