import { expect, test } from 'vitest'
import { inEnglish, inSpanish, valuesOf } from './recognise.fixture.ts'

test.each([
  [
    'Vivo en la Calle Duarte 25, Ensanche Naco, Santo Domingo. Gracias',
    { address: 'Calle Duarte 25, Ensanche Naco, Santo Domingo', street: 'Calle Duarte', number: '25', sector: 'Ensanche Naco' },
  ],
  [
    'C/ Duarte #12, apto. 3-B, sector Los Prados',
    { address: 'C/ Duarte #12, apto. 3-B, sector Los Prados', street: 'C/ Duarte', number: '12', unit: 'apto. 3-B', sector: 'sector Los Prados' },
  ],
  ['envíalo a la calle el conde no. 54 y me avisas', { address: 'calle el conde no. 54', street: 'calle el conde', number: '54' }],
  ['estoy en la Av. Winston Churchill', { address: 'Av. Winston Churchill', street: 'Av. Winston Churchill' }],
  ['av 27 de febrero 200 para el lunes', { address: 'av 27 de febrero 200', street: 'av 27 de febrero', number: '200' }],
  ['autopista Duarte km 12', { address: 'autopista Duarte km 12', street: 'autopista Duarte km', number: '12' }],
  ['vivo en el sector Villa Mella', { address: 'sector Villa Mella', sector: 'sector Villa Mella' }],
])('"%s"', (text, value) => expect(valuesOf('address', text, inSpanish)).toEqual([value]))

test.each(['la calle está cerrada', 'la avenida principal', 'me gusta la calle', 'casa 5', 'calle', 'el sector privado'])('"%s" holds no address', text => {
  expect(valuesOf('address', text, inSpanish)).toEqual([])
})

test.each([
  ['I live at 123 Main Street, Apt 4', { address: '123 Main Street, Apt 4', street: 'Main Street', number: '123', unit: 'Apt 4' }],
  ['45 Wall St, New York', { address: '45 Wall St, New York', street: 'Wall St', number: '45' }],
])('"%s" in English', (text, value) => expect(valuesOf('address', text, inEnglish)).toEqual([value]))

test.each(['5 people on the street', '2 nights, the way I like'])('"%s" holds no address in English', text => {
  expect(valuesOf('address', text, inEnglish)).toEqual([])
})
