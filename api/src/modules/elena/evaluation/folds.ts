import { fold, hashText } from '../../language/index.ts'
import type { TrainingExample } from '../model.ts'

/** Which fold (0 to `folds` − 1) each example belongs to: of each intent as many in every fold, whatever their order. */
export function stratifiedFolds(examples: readonly TrainingExample[], folds: number, seed: number): Uint8Array {
  const of = new Uint8Array(examples.length)
  const keys = examples.map(({ text, intent, language }) => hashText(`${intent}\n${language}\n${fold(text)}`, seed))
  const order = [...examples.keys()].sort((one, other) => keys[one]! - keys[other]! || (examples[one]!.text < examples[other]!.text ? -1 : 1))
  const next = new Map<string, number>()
  for (const at of order) {
    const { intent } = examples[at]!
    const place = next.get(intent) ?? hashText(intent, seed) % folds
    of[at] = place
    next.set(intent, (place + 1) % folds)
  }
  return of
}
