import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TrainingSet } from '../model.ts'
import { parseExchange, writeExchange } from './exchange.ts'
import { exchangeFormats, type ExchangeFormat } from './model.ts'
import { inOrder, trainingSets } from './sets.fixture.ts'

const back = (set: TrainingSet, format: ExchangeFormat) => {
  const { content, fileName, problems } = writeExchange(set, format)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { lost: problems, read: parseExchange(bytes, { fileName }) }
}

const anything = trainingSets({ wild: true, lists: true, values: true })

test('our own JSON says everything, whatever the texts are made of', () => {
  fc.assert(fc.property(anything, set => {
    const { lost, read } = back(set, 'JSON')
    expect(lost).toEqual([])
    expect(read.problems).toEqual([])
    expect(read.set.examples).toEqual(set.examples)
    expect(inOrder(read.set)).toEqual(inOrder(set))
  }), { numRuns: 200 })
})

test.each(['CSV', 'JSONL'] as const)('%s says everything about examples, in their order', format => {
  fc.assert(fc.property(trainingSets({ wild: true, lists: false, values: true }), set => {
    const { lost, read } = back(set, format)
    expect(lost).toEqual([])
    expect(read.problems).toEqual([])
    expect(read.set.examples).toEqual(set.examples)
    expect(inOrder(read.set)).toEqual(inOrder(set))
  }), { numRuns: 300 })
})

test.each(exchangeFormats)('what %s cannot say is named, and nothing else is lost', format => {
  let whole = 0
  fc.assert(fc.property(anything, set => {
    const { lost, read } = back(set, format)
    expect(read.format).toBe(format)
    if (lost.length > 0) return
    whole++
    expect(read.problems).toEqual([])
    expect(inOrder(read.set)).toEqual(inOrder(set))
  }), { numRuns: format === 'DIALOGFLOW' ? 60 : 300 })
  expect(whole).toBeGreaterThan(10)
})

test.each(['DIALOGFLOW', 'CLU'] as const)('%s says texts and marks in both languages', format => {
  fc.assert(fc.property(trainingSets({ wild: true, lists: false, values: false }), set => {
    const { lost, read } = back(set, format)
    expect(lost).toEqual([])
    expect(inOrder(read.set)).toEqual(inOrder(set))
  }), { numRuns: 40 })
})

test('Rasa says marks with values, in both languages, of texts without brackets', () => {
  fc.assert(fc.property(trainingSets({ wild: false, lists: false, values: true }), set => {
    const { lost, read } = back(set, 'RASA')
    expect(lost).toEqual([])
    expect(read.problems).toEqual([])
    expect(inOrder(read.set)).toEqual(inOrder(set))
  }), { numRuns: 200 })
})

test('LUIS says texts and marks of one language', () => {
  fc.assert(fc.property(trainingSets({ wild: true, lists: false, values: false, language: 'en' }), set => {
    const { lost, read } = back(set, 'LUIS')
    expect(lost).toEqual([])
    expect(inOrder(read.set)).toEqual(inOrder(set))
  }), { numRuns: 100 })
})

const cities: TrainingSet = {
  examples: [
    { text: 'vuelos a la capital', intent: 'volar', language: 'es', entities: [{ start: 9, end: 19, entity: 'ciudad', value: 'Santo Domingo' }] },
    { text: 'flights to Santiago', intent: 'volar', language: 'en', entities: [{ start: 11, end: 19, entity: 'ciudad' }] },
  ],
  entities: [{ name: 'ciudad', values: [{ value: 'Santo Domingo', synonyms: ['la capital', 'SD'] }, { value: 'Santiago', synonyms: [] }] }, { name: 'suelto' }],
}

test.each(['JSON', 'RASA', 'DIALOGFLOW', 'CLU'] as const)('%s says closed lists with their synonyms, and types without values', format => {
  const { lost, read } = back(cities, format)
  expect(lost).toEqual([])
  expect(read.problems).toEqual([])
  expect(inOrder(read.set)).toEqual(inOrder(cities))
})

test('the losses of a format are counted and named', () => {
  expect(writeExchange(cities, 'CSV').problems).toEqual([
    { key: 'valuesLost', params: { entity: 'ciudad', count: 1 } }, { key: 'entityLost', params: { entity: 'suelto', count: 1 } },
  ])
  expect(writeExchange(cities, 'LUIS').problems).toEqual([{ key: 'languageLost', params: { language: 'en', count: 1 } }])
  const bracketed: TrainingSet = { examples: [{ text: 'escribí [algo](así)', intent: 'x', language: 'es' }] }
  expect(writeExchange(bracketed, 'RASA').problems).toEqual([{ key: 'exampleLost', params: { intent: 'x', count: 1 } }])
})

test('the same set makes the same bytes', () => {
  for (const format of exchangeFormats) expect(writeExchange(cities, format)).toEqual(writeExchange(structuredClone(cities), format))
})
