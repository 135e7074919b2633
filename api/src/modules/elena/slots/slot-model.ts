import type { Language } from '../../language/index.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { ChainWeights } from './label-chain.ts'

/**
 * Weights of features for label columns (see `columnCount`) without the zeros: those of feature `f` are the entries from
 * `starts[f]` to `starts[f + 1]`, in units of `unit`; keys ascend, and within a feature its columns.
 */
export interface LabelWeights { keys: Uint32Array, starts: Uint32Array, labels: Uint16Array, weights: Int8Array, unit: number }

/** All that a labeller is made of. */
export interface SlotModel { language: Language, entities: readonly string[], labels: LabelWeights, chain: ChainWeights, gazetteer: Gazetteer }
