import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readElena, trainElena } from './engine.ts'
import type { TrainingExample } from './model.ts'
import { packExamples } from './packs/pack-examples.ts'

const context = { now: new Date('2026-01-05T12:00:00Z'), zone: 'America/Santo_Domingo' }
const examples = (['es', 'en'] as const).flatMap(language => packExamples('banking', language))
const entities = [{ name: 'branch', values: [{ value: 'Centro', synonyms: ['sucursal central', 'downtown'] }, { value: 'Naco', synonyms: [] }] }]
const model = trainElena({ examples, entities })
const understand = (text: string) => model.understand(text, context)
const found = (text: string) => understand(text).entities.map(({ entity, text: words, value }) => ({ entity, words, value }))

test('one model understands both languages, detecting which', () => {
  expect(understand('se me perdió la tarjeta de débito')).toMatchObject({ language: 'es', inScope: true, ranking: [{ intent: 'lost_card' }, {}, {}] })
  expect(understand('I lost my debit card')).toMatchObject({ language: 'en', inScope: true, ranking: [{ intent: 'lost_card' }, {}, {}] })
})

test('entities are found as they were taught, as they are listed, and as everybody knows them', () => {
  expect(found('quiero transferir RD$5,000 en la sucursal central')).toEqual([
    { entity: expect.stringMatching(/^(amount|money)$/), words: 'RD$5,000', value: { amount: '5000.00', currency: 'DOP' } },
    { entity: 'branch', words: 'sucursal central', value: 'Centro' },
  ])
  expect(found('perdí mi tarjeta de crédito')).toContainEqual(expect.objectContaining({ entity: 'card_type', words: 'crédito' }))
})

test('the number of a card is told to nobody', () => {
  expect(JSON.stringify(understand('mi tarjeta es 4111 1111 1111 1111'))).not.toMatch(/4111 ?1111/)
})

test('entities lie in the text, in order, and a learnt one overlaps no listed one', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
    const all = understand(text).entities
    for (const { start, end } of all) expect(0 <= start && start < end && end <= text.length).toBe(true)
    expect(all).toEqual(all.toSorted((one, other) => one.start - other.start || other.end - one.end))
  }), { numRuns: 50 })
})

test('a kept model understands as the one that was trained', () => {
  const kept = readElena(model.write())
  for (const { text } of examples.slice(0, 60)) expect(kept.understand(text, context)).toEqual(understand(text))
})

test('bytes that are no model are refused', () => {
  expect(() => readElena(new Uint8Array(0))).toThrow('not a model')
  expect(() => readElena(new TextEncoder().encode('something else entirely'))).toThrow('not a model')
  expect(() => readElena(model.write().slice(0, 5000))).toThrow()
})

test('the order of the examples changes no bit of the whole model', () => {
  const few: TrainingExample[] = examples.filter((_, at) => at % 7 === 0)
  expect(trainElena({ examples: few.toReversed(), entities }).write()).toEqual(trainElena({ examples: few, entities }).write())
})
