import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiFolder } from '../../../platform/api-folder.ts'
import { parseExchange } from '../exchange/exchange.ts'
import type { Language } from '../../language/index.ts'
import type { TrainingExample } from '../model.ts'

export const packFolder = join(apiFolder, 'src/modules/elena/packs')

const read = new Map<string, readonly TrainingExample[]>()

/** The phrases of a file of ours, such as `banking` in `es`. Each file is read once. */
export function packExamples(name: string, language: Language): readonly TrainingExample[] {
  const file = `${name}.${language}.yml`
  const known = read.get(file)
  if (known) return known
  const { set: { examples } } = parseExchange(readFileSync(join(packFolder, file)), { format: 'RASA', language })
  const own = examples.map(each => ({ ...each, language }))
  read.set(file, own)
  return own
}
