import { expect, test } from 'vitest'
import { isName } from '../elena-input.ts'
import { sectorPacks, unmarked } from './sector-packs.ts'

test('every sector has a pack in both languages, with intents and types that can be taken as they are', () => {
  const packs = [...sectorPacks().values()]
  expect(packs.map(({ id }) => id)).toEqual(['banking', 'education', 'government', 'health', 'insurance', 'retail', 'telecom', 'travel'])
  for (const { languages, phrases } of packs) {
    expect(languages.toSorted()).toEqual(['en', 'es'])
    for (const { text, intent, entities } of phrases) {
      expect(isName(intent)).toBe(true)
      for (const { entity, start, end } of entities) {
        expect(isName(entity)).toBe(true)
        expect(text.slice(start, end)).toMatch(/\S/)
      }
    }
  }
})

test('marks are taken out of a line and stand where their words are', () => {
  expect(unmarked('orden [A1](order_code) de [ropa]{"entity": "product", "value": "clothes"}')).toEqual({
    text: 'orden A1 de ropa', entities: [{ start: 6, end: 8, entity: 'order_code' }, { start: 12, end: 16, entity: 'product', value: 'clothes' }],
  })
})
