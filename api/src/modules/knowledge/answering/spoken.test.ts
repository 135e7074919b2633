import { expect, test } from 'vitest'
import { sentencesOf } from '../documents/sentences.ts'
import { spoken } from './spoken.ts'

const saying = (text: string, part: string) => spoken(text, sentencesOf(text).find(({ start, end }) => text.slice(start, end).includes(part))!)
const filler = (name: string) => `${name} dice cosas que nadie preguntó, con todas las palabras que hacen falta para llenar una línea larga de verdad. `.repeat(3)

test('a short passage is said whole', () => {
  const text = 'Abrimos a las nueve. Cerramos a las seis.'
  expect(saying(text, 'seis')).toBe(text)
})

test('of a long one the sentence that answers is said, with what fits beside it', () => {
  const text = `${filler('Ana')}\nEl envío cuesta RD$200. Llega en dos días.\n${filler('Luis')}`
  const said = saying(text, 'cuesta')
  expect(said).toContain('El envío cuesta RD$200. Llega en dos días.')
  expect(said.length).toBeLessThanOrEqual(400)
})

test('a sentence that leans on the one before it is said with it', () => {
  const text = `${filler('Ana')}\nLa garantía dura un año. Esta cubre solo los defectos de fábrica${', y todo lo que haga falta decir de ellos'.repeat(7)}.\n${filler('Luis')}`
  expect(saying(text, 'defectos')).toMatch(/^La garantía dura un año\. Esta cubre/)
})

test('an item of a list is said with its list and the line that introduces it', () => {
  const text = `${filler('Ana')}\nPara abrir una cuenta traiga:\n- La cédula.\n- Un recibo de luz.\n- Una carta de trabajo.\n${filler('Luis')}`
  expect(saying(text, 'recibo')).toBe('Para abrir una cuenta traiga:\n- La cédula.\n- Un recibo de luz.\n- Una carta de trabajo.')
})

test('a line that introduces what does not fit is not the last', () => {
  const long = `- ${'muy '.repeat(120)}largo.`
  expect(saying(`${filler('Ana')}\nEl envío cuesta RD$200.\nOtros cargos:\n${long}`, 'cuesta')).not.toContain('Otros cargos')
})

test('one endless sentence is cut between words', () => {
  const said = saying('palabra '.repeat(500), 'palabra')
  expect(said.length).toBeLessThanOrEqual(1000)
  expect(said).toMatch(/ palabra…$/)
})
