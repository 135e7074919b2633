import { expect, test } from 'vitest'
import { shownFields } from './request-fields.ts'

const words = { day: (date: string) => `el ${date}`, money: ({ amount, currency }: { amount: string; currency: string }) => `${currency} ${amount}`, yesNo: (is: boolean) => (is ? 'sí' : 'no') }
const localName = ({ es }: { es?: string | null }) => es ?? ''
const type = { __typename: 'ServiceRequestType' as const, id: 't', name: { __typename: 'LocalName' as const, es: 'Reclamo', en: null }, fields: [
  { __typename: 'ServiceRequestField' as const, name: 'amount', label: { __typename: 'LocalName' as const, es: 'Monto', en: null } },
  { __typename: 'ServiceRequestField' as const, name: 'day', label: { __typename: 'LocalName' as const, es: 'Fecha', en: null } },
] }

test('fields come as their type orders them, and what it does not name comes after', () => {
  const fields = { other: 'x', day: '2026-11-02', amount: { amount: '500.00', currency: 'DOP' } }
  expect(shownFields({ fields, type }, localName, words)).toEqual([
    { label: 'Monto', value: 'DOP 500.00' }, { label: 'Fecha', value: 'el 2026-11-02' }, { label: 'other', value: 'x' },
  ])
})

test('what is empty is not shown, and what has parts is one line', () => {
  expect(shownFields({ fields: { day: '', amount: null, list: ['a', { b: 1 }], no: false }, type: null }, localName, words)).toEqual([
    { label: 'list', value: 'a, b: 1' }, { label: 'no', value: 'no' },
  ])
})
