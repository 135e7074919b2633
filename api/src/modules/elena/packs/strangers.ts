import { languages } from '../../language/index.ts'
import type { TrainingExample } from '../model.ts'
import { packExamples } from './pack-examples.ts'

/** Sentences that are none of a company's intents, of our own writing: what a confidence learns strangeness from. */
export const strangers = (): readonly TrainingExample[] => languages.flatMap(language => packExamples('out-of-scope', language))
