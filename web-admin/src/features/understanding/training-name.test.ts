import { expect, test } from 'vitest'
import { finishedName, isName, nameOf } from './training-name.ts'

test('a name in anybody’s words becomes one that every file takes', () => {
  expect(nameOf('Rastrear pedido')).toBe('rastrear_pedido')
  expect(nameOf('¿Dónde está mi compra?')).toBe('donde_esta_mi_compra_')
  expect(finishedName(' Año — Nuevo! ')).toBe('ano_nuevo')
  expect(isName(finishedName('x'.repeat(90)))).toBe(true)
})

test('a word can still follow while a name is typed', () => {
  expect(nameOf('rastrear ')).toBe('rastrear_')
})

test('a name without letters is none', () => {
  expect(isName(finishedName('¿?'))).toBe(false)
})
