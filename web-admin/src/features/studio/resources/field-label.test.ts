import { expect, test } from 'vitest'
import { fieldLabel } from './field-label.ts'

test.each<[string, string | undefined, { label: string; help?: string }]>([
  ['cedula', 'Cédula.', { label: 'Cédula' }],
  ['cedula', 'Cédula del cliente: once dígitos, sin guiones.', { label: 'Cédula del cliente', help: 'Cédula del cliente: once dígitos, sin guiones.' }],
  ['documentNumber', 'El número del documento de identidad con el que el cliente se registró en el banco', { label: 'Document number', help: 'El número del documento de identidad con el que el cliente se registró en el banco' }],
  ['numero_de_cuenta', undefined, { label: 'Numero de cuenta' }], ['id', '', { label: 'Id' }], ['ñ', '…', { label: '…' }],
])('the field %s that is described as “%s” has few words, and the rest as help', (name, description, shown) => {
  expect(fieldLabel(name, description)).toEqual(shown)
})
