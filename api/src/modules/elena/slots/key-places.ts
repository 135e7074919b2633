/**
 * At which place of a list each key stands. As `KeyTable`, but read only, and key and place lie side by side: a look-up
 * touches memory once, and most look-ups of labelling are for keys that are not there.
 */
export class KeyPlaces {
  private readonly cells: Uint32Array
  private readonly mask: number

  constructor(keys: Uint32Array) {
    const slots = 2 ** Math.max(4, Math.ceil(Math.log2(keys.length * 2 + 1)))
    this.mask = slots - 1
    this.cells = new Uint32Array(slots * 2)
    keys.forEach((key, place) => {
      const cell = this.cellOf(key)
      if (this.cells[cell + 1] !== 0) return
      this.cells[cell] = key
      this.cells[cell + 1] = place + 1
    })
  }

  /** The first place of a key, or -1. */
  find(key: number): number {
    return this.cells[this.cellOf(key) + 1]! - 1
  }

  private cellOf(key: number): number {
    const { cells, mask } = this
    for (let slot = Math.imul(key, 0x9e3779b1) >>> 7 & mask; ; slot = slot + 1 & mask) {
      if (cells[slot * 2 + 1] === 0 || cells[slot * 2] === key) return slot * 2
    }
  }
}
