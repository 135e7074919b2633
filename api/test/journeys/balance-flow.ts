import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { Canvas } from './canvas.ts'
import { shoot } from './forms.ts'

/** What customers write and read in a flow that tells them their balance. */
export const WRONG = '001-1391820-4'
export const RIGHT = '001-1391820-5'
export const ASKED = '¿Me indica su número de cédula?'
export const AGAIN = 'Ese número no es válido. Por favor, revíselo y escríbalo de nuevo.'
export const TOLD = 'Su balance es RD$ 15,230.50.'
export const HANDED = 'Le paso con una persona de nuestro equipo.'

/** Drawn by hand: what begins it, the question, the call, the answer in words, and people where the call fails. */
export async function drawBalanceFlow(page: Page) {
  const canvas = new Canvas(page)
  await page.getByTitle('Disparadores').and(page.locator('.step-start')).click()
  await page.getByRole('button', { name: 'Agregar disparador' }).click()
  await page.getByRole('menuitem', { name: 'Palabra clave' }).click()
  await expect.poll(() => page.locator(':focus').getAttribute('placeholder')).toBe('Escribe y pulsa Enter')
  await page.keyboard.type('balance, mi saldo')
  await page.keyboard.press('Enter')
  await canvas.step('“balance”, “mi saldo”').click()
  await page.getByRole('textbox', { name: 'Texto', exact: true }).fill('Con gusto le digo su balance.')

  await canvas.draw(canvas.exit(canvas.step('Con gusto'), 'done'), { x: 130, y: 12 })
  await canvas.pick('cédula')
  await page.keyboard.type(ASKED)
  await canvas.choose('Qué se espera', 'cédula')
  await page.locator('[data-panel]').getByLabel('Guardar en: cedula').waitFor()

  await canvas.draw(canvas.exit(canvas.step(ASKED), 'answered'), { x: 90, y: 0 })
  await canvas.pick('conector')
  await canvas.choose('Conector', 'núcleo')
  await canvas.choose('Operación', 'balance')
  await page.locator('[data-panel]').getByLabel('cedula: cedula').waitFor()
  await page.locator('[data-panel]').getByLabel('Variable: balance').waitFor()
  await shoot(page, 'drawn-call')

  await canvas.draw(canvas.exit(canvas.step('Núcleo bancario'), 'done'), { x: 60, y: -40 })
  await canvas.pick('decir')
  await canvas.write('Su balance es ', 'dinero', '.')
  // Only what is in sight is drawn, and the view follows what was added.
  await canvas.fit()
  await canvas.step('Núcleo bancario').click()
  await page.getByRole('button', { name: 'Agregar un paso a «Falló»' }).click()
  await canvas.pick('persona')
  await page.keyboard.type(HANDED)
  await page.getByRole('textbox', { name: 'Resumen para el agente' }).click()
  await canvas.write('No se pudo consultar su balance. Cédula: ', 'cedula')
  await canvas.fit()
  await canvas.draw(canvas.exit(canvas.step(ASKED), 'failed'), canvas.step('Pasar a persona'))
  await expect.poll(() => canvas.connections).toHaveLength(5)
  await page.getByRole('button', { name: 'Ordenar' }).click()
  await canvas.saved()
}
