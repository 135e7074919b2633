import { describe, expect, test } from 'vitest'
import type { BotIntent, BotReading } from '../../elena/index.ts'
import type { BotAnswer } from '../../knowledge/index.ts'
import { chosenOf } from './bot-choice.ts'

const answers = [{ language: 'ES' as const, text: 'Va en camino.' }]
const reading = (confidence: number, intent: Partial<BotIntent> | null = { answers }): BotReading =>
  ({ intent: intent && { name: 'track', action: 'ANSWER', answers: [], ...intent }, confidence, ranking: [], language: 'ES' })
const faq = (confidence: number, more: Partial<BotAnswer> = {}): BotAnswer =>
  ({ text: 'Dos días.', confidence, isExact: false, faqId: 'faq', source: null, ...more })
const passage = (confidence: number, more: Partial<BotAnswer> = {}): BotAnswer =>
  faq(confidence, { faqId: null, source: { title: 'Envíos', url: null }, ...more })

const winner = (...[read, answer]: [BotReading | null, BotAnswer | null]) => {
  const choice = chosenOf({ reading: read, answer })
  return !choice ? 'nothing' : 'intent' in choice ? 'intent' : choice.answer.faqId ? 'question' : 'passage'
}

describe('what answers, of an intent and Q&A', () => {
  test.each([
    ['the question, asked exactly as it is known, however sure the model is', reading(0.99), faq(0.7, { isExact: true }), 'question'],
    ['the question, where it is surer than the intent', reading(0.6), faq(0.8), 'question'],
    ['the intent, where it is surer than the question', reading(0.9), faq(0.8), 'intent'],
    ['the intent at a draw', reading(0.8), faq(0.8), 'intent'],
    ['the intent before a passage, however sure that is', reading(0.5), passage(0.99), 'intent'],
    ['the intent before a passage in the very same words', reading(0.5), passage(0.99, { isExact: true }), 'intent'],
    ['a passage, where no intent was understood', reading(0.9, null), passage(0.6), 'passage'],
    ['a passage, where the intent has no answer', reading(0.9, {}), passage(0.6), 'passage'],
    ['the question, where the intent has no answer', reading(0.9, {}), faq(0.5), 'question'],
    ['the intent that does something, without an answer of its own', reading(0.9, { action: 'OPENING_HOURS' }), passage(0.99), 'intent'],
    ['the intent, where Q&A has nothing', reading(0.5), null, 'intent'],
    ['the question, where there is no model', null, faq(0.5), 'question'],
    ['nothing, where the intent has no answer and Q&A neither', reading(0.9, {}), null, 'nothing'],
    ['nothing, where nothing was found', null, null, 'nothing'],
  ] as const)('%s', (_what, read, answer, expected) => expect(winner(read, answer)).toBe(expected))
})
