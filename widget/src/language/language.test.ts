import { expect, test } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'
import { dayOf, languageOf, sizeOf } from './language.ts'

test('both languages say everything, and say it with the same values', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(es).sort())
  for (const [key, words] of Object.entries(es)) {
    const other = en[key as keyof typeof en]
    expect(typeof other, key).toBe(typeof words)
    if (typeof words === 'string') expect([words, other].every(Boolean), key).toBe(true)
    else expect(other.length, key).toBe(words.length)
  }
})

test('a page in a language that we do not speak leaves the choice to the tenant', () => {
  expect(['es-DO', 'EN', 'en_US', 'fr', '', undefined].map(languageOf)).toEqual(['ES', 'EN', 'EN', undefined, undefined, undefined])
})

test('days are named as people name them', () => {
  const now = new Date(2026, 2, 3, 9)
  const day = (date: Date) => dayOf(date.toISOString(), 'ES', now)
  expect(day(new Date(2026, 2, 3, 0, 1))).toBe('Hoy')
  expect(day(new Date(2026, 2, 2, 23, 59))).toBe('Ayer')
  expect(day(new Date(2026, 1, 27))).toBe('viernes, 27 de febrero')
  expect(day(new Date(2025, 11, 31))).toContain('2025')
})

test('sizes are short', () => expect([sizeOf(10, 'EN'), sizeOf(248_000, 'EN'), sizeOf(1_250_000, 'EN')]).toEqual(['1 kB', '248 kB', '1.3 MB']))
