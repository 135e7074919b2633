import { describe, expect, test } from 'vitest'
import { seededRandom, shuffle } from '../../../platform/random.ts'
import { accuracyOf, figuresByIntent, type Judged } from '../evaluation/metrics.ts'
import { type Language, languages } from '../../language/index.ts'
import { FeelingModel, feelingExamples, sentimentLabels, type FeelingExample } from './feeling-model.ts'
import { parseSenses } from './lexicon.ts'
import { asksAgain, courtesy, danger, irony, supposes } from './situations.ts'
import { readSentiment, urgentFrom } from './sentiment.ts'

const folds = 5

function judge(model: FeelingModel, examples: readonly FeelingExample[]): { sentiment: Judged, urgency: Judged }[] {
  return examples.map(({ text, label, urgent }) => {
    const { probabilities, urgency } = model.read(text)
    const confidence = Math.max(...probabilities)
    return {
      sentiment: { meant: label, predicted: sentimentLabels[probabilities.indexOf(confidence)]!, confidence },
      urgency: { meant: String(urgent), predicted: String(urgency >= urgentFrom), confidence: Math.max(urgency, 1 - urgency) },
    }
  })
}

function crossValidated(language: Language): { sentiment: Judged, urgency: Judged }[] {
  const all = shuffle(feelingExamples(`examples.${language}.txt`), seededRandom(7))
  return Array.from({ length: folds }, (_, fold) =>
    judge(new FeelingModel(all.filter((_each, at) => at % folds !== fold), language), all.filter((_each, at) => at % folds === fold))).flat()
}

const urgentF1 = (judged: readonly Judged[]) => figuresByIntent(judged).find(each => each.intent === 'true')!.f1

describe.each(languages)('in %s', language => {
  test('there are messages enough of every kind, and none twice', () => {
    const examples = feelingExamples(`examples.${language}.txt`)
    const heldOut = ['heldout', 'quiet.seen', 'quiet.unseen', 'fresh'].flatMap(file => feelingExamples(`${file}.${language}.txt`))
    const texts = [...examples, ...heldOut].map(each => each.text.toLowerCase())
    expect(new Set(texts).size).toBe(texts.length)
    for (const label of sentimentLabels) expect(examples.filter(each => each.label === label).length).toBeGreaterThan(100)
    expect(examples.filter(each => each.urgent).length).toBeGreaterThan(70)
  })

  // Measured: 86 % in both languages (87.3 % and 89.3 % before the examples without a bad word came),
  // urgency 94 %. The lexicon grew with an eye on these messages, so
  // this says that nothing broke rather than how well customers will be read: for that see the next test.
  test('of messages it did not learn from it reads 84 in 100 as they were meant', () => {
    const judged = crossValidated(language)
    expect(accuracyOf(judged.map(each => each.sentiment))).toBeGreaterThanOrEqual(0.84)
    expect(accuracyOf(judged.map(each => each.urgency))).toBeGreaterThanOrEqual(0.92)
    expect(urgentF1(judged.map(each => each.urgency))).toBeGreaterThanOrEqual(0.8)
  })

  // Written last, oblique on purpose (three in four have no word of the lexicon) and never used to improve anything.
  // Measured: 73 % (es) and 71 % (en), 1 and 6 of 70 as the opposite, urgency 89 % (8 and 9 of 13 urgent ones
  // found); 70 messages, so five points are chance.
  test('of oblique messages written after the lexicon it reads 65 in 100 as they were meant, and few as the opposite', () => {
    const judged = judge(new FeelingModel(feelingExamples(`examples.${language}.txt`), language), feelingExamples(`heldout.${language}.txt`))
    const sentiment = judged.map(each => each.sentiment)
    expect(accuracyOf(sentiment)).toBeGreaterThanOrEqual(0.65)
    expect(accuracyOf(judged.map(each => each.urgency))).toBeGreaterThanOrEqual(0.8)
    expect(figuresByIntent(sentiment).find(each => each.intent === 'NEUTRAL')!.recall).toBeGreaterThanOrEqual(0.85)
    const opposite = sentiment.filter(({ meant, predicted }) => meant !== predicted && meant !== 'NEUTRAL' && predicted !== 'NEUTRAL')
    expect(opposite.length / sentiment.length).toBeLessThanOrEqual(0.14)
  })
})

// Emergencies and anger without a bad word. Both halves were written before patterns and examples were added for such
// messages, by the same hand; only "seen" was looked at since. "fresh" was written afterwards, of other situations.
// Measured, in brackets before: unseen 88 % (77) es and 82 % (73) en, urgent ones found 18 (11) and 17 (8) of 18;
// fresh 70 % (64) and 84 % (72), urgent ones found 7 (4) and 5 (5) of 14.
test.each([
  ['es', 'quiet.unseen', 0.82, 0.85], ['en', 'quiet.unseen', 0.76, 0.85], ['es', 'fresh', 0.62, 0.5], ['en', 'fresh', 0.74, 0.28],
] as const)('%s: of quiet emergencies and quiet anger (%s) it reads %d of the messages and %d of the urgent ones', (language, file, sentiment, urgency) => {
  const judged = judge(new FeelingModel(feelingExamples(`examples.${language}.txt`), language), feelingExamples(`${file}.${language}.txt`))
  expect(accuracyOf(judged.map(each => each.sentiment))).toBeGreaterThanOrEqual(sentiment)
  const urgent = figuresByIntent(judged.map(each => each.urgency)).find(each => each.intent === 'true')!
  expect(urgent.recall).toBeGreaterThanOrEqual(urgency)
  expect(urgent.precision).toBeGreaterThanOrEqual(0.6)
})

test.each([
  ['es', 'eso no sirve', 'NEGATIVE'], ['es', 'llevo tres semanas esperando', 'NEGATIVE'], ['es', 'pésimo', 'NEGATIVE'], ['es', 'PESIMO SERVICIO', 'NEGATIVE'],
  ['es', 'muchas gracias por nada', 'NEGATIVE'], ['es', 'no me gustó', 'NEGATIVE'], ['es', '😡', 'NEGATIVE'], ['es', 'malísima atención', 'NEGATIVE'],
  ['es', 'no tengo ninguna queja', 'POSITIVE'], ['es', 'gracias, muy amables', 'POSITIVE'], ['es', '😍👏', 'POSITIVE'], ['es', 'contentísima con ustedes', 'POSITIVE'],
  ['es', 'buenos días, gracias de antemano', 'NEUTRAL'], ['es', 'muchas gracias, quedo atento a su respuesta', 'NEUTRAL'], ['es', 'es la tercera vez que les escribo', 'NEGATIVE'],
  ['es', 'no me puedo quejar', 'POSITIVE'], ['es', 'me encanta pagar por un servicio que no tengo', 'NEGATIVE'], ['es', 'cuánto cuesta el plan', 'NEUTRAL'], ['es', 'buenas tardes', 'NEUTRAL'], ['es', '', 'NEUTRAL'], ['es', '12345', 'NEUTRAL'],
  ['en', 'thanks a lot for nothing', 'NEGATIVE'], ['en', "it doesn't work", 'NEGATIVE'], ['en', 'worst service ever', 'NEGATIVE'], ['en', 'I have been waiting for three weeks', 'NEGATIVE'],
  ['en', 'never had an issue', 'POSITIVE'], ['en', 'love it, thank you!', 'POSITIVE'], ['en', 'good morning, thanks in advance', 'NEUTRAL'], ['en', 'this is the third time I am writing', 'NEGATIVE'], ['en', "I can't complain", 'POSITIVE'],
  ['en', 'thanks for wasting my time', 'NEGATIVE'], ['en', 'what time do you open', 'NEUTRAL'], ['en', 'good morning', 'NEUTRAL'], ['en', '', 'NEUTRAL'],
] as const)('%s: %j is %s', (language, text, label) => {
  expect(readSentiment(text, language).label).toBe(label)
})

test.each([
  ['es', 'me robaron la tarjeta, bloquéenla ya', true], ['es', 'me estafaron', true], ['es', 'mi hijo no respira', true], ['es', 'se llevaron mi cartera y mi tarjeta', true], ['es', 'qué hago si pierdo la tarjeta', false],
  ['es', 'el seguro cubre accidentes?', false], ['es', 'URGENTE necesito hablar con alguien', true], ['es', 'mi vuelo sale en una hora', true], ['es', 'cuando puedan me avisan, sin prisa', false], ['es', 'tienen parqueo?', false],
  ['en', 'my card was stolen, block it now', true], ['en', 'they took my bag with my cards', true], ['en', 'what do I do if I lose my card?', false], ['en', 'I need this asap', true], ['en', 'no rush, whenever you can', false], ['en', 'do you have parking?', false],
] as const)('%s: %j is urgent: %s', (language, text, urgent) => {
  expect(readSentiment(text, language).urgent).toBe(urgent)
})

test('the words that decided are told with where they stand and which way they pull', () => {
  const text = 'Hola 👩‍💻, el servicio es pésimo 😡 y no sirve'
  const { label, words } = readSentiment(text, 'es')
  expect(label).toBe('NEGATIVE')
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['pésimo', '😡', 'no sirve'])
  expect(words.every(({ valence }) => valence < 0)).toBe(true)
})

test('more of a feeling is further from nought, and both ends are in bounds', () => {
  const bad = readSentiment('malo', 'es').sentiment
  const worse = readSentiment('malo, pésimo, horrible, una estafa 😡😡', 'es').sentiment
  expect(worse).toBeLessThan(bad)
  expect(worse).toBeGreaterThanOrEqual(-1)
  expect(readSentiment('excelente, maravilloso, perfecto, los amo ❤️', 'es').sentiment).toBeGreaterThan(0.8)
})

test('the same message is always read the same, and a very long one like its beginning', () => {
  expect(readSentiment('qué mal servicio', 'es')).toEqual(readSentiment('qué mal servicio', 'es'))
  const { sentiment, words } = readSentiment('pésimo servicio. '.repeat(20_000), 'es')
  expect(sentiment).toBeLessThan(-0.5)
  expect(Math.max(...words.map(each => each.end))).toBeLessThanOrEqual(2000)
})

test('a line of the lexicon that says nothing known is an error', () => {
  expect(() => parseSenses('happy: bueno', 'es')).toThrow('No kind of word')
  expect(parseSenses('# what follows is bad\n-3: malo, lo peor\n', 'es').size).toBe(2)
})

test.each(languages)('in %s no gap of a pattern is longer than sixty characters, so that none looks at a long text again and again', language => {
  for (const sign of [danger, asksAgain, irony, courtesy, supposes]) {
    const gaps = [...sign[language].source.matchAll(/\[\^[^\]]+\](\{0,(\d+)\}|[*+])/g)].map(found => Number(found[2] ?? Infinity))
    expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(60)
  }
})
