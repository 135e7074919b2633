import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, unpack } from '../../language/index.ts'
import { packIntents, intentModelOf } from './intent-model-file.ts'
import { trainIntents, type IntentExample } from './intent-training.ts'
import { seededRandom, shuffle } from '../../../platform/random.ts'

const phrases: Record<string, string[]> = {
  bloquear_tarjeta: ['quiero bloquear mi tarjeta', 'me robaron la tarjeta', 'perdí la tarjeta de crédito', 'bloqueen mi plástico ya', 'se me extravió la visa', 'no encuentro mi tarjeta'],
  saldo: ['cuál es mi saldo', 'cuánto dinero tengo', 'saldo de mi cuenta', 'dime cuánto me queda', 'quiero ver mi balance', 'consultar saldo disponible'],
  horario: ['a qué hora abren', 'horario de la sucursal', 'hasta qué hora están abiertos', 'abren los sábados', 'a qué hora cierran hoy', 'cuál es el horario'],
}
const examples: IntentExample[] = Object.entries(phrases).flatMap(([intent, texts]) => texts.map(text => ({ text, intent, language: 'es' as const })))
const strangers = ['quién ganó el partido anoche', 'cuéntame un chiste', 'qué tiempo hace en París', 'recomiéndame una película'].map(text => ({ text, language: 'es' as const }))
const model = trainIntents(examples, { strangers })
const bytesOf = (given: readonly IntentExample[]) => pack(packIntents(trainIntents(given, { strangers })))

test('it understands what it never read', () => {
  expect(model.read('se me perdió el plástico', 'es').ranking[0]?.intent).toBe('bloquear_tarjeta')
  expect(model.read('cuanta plata tengo', 'es').ranking[0]?.intent).toBe('saldo')
  expect(model.read('¿abren el domingo?', 'es').ranking[0]?.intent).toBe('horario')
})

test('probabilities sum to one and fall', () => {
  const { ranking, confidence } = model.read('saldo', 'es', 10)
  expect(ranking.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1)
  expect(ranking).toEqual(ranking.toSorted((one, other) => other.probability - one.probability))
  expect(confidence).toBeGreaterThan(0.5)
})

test('what is nobody’s intent is less sure than what is', () => {
  const sure = model.read('quiero bloquear la tarjeta', 'es').confidence
  for (const { text } of strangers) expect(model.read(text, 'es').confidence).toBeLessThan(sure)
})

test('a message without a known word is out of scope', () => {
  for (const text of ['', '   ', '🙂🙂', 'xkqz wvvw', '\u0000']) expect(model.read(text, 'es').inScope).toBe(false)
})

test('a slip of the pen and missing accents change nothing', () => {
  expect(model.read('PERDI LA TRAJETA DE CREDITO', 'es').ranking[0]?.intent).toBe('bloquear_tarjeta')
})

test('the order of the examples, and saying one twice, change no bit of the model', () => {
  const straight = bytesOf(examples)
  expect(bytesOf(shuffle(examples.slice(), seededRandom(7)))).toEqual(straight)
  expect(bytesOf([...examples, examples[3]!])).toEqual(straight)
})

test('another seed may give another model, the same seed the same', () => {
  const withSeed = (seed: number) => pack(packIntents(trainIntents(examples, { strangers, seed })))
  expect(withSeed(5)).toEqual(withSeed(5))
})

test('a kept model reads as the one that was trained', () => {
  const kept = intentModelOf(unpack(pack(packIntents(model))))
  for (const { text } of [...examples, ...strangers]) expect(kept.read(text, 'es')).toEqual(model.read(text, 'es'))
})

test('no text whatever breaks it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom('es' as const, 'en' as const), (text, language) => {
    const { confidence } = model.read(text, language)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
  }))
  expect(model.read('hola '.repeat(20_000), 'es').ranking).toHaveLength(3)
})

describe('strange training sets', () => {
  test('nothing at all is refused in words', () => {
    expect(() => trainIntents([])).toThrow('nothing to learn from')
  })

  test('one intent, one example, and texts without words give a model', () => {
    const one: IntentExample = { text: 'hola', intent: 'saludo', language: 'es' }
    expect(trainIntents([one]).read('hola', 'es').ranking).toEqual([{ intent: 'saludo', probability: 1 }])
    expect(trainIntents([{ ...one, text: '' }, { ...one, text: '???', intent: 'otro' }]).read('hola', 'es').ranking).toHaveLength(2)
  })

  test('three examples make a modest confidence, and one that is a number', () => {
    const { confidence } = trainIntents([...examples.slice(0, 2), examples.at(-1)!], { strangers }).read('bloquear mi tarjeta', 'es')
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThan(0.98)
  })

  test('one text in two intents is undecided between them', () => {
    const both = trainIntents([...examples, { text: 'gracias', intent: 'saldo', language: 'es' }, { text: 'gracias', intent: 'horario', language: 'es' }])
    expect(both.read('gracias', 'es').ranking[0]!.probability).toBeLessThan(0.8)
  })

  test('five hundred intents and a text of a hundred thousand letters are no obstacle', () => {
    const many = Array.from({ length: 500 }, (_, at): IntentExample => ({ text: `palabra${at} cosa${at}`, intent: `i${at}`, language: 'es' }))
    const large = trainIntents([...many, { text: 'larga '.repeat(20_000), intent: 'i7', language: 'es' }])
    expect(large.read('cosa123', 'es').ranking[0]?.intent).toBe('i123')
  })

  test('names of intents that are words of the language do not matter: __proto__, constructor', () => {
    const named = trainIntents(examples.map(each => ({ ...each, intent: each.intent === 'saldo' ? '__proto__' : each.intent })))
    expect(named.read('cuál es mi saldo', 'es').ranking[0]?.intent).toBe('__proto__')
  })
})
