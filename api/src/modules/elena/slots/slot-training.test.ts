import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SlotLabeller } from './slot-labeller.ts'
import type { MarkedText } from './slot-mark.ts'
import { trainSlots } from './slot-training.ts'

/** "quiero [dos](cuántos) entradas" as text and marks. */
function marked(intent: string, written: string): MarkedText {
  const entities: { start: number, end: number, entity: string }[] = []
  let text = ''
  for (const [, plain, value, entity] of written.matchAll(/([^[]*)(?:\[([^\]]*)\]\(([^)]*)\))?/g)) {
    text += plain
    if (value === undefined) continue
    entities.push({ start: text.length, end: text.length + value.length, entity: entity! })
    text += value
  }
  return { text, intent, entities }
}

const cities = ['Santiago', 'La Romana', 'Higüey', 'San Cristóbal', 'Baní', 'Puerto Plata', 'Moca', 'Azua']
const times = ['las 3', 'las 10:30', 'las 7pm', 'las ocho']
const tickets = cities.flatMap((city, at) => [
  marked('comprar', `quiero un pasaje a [${city}](destino) para ${times[at % 4] && `[${times[at % 4]}](hora)`}`),
  marked('comprar', `un boleto de [${city}](origen) a [${cities[(at + 3) % 8]}](destino)`),
  marked('horario', `¿a qué hora sale la guagua de [${city}](origen)?`),
  marked('comprar', `necesito salir a ${`[${times[(at + 1) % 4]}](hora)`} hacia [${city}](destino)`),
  marked('saludo', `hola, buenas ${at}`),
])
const { labeller } = trainSlots(tickets, { language: 'es' })
const read = (text: string, from: SlotLabeller = labeller) => from.labelSlots(text).map(slot => `${slot.entity}: ${slot.text}`)

describe('slots learnt from examples', () => {
  test('are found for values that were never marked', () => {
    expect(read('quiero un pasaje a Barahona para las 9')).toEqual(['destino: Barahona', 'hora: las 9'])
    expect(read('un boleto de Nagua a Samaná')).toEqual(['origen: Nagua', 'destino: Samaná'])
  })

  test('are not found where nothing was marked', () => {
    expect(read('hola, buenas tardes')).toEqual([])
  })

  test('stand where they are said to stand, with a probability', () => {
    for (const slot of labeller.labelSlots('Necesito salir a las 8pm hacia San Juan, ¿sí?')) {
      expect('Necesito salir a las 8pm hacia San Juan, ¿sí?'.slice(slot.start, slot.end)).toBe(slot.text)
      expect(slot.confidence).toBeGreaterThan(0)
      expect(slot.confidence).toBeLessThanOrEqual(1)
    }
  })

  test('do not depend on the order of the examples, bit for bit', () => {
    fc.assert(fc.property(fc.shuffledSubarray(tickets, { minLength: tickets.length }), shuffled => {
      expect(trainSlots(shuffled, { language: 'es' }).labeller.write()).toEqual(labeller.write())
    }), { numRuns: 3 })
  })

  test('are the same from the stored bytes', () => {
    const stored = SlotLabeller.read(labeller.write())
    expect(stored.write()).toEqual(labeller.write())
    expect(stored.labelSlots(tickets[0]!.text)).toEqual(labeller.labelSlots(tickets[0]!.text))
  })

  test('of examples without marks are none', () => {
    const { labeller: nothing } = trainSlots([{ text: 'hola' }, { text: 'adiós', intent: 'despedida', entities: [] }], { language: 'es' })
    expect(read('hola Santiago', nothing)).toEqual([])
    expect(SlotLabeller.read(nothing.write()).labelSlots('hola')).toEqual([])
    expect(trainSlots([], { language: 'en' }).labeller.labelSlots('hello')).toEqual([])
  })

  test('bad marks are told by example and left out', () => {
    const bad = { text: 'hola mundo', entities: [{ start: 5, end: 99, entity: 'x' }] }
    const { problems } = trainSlots([tickets[0]!, bad], { language: 'es' })
    expect(problems).toEqual([{ example: 1, mark: bad.entities[0], reason: 'outside the text' }])
  })

  test('an intent tells apart what the words do not', () => {
    const pairs = ['lunes', 'martes', 'jueves', 'sábado'].flatMap(day => [marked('abrir', `el [${day}](apertura)`), marked('cerrar', `el [${day}](cierre)`)])
    const { labeller: doors } = trainSlots(pairs, { language: 'es' })
    const entity = (intent: string) => doors.labelSlots('el viernes', { intents: [{ intent, share: 1 }] })[0]?.entity
    expect([entity('abrir'), entity('cerrar')]).toEqual(['apertura', 'cierre'])
  })

  test('what a recogniser found is a hint', () => {
    const hintsOf = (text: string) => [...text.matchAll(/\b\w+-\w+\b/g)].map(found => ({ start: found.index, end: found.index + found[0].length, kind: 'código' }))
    const orders = ['ab-12', 'x-9', 'zz-top', '77-b'].flatMap(code => [marked('pedido', `mi [${code}](pedido) no llega`), marked('pedido', `mi paquete ${code.slice(0, 1)} no llega`)])
    const { labeller: codes } = trainSlots(orders, { language: 'es', hintsOf })
    const text = 'mi qwerty-5000 no llega'
    expect(codes.labelSlots(text, { hints: hintsOf(text) }).map(slot => slot.text)).toEqual(['qwerty-5000'])
  })

  test('progress is told up to the end', () => {
    const shares: number[] = []
    trainSlots(tickets, { language: 'es', onProgress: share => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  test('of any text stand inside it, in order and apart', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...cities, 'a', 'de', 'las', '3', '"', '🙂', '\ud800')), (strange, words) => {
      let end = 0
      for (const slot of labeller.labelSlots(`${strange} ${words.join(' ')}`)) {
        expect(slot.start).toBeGreaterThanOrEqual(end)
        expect(slot.end).toBeGreaterThan(slot.start)
        end = slot.end
      }
    }))
  })

  test('of any examples are learnt without a crash', () => {
    const example = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 15 }), intent: fc.constantFrom('a', 'b'), entities: fc.array(fc.record({ start: fc.nat(15), end: fc.nat(15), entity: fc.constantFrom('x', 'y', '') }), { maxLength: 3 }) })
    fc.assert(fc.property(fc.array(example, { maxLength: 12 }), examples => {
      trainSlots(examples, { language: 'en' }).labeller.labelSlots(examples[0]?.text ?? '')
    }), { numRuns: 30 })
  })
})

test('bytes that are no model are refused', () => {
  const bytes = labeller.write()
  expect(() => SlotLabeller.read(bytes.slice(0, 200))).toThrow('no slot model')
  expect(() => SlotLabeller.read(new Uint8Array())).toThrow('no slot model')
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), noise => {
    expect(() => SlotLabeller.read(noise)).toThrow('no slot model')
  }))
})
