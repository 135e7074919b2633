import { isOutOfMemory } from '../../platform/threads.ts'
import { parseExchange } from './exchange/exchange.ts'
import type { ExchangeFormat, ExchangeProblem, Place } from './exchange/model.ts'
import { toldProblem, type ToldProblem } from './exchange/problem-words.ts'
import type { Language } from '../language/index.ts'
import type { EntityType, TrainingExample, TrainingSet } from './model.ts'
import { openThread } from './threads.ts'

export interface FileToParse {
  content: Uint8Array | string
  format: ExchangeFormat
  /** Of texts that do not tell theirs. */
  language?: Language
}

interface Parsed {
  set: TrainingSet
  places: readonly Place[]
  problems: ToldProblem[]
}

/** The examples in parts, and then the rest, which says that all is there. */
export type FromExchangeThread =
  { examples: readonly TrainingExample[]; places: readonly Place[] } | { entities: readonly EntityType[]; problems: readonly ExchangeProblem[] }

/** In characters or bytes: what takes longer to read than a thread takes to begin. */
const LARGE = 100_000
const PATIENCE_MS = 30_000

/** Reads a file, a large one in a thread, so that whoever is served meanwhile does not wait. Never throws for what the file holds. */
export async function parsedFile(file: FileToParse): Promise<Parsed> {
  if (file.content.length >= LARGE) return inThread(file)
  const { content, ...options } = file
  const { set, places, problems } = parseExchange(content, options)
  return { set, places, problems: problems.map(toldProblem) }
}

function inThread(file: FileToParse): Promise<Parsed> {
  const { promise, resolve, reject } = Promise.withResolvers<Parsed>()
  const examples: TrainingExample[] = []
  const places: Place[] = []
  const worker = openThread('exchange-thread', file)
  const unreadable = () => resolve({ set: { examples: [] }, places: [], problems: [{ code: 'UNREADABLE', message: 'The file is too large or too deep to be read.' }] })
  const late = setTimeout(unreadable, PATIENCE_MS)
  worker.on('message', (message: FromExchangeThread) => {
    if ('entities' in message) return resolve({ set: { examples, entities: message.entities }, places, problems: message.problems.map(toldProblem) })
    examples.push(...message.examples)
    places.push(...message.places)
    setImmediate(() => worker.postMessage('more'))
  })
  worker.on('error', error => (isOutOfMemory(error) ? unreadable() : reject(error)))
  worker.on('exit', code => reject(new Error(`The thread ended with ${code}.`)))
  return promise.finally(() => {
    clearTimeout(late)
    void worker.terminate()
  })
}
