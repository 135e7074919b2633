import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { languages, stem, type Language } from '../language.ts'
import { tokenise } from '../tokens.ts'
import { conceptsOf, parseLexicon } from './lexicon.ts'

const folder = import.meta.dirname
const lines = readdirSync(folder).filter(file => file.endsWith('.txt'))
  .flatMap(file => readFileSync(join(folder, file), 'utf8').split('\n').map((line, at) => ({ line: line.trim(), place: `${file}:${at + 1}` })))
  .filter(({ line }) => line && !line.startsWith('#'))

const concepts = (text: string, language: Language) => new Set(conceptsOf(tokenise(text).map(({ word }) => stem(word, language)), language))
const shared = (one: Set<number>, other: Set<number>) => [...one].filter(each => each > 0 && other.has(each)).length

test('every concept has words in both languages, and none twice', () => {
  const faults = lines.flatMap(({ line, place }) => {
    const entries = languages.map(language => line.split('|').map(part => part.trim()).find(part => part.startsWith(`${language}:`))?.slice(3).split(',').map(each => fold(each.trim())) ?? [])
    return entries.every(each => each.length > 0 && each.every(Boolean) && new Set(each).size === each.length) ? [] : [place]
  })
  expect(faults).toEqual([])
})

test('other words for one thing meet in a concept', () => {
  expect(shared(concepts('se me perdió el plástico', 'es'), concepts('extravié mi tarjeta', 'es'))).toBeGreaterThan(1)
  expect(shared(concepts('I misplaced my plastic', 'en'), concepts('lost bank card', 'en'))).toBeGreaterThan(1)
})

test('so do the words of two languages', () => {
  expect(shared(concepts('quiero un préstamo', 'es'), concepts('I want a loan', 'en'))).toBeGreaterThan(0)
})

test('an article between the words of a phrase is no obstacle', () => {
  const lexicon = 'stop-payment | en: stop payment | es: parar el pago'
  expect(() => parseLexicon(lexicon)).not.toThrow()
  expect(concepts('stop that payment', 'en')).toEqual(concepts('stop payment', 'en'))
})

test('a line that is no concept is named', () => {
  expect(() => parseLexicon('lost | fr: perdu')).toThrow('fr: perdu')
})
