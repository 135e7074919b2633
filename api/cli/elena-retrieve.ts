import { parseArgs } from 'node:util'
import { aurocOf, spreadOf } from '../src/modules/elena/evaluation/metrics.ts'
import type { Language } from '../src/modules/language/index.ts'
import { confidenceOf, type Evidence } from '../src/modules/knowledge/retrieval/answer-confidence.ts'
import { FaqIndex, type FaqPair } from '../src/modules/knowledge/retrieval/faq-index.ts'
import { PassageIndex, type Passage } from '../src/modules/knowledge/retrieval/passage-index.ts'
import { judgeOf, learnPairs } from '../src/modules/knowledge/retrieval/pair-classifier.ts'
import { languageIn, linesOf, required, textIn, type Line } from './jsonl.ts'

interface Question { id: string, text: string, relevant: string[] }
interface Found extends Evidence { id: string }
interface Outcome { question: Question, found: Found[], milliseconds: number }
type Search = (question: string) => Found[]

const passageIn = (line: Line): Passage => ({ id: textIn(line, 'id'), title: textIn(line, 'title', ''), text: textIn(line, 'text') })

function questionIn(line: Line): Question {
  const given = line.relevant ?? []
  const relevant = Array.isArray(given) ? given : [given]
  if (!relevant.every(id => typeof id === 'string' || typeof id === 'number')) throw new Error('"relevant" should be a list of ids')
  return { id: textIn(line, 'id', ''), text: textIn(line, 'text'), relevant: relevant.map(String) }
}

/** What answers from the passages, ready to be asked. Lines with one id are the known wordings of one answer. */
function searchIn(passages: readonly Passage[], language: Language): Search {
  const byId = Map.groupBy(passages, passage => passage.id)
  if (byId.size < passages.length) return searchInFaq([...byId.values()].map(pairOf), language)
  const index = new PassageIndex(language)
  index.addAll(passages)
  return question => index.search(question).map(found => ({ ...found, id: found.passage.id }))
}

function searchInFaq(pairs: readonly FaqPair[], language: Language): Search {
  const index = new FaqIndex({ language, judge: judgeOf(pairs, learnPairs(pairs, language)) })
  for (const pair of pairs) index.add(pair)
  index.search('')
  return question => index.search(question).map(found => ({ ...found, id: found.pair.id }))
}

function pairOf([first, ...others]: Passage[]): FaqPair {
  return { id: first!.id, question: first!.text, wordings: others.map(other => other.text), answer: first!.title }
}

function answerAll(search: Search, questions: readonly Question[]): Outcome[] {
  // The engine compiles what runs often; nobody waits for that in a server that has been up for a minute.
  for (const question of questions.slice(0, 50)) search(question.text)
  return questions.map(question => {
    const started = performance.now()
    const found = search(question.text)
    return { question, found, milliseconds: performance.now() - started }
  })
}

const rankOf = ({ question, found }: Outcome) => found.findIndex(({ id }) => question.relevant.includes(id)) + 1
const mean = (values: readonly number[]) => values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

function report(outcomes: readonly Outcome[], indexSeconds: number, passages: number) {
  const [answered, unanswered] = [outcomes.filter(each => each.question.relevant.length > 0), outcomes.filter(each => each.question.relevant.length === 0)]
  const ranks = answered.map(rankOf)
  const confidences = (of: readonly Outcome[]) => of.map(each => confidenceOf(each.found))
  return {
    recallAt1: mean(ranks.map(rank => rank === 1 ? 1 : 0)),
    mrrAt10: mean(ranks.map(rank => rank === 0 ? 0 : 1 / rank)),
    ...unanswered.length > 0 && answered.length > 0 && { noAnswerAuroc: aurocOf(confidences(answered), confidences(unanswered)) },
    indexSeconds,
    latencyMs: spreadOf(outcomes.map(each => each.milliseconds)),
    passages,
    queries: outcomes.length,
  }
}

/** Indexes passages and asks questions of them; see `pnpm elena`. Times in milliseconds, unless said otherwise. */
export function retrieve(args: string[]): Record<string, unknown> {
  const { values } = parseArgs({ args, options: { passages: { type: 'string' }, queries: { type: 'string' }, lang: { type: 'string' } } })
  const passages = linesOf(required(values.passages, 'passages'), passageIn)
  const questions = linesOf(required(values.queries, 'queries'), questionIn)
  const started = performance.now()
  const search = searchIn(passages, languageIn(values.lang) ?? 'es')
  const indexSeconds = (performance.now() - started) / 1000
  return report(answerAll(search, questions), indexSeconds, passages.length)
}
