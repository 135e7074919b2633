/**
 * A trained model as bytes: a header in JSON and arrays of numbers, each at a multiple of eight bytes, little-endian.
 * Reading takes no copy beyond the arrays themselves.
 */

const kinds = { u8: Uint8Array, i8: Int8Array, u16: Uint16Array, i16: Int16Array, u32: Uint32Array, f32: Float32Array } as const

type Kind = keyof typeof kinds
export type Numbers = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Float32Array

export interface Packed<Header> { header: Header, arrays: Record<string, Numbers> }

interface Entry { name: string, kind: Kind, length: number }

const magic = 'ELENA1'
const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8
const kindOf = (array: Numbers) => (Object.keys(kinds) as Kind[]).find(kind => array.constructor === kinds[kind])!

export function pack<Header>({ header, arrays }: Packed<Header>): Uint8Array {
  const entries: Entry[] = Object.entries(arrays).map(([name, array]) => ({ name, kind: kindOf(array), length: array.length }))
  const head = new TextEncoder().encode(magic + JSON.stringify({ header, entries }))
  const start = aligned(head.length + 8)
  const bytes = new Uint8Array(start + Object.values(arrays).reduce((sum, array) => sum + aligned(array.byteLength), 0))
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 8)
  let at = start
  for (const array of Object.values(arrays)) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += aligned(array.byteLength)
  }
  return bytes
}

/** Throws a TypeError where the bytes are not a packed model, or are cut off. */
export function unpack<Header>(given: Uint8Array): Packed<Header> {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice()
  const { header, entries, start } = headOf<Header>(bytes)
  const arrays: Record<string, Numbers> = {}
  let at = start
  for (const { name, kind, length } of entries) {
    const array = kinds[kind]
    const size = length * array.BYTES_PER_ELEMENT
    if (at + size > bytes.length) throw new TypeError('The model is cut off.')
    arrays[name] = new array(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length)
    at += aligned(size)
  }
  return { header, arrays }
}

function headOf<Header>(bytes: Uint8Array): { header: Header, entries: Entry[], start: number } {
  const length = bytes.length >= 8 ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) : 0
  const text = new TextDecoder().decode(bytes.subarray(8, 8 + length))
  if (length === 0 || !text.startsWith(magic)) throw new TypeError('These bytes are not a model of ELENA.')
  return { ...JSON.parse(text.slice(magic.length)) as { header: Header, entries: Entry[] }, start: aligned(length + 8) }
}
