import { expect, test } from 'vitest'
import { isName } from '../elena-input.ts'
import { sectorPacks } from './sector-packs.ts'

test('every sector has a pack in both languages, with intents and types that can be taken as they are', () => {
  const packs = [...sectorPacks().values()]
  expect(packs.map(({ id }) => id)).toEqual(['banking', 'education', 'government', 'health', 'insurance', 'retail', 'telecom', 'travel'])
  for (const { languages, phrases } of packs) {
    expect(languages.toSorted()).toEqual(['en', 'es'])
    for (const { text, intent, entities } of phrases) {
      expect(isName(intent)).toBe(true)
      for (const { entity, start, end } of entities ?? []) {
        expect(isName(entity)).toBe(true)
        expect(text.slice(start, end)).toMatch(/\S/)
      }
    }
  }
})
