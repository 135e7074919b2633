/** Bytes that grow: whole numbers take one byte for seven bits. */
export class ByteWriter {
  private bytes = new Uint8Array(1024)
  private size = 0

  private makeRoom(more: number): void {
    if (this.size + more <= this.bytes.length) return
    const bytes = new Uint8Array((this.size + more) * 2)
    bytes.set(this.bytes)
    this.bytes = bytes
  }

  /** A whole number from 0 to 2³² − 1. */
  number(value: number): void {
    this.makeRoom(5)
    let rest = value >>> 0
    for (; rest > 127; rest >>>= 7) this.bytes[this.size++] = rest & 127 | 128
    this.bytes[this.size++] = rest
  }

  raw(more: Uint8Array): void {
    this.makeRoom(more.length)
    this.bytes.set(more, this.size)
    this.size += more.length
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text)
    this.number(bytes.length)
    this.raw(bytes)
  }

  /** Floats with their number, least byte first. */
  floats(values: Float32Array): void {
    const bytes = new Uint8Array(values.length * 4)
    const view = new DataView(bytes.buffer)
    values.forEach((value, at) => view.setFloat32(at * 4, value, true))
    this.number(values.length)
    this.raw(bytes)
  }

  /** Ascending whole numbers with their number, each as the step from the one before. */
  ascending(values: ArrayLike<number>): void {
    this.number(values.length)
    for (let at = 0; at < values.length; at++) this.number(values[at]! - (at > 0 ? values[at - 1]! : 0))
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.size)
  }
}

/** Reads what a `ByteWriter` wrote, in the same order. Throws a RangeError where bytes are missing. */
export class ByteReader {
  private readonly bytes: Uint8Array
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  number(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new RangeError('Bytes are missing')
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
    throw new RangeError('Not a number')
  }

  raw(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError('Bytes are missing')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  text(): string {
    return new TextDecoder().decode(this.raw(this.number()))
  }

  floats(): Float32Array {
    const length = this.number()
    const bytes = this.raw(length * 4)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    return Float32Array.from({ length }, (_, at) => view.getFloat32(at * 4, true))
  }

  ascending(): Uint32Array {
    const length = this.number()
    if (length > this.bytes.length) throw new RangeError('Bytes are missing')
    const values = new Uint32Array(length)
    for (let at = 0; at < length; at++) values[at] = (at > 0 ? values[at - 1]! : 0) + this.number()
    return values
  }

  get isDone(): boolean {
    return this.at === this.bytes.length
  }
}
