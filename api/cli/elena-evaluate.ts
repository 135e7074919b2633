import { parseArgs } from 'node:util'
import { trainElena, type ElenaModel } from '../src/modules/elena/engine.ts'
import { accuracyOf, aurocOf, calibrationErrorOf, macroF1Of, spreadOf, type Judged } from '../src/modules/elena/evaluation/metrics.ts'
import { slotF1Of } from '../src/modules/elena/evaluation/slot-metrics.ts'
import { detectLanguage, type Language } from '../src/modules/language/index.ts'
import type { MarkedEntity, TrainingExample, Understanding } from '../src/modules/elena/model.ts'
import { languageIn, linesOf, Mistake, required, textIn, type Line } from './jsonl.ts'

// Dates are read against a fixed day, so that two runs print the same.
const context = { now: new Date('2026-01-05T12:00:00Z'), zone: 'America/Santo_Domingo' }

/** Trains on one file and judges on another; see `pnpm elena`. Times in milliseconds, unless said otherwise. */
export function evaluate(args: string[]): Record<string, unknown> {
  const { values } = parseArgs({ args, options: { train: { type: 'string' }, test: { type: 'string' }, oos: { type: 'string' }, lang: { type: 'string' }, seed: { type: 'string' } } })
  const language = languageIn(values.lang)
  const examplesIn = (option: 'train' | 'test' | 'oos', intent?: string) => linesOf(required(values[option], option), line => exampleIn(line, language, intent))
  const examples = examplesIn('train')
  const tests = examplesIn('test')
  const strangers = values.oos ? examplesIn('oos', '') : []
  if (examples.length === 0) throw new Mistake(`${values.train} holds no examples.`)
  const started = performance.now()
  const model = trainElena({ examples }, { seed: Number(values.seed ?? 1) })
  const trainSeconds = (performance.now() - started) / 1000
  return { ...figuresOf(model, tests, strangers, language), trainSeconds: rounded(trainSeconds), modelBytes: model.write().length, n: tests.length }
}

function exampleIn(line: Line, language: Language | undefined, intent?: string): TrainingExample {
  const text = textIn(line, 'text')
  const entities = (line.entities ?? []) as MarkedEntity[]
  if (!Array.isArray(entities)) throw new Error('"entities" should be a list')
  return { text, intent: textIn(line, 'intent', intent), language: language ?? detectLanguage(text), entities }
}

function figuresOf(model: ElenaModel, tests: readonly TrainingExample[], strangers: readonly TrainingExample[], language?: Language) {
  const read = (each: TrainingExample) => model.understand(each.text, { ...context, language: language ?? each.language })
  const understood = tests.map(read)
  const strange = strangers.map(read)
  const judged = tests.map((each, at) => judgedOf(each, understood[at]!, model.intents))
  const kept = judged.filter((each, at) => understood[at]!.inScope && each.meant === each.predicted)
  const confidences = (all: readonly Understanding[]) => all.map(each => each.confidence)
  return {
    accuracy: rounded(accuracyOf(judged)),
    macroF1: rounded(macroF1Of(judged)),
    ...strangers.length > 0 && {
      oosAuroc: rounded(aurocOf(confidences(understood), confidences(strange))),
      oosRecall: rounded(strange.filter(each => !each.inScope).length / strange.length),
    },
    inScopeAccuracy: rounded(kept.length / Math.max(tests.length, 1)),
    ece: rounded(calibrationErrorOf(judged)),
    slotF1: rounded(slotF1Of(tests, understood)),
    latencyMs: timed(tests, read),
    intentLatencyMs: timed(tests, each => model.readIntent(each.text, language ?? each.language)),
  }
}

/** What means an intent that was not learnt, such as None, is understood rightly where it is taken for none. */
function judgedOf({ intent }: TrainingExample, { ranking, confidence, inScope }: Understanding, learnt: readonly string[]): Judged {
  const stranger = !learnt.includes(intent) && !inScope
  return { meant: intent, predicted: stranger ? intent : ranking[0]?.intent ?? '', confidence }
}

/** What single calls take; every text was read before, so the engine is warm. */
function timed(tests: readonly TrainingExample[], call: (each: TrainingExample) => unknown) {
  const spread = spreadOf(tests.map(each => {
    const started = performance.now()
    call(each)
    return performance.now() - started
  }))
  return { median: rounded(spread.median), p95: rounded(spread.p95) }
}

const rounded = (value: number) => Number(value.toFixed(4))
