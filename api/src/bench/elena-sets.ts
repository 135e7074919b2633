import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { seededRandom, shuffle } from '../platform/random.ts'
import type { Language } from '../modules/language/index.ts'
import { packExamples, type TrainingExample } from '../modules/elena/index.ts'
import { apiFolder } from '../platform/api-folder.ts'

export interface ElenaSet { name: string, language: Language, train: TrainingExample[], test: TrainingExample[] }

// Public sets that lie beside the repository on some machines; they are not ours to ship.
const PUBLIC = path.join(apiFolder, '../../shared/data/nlu')

/** What to compare on: public sets where they are, else our own packs. */
export function elenaSets(): ElenaSet[] {
  if (!existsSync(PUBLIC)) return [parted('banking pack', 'es', packExamples('banking', 'es')), parted('retail pack', 'en', packExamples('retail', 'en'))]
  return [
    fewEach('banking77', 10),
    fewEach('hwu64', 10),
    parted('ms-skills-es', 'es', linesOf('ms-skills-es/train.jsonl', 'es')),
    { name: 'corpus50', language: 'en', train: linesOf('nlpjs-corpus50-en/train.jsonl', 'en'), test: linesOf('nlpjs-corpus50-en/test.jsonl', 'en') },
  ]
}

const mixed = <T>(items: readonly T[]) => shuffle(items.slice(), seededRandom(1))

function linesOf(file: string, language: Language): TrainingExample[] {
  return readFileSync(path.join(PUBLIC, file), 'utf8').trim().split('\n').map(line => ({ ...JSON.parse(line) as TrainingExample, language }))
}

/** So many of each intent to learn from. One set's questions stand among its examples too: those are not learnt. */
function fewEach(name: string, each: number): ElenaSet {
  const test = linesOf(`${name}/valid.jsonl`, 'en')
  const asked = new Set(test.map(({ text }) => text))
  const train = fewOf(linesOf(`${name}/train.jsonl`, 'en').filter(({ text }) => !asked.has(text)), each)
  return { name: `${name}, ${each} each`, language: 'en', train, test }
}

function fewOf(examples: TrainingExample[], each: number): TrainingExample[] {
  return [...Map.groupBy(mixed(examples), example => example.intent).values()].flatMap(group => group.slice(0, each))
}

/** Four fifths to learn from, one to be asked. */
function parted(name: string, language: Language, examples: readonly TrainingExample[]): ElenaSet {
  const all = mixed(examples)
  const fifth = Math.floor(all.length / 5)
  return { name, language, train: all.slice(fifth), test: all.slice(0, fifth) }
}
