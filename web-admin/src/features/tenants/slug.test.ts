import { expect, test } from 'vitest'
import { isSlug, slugOf } from './slug.ts'

test('a name becomes a short name without accents, signs or edges of hyphens', () => {
  expect(slugOf('Clínica Santa Elena')).toBe('clinica-santa-elena')
  expect(slugOf('  ¡Ñoño & Cía.! ')).toBe('nono-cia')
  expect(slugOf('x'.repeat(39) + ' y')).toBe('x'.repeat(39))
})

test('a short name has 3 to 40 characters and neither begins nor ends with a hyphen', () => {
  expect(['abc', 'a-1', 'x'.repeat(40)].every(isSlug)).toBe(true)
  expect(['ab', '-abc', 'abc-', 'Abc', 'a b', 'x'.repeat(41)].some(isSlug)).toBe(false)
})
