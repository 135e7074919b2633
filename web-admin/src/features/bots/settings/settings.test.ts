import type { BotSettings } from '@botpro/graphql/flows'
import { BotSettings as Format } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf, SENTENCES, settingsFrom, withLanguage, WORDS } from './settings.ts'

const someText = fc.string({ minLength: 1, maxLength: 20 })
const someWord = fc.stringMatching(/^[a-z]{1,10}$/)
const local = <Value>(value: fc.Arbitrary<Value>) => fc.record({ ES: value, EN: value }, { requiredKeys: [] })
const record = <Value>(keys: readonly string[], value: fc.Arbitrary<Value>) => fc.record(Object.fromEntries(keys.map(key => [key, value])))
const someSettings = fc.record({
  languages: fc.constantFrom(['ES'], ['EN'], ['ES', 'EN'], ['EN', 'ES']),
  words: record(WORDS, local(fc.array(someWord, { minLength: 1, maxLength: 4 }))),
  texts: record(SENTENCES, local(someText)),
  mainFlow: fc.constant('bienvenida'), handOffFlow: fc.constant('persona'), answersInBetween: fc.boolean(),
}, { requiredKeys: ['languages', 'words', 'texts', 'answersInBetween'] }) as unknown as fc.Arbitrary<BotSettings>

test('settings that nobody changed in the form are saved as they were', () => {
  fc.assert(fc.property(someSettings, settings => {
    expect(settingsFrom(draftOf(settings, 1))).toEqual(settings)
  }))
})

test('what the form says is of the format, with words and texts taken out too', () => {
  fc.assert(fc.property(someSettings, settings => {
    const draft = draftOf(settings, 1)
    draft.words.menu = { ES: [], EN: [] }
    draft.texts.help = { ES: '', EN: '' }
    const saved = settingsFrom(draft)
    expect(Format.safeParse(saved).success).toBe(true)
    expect(saved.words.menu).toEqual({})
    expect(saved.texts.help).toEqual({})
  }))
})

test('a language that is added comes last, and one that is taken away leaves the other', () => {
  expect(withLanguage(['EN'], 'ES', true)).toEqual(['EN', 'ES'])
  expect(withLanguage(['EN', 'ES'], 'EN', false)).toEqual(['ES'])
})
