import { deserialize, serialize } from 'node:v8'
import { FeatureSpace } from './classifier/feature-space.ts'
import { IntentModel, type IntentModelParts } from './classifier/intent-model.ts'
import { ElenaModel } from './engine.ts'
import { Spelling } from './language/spelling.ts'

/** The one place that knows how a trained model becomes bytes and a model again. */

interface Kept extends Omit<IntentModelParts, 'space' | 'spelling'> {
  space: { keys: Uint32Array, rarity: Float32Array, strangeness: number }
  words: { es: readonly string[], en: readonly string[] }
}

export function writeModel(model: ElenaModel): Uint8Array {
  const { space, spelling, ...rest } = (model as unknown as { intents: IntentModel }).intents.parts
  const { keys, rarity, strangeness } = space
  const kept: Kept = { ...rest, space: { keys, rarity, strangeness }, words: { es: spelling.es.words, en: spelling.en.words } }
  return serialize(kept)
}

/** Throws for bytes that are no model. */
export function readModel(content: Uint8Array): ElenaModel {
  const { space, words, ...rest } = deserialize(content) as Kept
  return new ElenaModel(new IntentModel({
    ...rest, space: new FeatureSpace(space.keys, space.rarity, space.strangeness),
    spelling: { es: new Spelling(words.es), en: new Spelling(words.en) },
  }))
}
