import { KeyTable } from '../key-table.ts'
import { blockWeights, type TextKeys } from './text-keys.ts'

/** The features that a text has, by number, and how much of each: value i belongs to feature i. */
export interface SparseVector { features: Uint32Array, values: Float32Array }

/** A text as a model sees it, and how much of each block of it (0–1, rare things weigh more) the model has met before. */
export interface SeenText extends SparseVector { coverage: readonly number[] }

/**
 * The features that a model knows, and how rare each is (TF-IDF with logarithmic frequency, each block of unit length
 * times its weight). What a text has that the model never met counts in that length: a text of strange words is a short
 * vector and gets modest scores. Not to be used by two calls at once.
 */
export class FeatureSpace {
  private readonly table: KeyTable
  private readonly counts: Float32Array
  private features = new Uint32Array(1024)
  private values = new Float32Array(1024)
  readonly keys: Uint32Array
  readonly rarity: Float32Array
  readonly strangeness: number
  private strangers = 0

  /** `keys` are 32-bit keys, `rarity` the weight of each, more for what fewer texts have, `strangeness` that of a key not met. */
  constructor(keys: Uint32Array, rarity: Float32Array, strangeness: number) {
    this.keys = keys
    this.rarity = rarity
    this.strangeness = strangeness
    this.table = KeyTable.of(keys)
    this.counts = new Float32Array(keys.length)
  }

  get size(): number {
    return this.rarity.length
  }

  /** The vector of a text. Valid until the next call: copy it with `slice` to keep it. */
  vector({ keys, ends }: TextKeys): SeenText {
    if (keys.length > this.features.length) this.grow(keys.length)
    const coverage = [0, 0, 0, 0]
    let end = 0
    for (let block = 0, from = 0; block < ends.length; from = ends[block++]!) {
      const start = end
      end = this.count(keys, from, ends[block]!, start)
      coverage[block] = this.weigh(start, end, blockWeights[block]!)
    }
    return { features: this.features.subarray(0, end), values: this.values.subarray(0, end), coverage }
  }

  private count(keys: Uint32Array, from: number, to: number, start: number): number {
    const { counts, table, features } = this
    let end = start
    this.strangers = 0
    for (let at = from; at < to; at++) {
      const feature = table.find(keys[at]!)
      if (feature < 0) {
        this.strangers++
        continue
      }
      if (counts[feature]! === 0) features[end++] = feature
      counts[feature]!++
    }
    return end
  }

  /** Gives what was counted its values, and says how much of the block was known. */
  private weigh(start: number, end: number, weight: number): number {
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
    const all = squares + this.strangers * this.strangeness ** 2
    const scale = all > 0 ? weight / Math.sqrt(all) : 0
    for (let at = start; at < end; at++) values[at]! *= scale
    return all > 0 ? squares / all : 0
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
  const kept = Uint32Array.from(keys.keys()).filter(at => frequencies[at]! >= least)
  const rarity = Float32Array.from(kept, at => rarityOf(frequencies[at]!, texts.length))
  return new FeatureSpace(Uint32Array.from(kept, at => keys[at]!), rarity, rarityOf(0, texts.length))
}

/** The root of the inverse document frequency: that itself makes too much of rare things. */
const rarityOf = (frequency: number, texts: number) => Math.sqrt(Math.log((1 + texts) / (1 + frequency)) + 1)

/** In how many texts each key occurs. */
function documentFrequencies(texts: readonly TextKeys[]): { keys: Uint32Array, frequencies: Uint32Array } {
  const most = texts.reduce((sum, { keys }) => sum + keys.length, 0)
  const table = new KeyTable(most)
  const frequencies = new Uint32Array(most)
  const lastText = new Int32Array(most).fill(-1)
  texts.forEach(({ keys }, text) => {
    for (const key of keys) {
      const feature = table.add(key)
      if (lastText[feature] === text) continue
      lastText[feature] = text
      frequencies[feature]!++
    }
  })
  return { keys: table.keys.subarray(0, table.size), frequencies: frequencies.subarray(0, table.size) }
}
