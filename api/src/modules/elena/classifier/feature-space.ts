import { KeyTable } from './key-table.ts'
import { blockWeights, type TextKeys } from './text-keys.ts'

/** The features that a text has, by number, and how much of each: value i belongs to feature i. */
export interface SparseVector { features: Uint32Array, values: Float32Array }

/**
 * The features that a model knows, and how rare each is (TF-IDF with logarithmic frequency, each block of unit length
 * times its weight). Shared by all texts that meet the model; not to be used by two calls at once.
 */
export class FeatureSpace {
  private readonly table: KeyTable
  private readonly counts: Float32Array
  private features = new Uint32Array(1024)
  private values = new Float32Array(1024)
  readonly keys: Uint32Array
  readonly rarity: Float32Array

  /** `keys` are 32-bit keys, `rarity` the inverse document frequency of each. */
  constructor(keys: Uint32Array, rarity: Float32Array) {
    this.keys = keys
    this.rarity = rarity
    this.table = KeyTable.of(keys)
    this.counts = new Float32Array(keys.length)
  }

  get size(): number {
    return this.rarity.length
  }

  /** The vector of a text. Valid until the next call: copy it with `slice` to keep it. */
  vector(keys: TextKeys): SparseVector {
    let end = 0
    keys.forEach((block, at) => {
      const start = end
      end = this.count(block, start)
      this.weigh(start, end, blockWeights[at]!)
    })
    return { features: this.features.subarray(0, end), values: this.values.subarray(0, end) }
  }

  private count(block: readonly number[], start: number): number {
    const { counts, table } = this
    if (start + block.length > this.features.length) this.grow(start + block.length)
    let end = start
    for (const key of block) {
      const feature = table.find(key)
      if (feature < 0) continue
      if (counts[feature]! === 0) this.features[end++] = feature
      counts[feature]!++
    }
    return end
  }

  private weigh(start: number, end: number, weight: number): void {
    const { counts, features, values, rarity } = this
    let squares = 0
    for (let at = start; at < end; at++) {
      const feature = features[at]!
      const count = counts[feature]!
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * rarity[feature]!
      counts[feature] = 0
      values[at] = value
      squares += value * value
    }
    const scale = squares > 0 ? weight / Math.sqrt(squares) : 0
    for (let at = start; at < end; at++) values[at]! *= scale
  }

  private grow(least: number): void {
    const features = new Uint32Array(least * 2)
    const values = new Float32Array(least * 2)
    features.set(this.features)
    values.set(this.values)
    this.features = features
    this.values = values
  }
}

/** The space of the features of some texts that at least `least` of them have. */
export function spaceOf(texts: readonly TextKeys[], least: number): FeatureSpace {
  const { keys, frequencies } = documentFrequencies(texts)
  const kept = keys.map((_, at) => at).filter(at => frequencies[at]! >= least)
  const rarity = Float32Array.from(kept, at => Math.log((1 + texts.length) / (1 + frequencies[at]!)) + 1)
  return new FeatureSpace(Uint32Array.from(kept, at => keys[at]!), rarity)
}

/** In how many texts each key occurs; keys in ascending order, so that the order of texts changes nothing. */
function documentFrequencies(texts: readonly TextKeys[]): { keys: Uint32Array, frequencies: Uint32Array } {
  const all = new Uint32Array(texts.reduce((sum, blocks) => sum + blocks.reduce((more, block) => more + block.length, 0), 0))
  let end = 0
  for (const blocks of texts) for (const key of new Set(blocks.flat())) all[end++] = key
  const sorted = all.subarray(0, end).sort()
  const keys = new Uint32Array(end)
  const frequencies = new Uint32Array(end)
  let size = 0
  for (let at = 0; at < end; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) keys[size++] = sorted[at]!
    frequencies[size - 1]!++
  }
  return { keys: keys.slice(0, size), frequencies: frequencies.slice(0, size) }
}
