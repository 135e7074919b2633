/**
 * Numbers of 32-bit keys in the order in which they came (0, 1, 2, …): a table of open addressing, since a Map of
 * the engine costs four times the time and ten times the memory of it.
 */
export class KeyTable {
  readonly keys: Uint32Array
  private readonly slots: Int32Array
  private readonly mask: number
  size = 0

  constructor(capacity: number) {
    const slots = 2 ** Math.max(4, Math.ceil(Math.log2(capacity * 1.7 + 1)))
    this.keys = new Uint32Array(capacity)
    this.slots = new Int32Array(slots).fill(-1)
    this.mask = slots - 1
  }

  static of(keys: Uint32Array): KeyTable {
    const table = new KeyTable(keys.length)
    for (const key of keys) table.add(key)
    return table
  }

  /** The number of a key, or -1. */
  find(key: number): number {
    const { slots, keys, mask } = this
    for (let slot = Math.imul(key, 0x9e3779b1) >>> 7 & mask; ; slot = slot + 1 & mask) {
      const entry = slots[slot]!
      if (entry < 0 || keys[entry] === key) return entry
    }
  }

  /** The number of a key, which gets the next one where it is new. Throws a RangeError beyond the capacity. */
  add(key: number): number {
    const { slots, keys, mask } = this
    for (let slot = Math.imul(key, 0x9e3779b1) >>> 7 & mask; ; slot = slot + 1 & mask) {
      const entry = slots[slot]!
      if (entry >= 0 && keys[entry] === key) return entry
      if (entry < 0) {
        if (this.size === keys.length) throw new RangeError('The key table is full')
        keys[this.size] = key
        return slots[slot] = this.size++
      }
    }
  }
}
