import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SystemDouble } from '../../src/modules/connectors/system-double.fixture.ts'
import { useDatabase } from '../harness.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { useStage } from './stage.ts'

const system = new SystemDouble()
beforeAll(() => system.listen())
afterAll(() => system.close())

const stage = useStage(useDatabase(), () => ({ OUTSIDE_ALLOW: `127.0.0.1:${system.port}` }))
const TELEPHONE = { width: 360, height: 740, colorScheme: 'dark' } as const
const KEY = 'clave-secreta-0123456789'

const shoot = async (page: Page, name: string) => { if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) }
/** In every size and colour that there is. */
async function shootAll(page: Page, name: string) {
  if (!process.env.SHOTS) return
  const size = page.viewportSize()!
  for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [360, 'light'], [360, 'dark']] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await shoot(page, `${name}-${width}-${colorScheme}`)
  }
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: 'light' })
}

const OPENAPI = JSON.stringify({
  openapi: '3.0.3', info: { title: 'Facturas', version: '1' }, servers: [{ url: 'https://facturas.example.com' }],
  paths: {
    '/invoices/{number}': { get: { operationId: 'getInvoice', summary: 'Consultar factura', tags: ['Facturas'], parameters: [{ name: 'number', in: 'path', required: true, schema: { type: 'string' } }], responses: { 200: { description: 'ok', content: { 'application/json': { schema: { type: 'object', properties: { total: { type: 'number' } } } } } } } } },
    '/invoices': { get: { operationId: 'listInvoices', summary: 'Listar facturas', tags: ['Facturas'], responses: { 200: { description: 'ok' } } } },
  },
})

test('a system is connected, an operation is tried on it, and what it answers is taken by a click', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('OWNER', 'Rosa Dueña'), '/admin/today', { width: 1440, height: 900 })
  await page.locator('dl').first().waitFor()
  await page.goto(`${stage.app.url}/admin/connectors`)
  await page.getByText('Tu bot todavía no consulta ningún sistema').waitFor()
  await shootAll(page, 'connectors-empty')

  await page.getByRole('button', { name: 'Conectar mi sistema' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Dirección' }).fill(system.url)
  await form.getByRole('textbox', { name: 'Nombre' }).fill('Núcleo bancario')
  expect(await form.getByRole('textbox', { name: 'Clave' }).inputValue()).toBe('nucleo_bancario')
  await shootAll(page, 'connectors-create')
  await expectAccessible(page, 'the form of a connector')
  await form.getByRole('button', { name: 'Agregar conector' }).click()
  await page.getByText('Todavía no hay operaciones').waitFor()

  await page.getByRole('link', { name: 'Ajustes' }).click()
  await page.getByRole('combobox', { name: 'Forma de acceso' }).click()
  await page.getByRole('option', { name: 'Clave de API' }).click()
  await page.getByRole('textbox', { name: 'Nombre del encabezado o parámetro' }).fill('X-Api-Key')
  await page.getByLabel('Clave', { exact: true }).fill(KEY)
  await expectAccessible(page, 'the settings')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.getByText('Conector guardado').first().waitFor()
  expect(await page.getByLabel('Clave', { exact: true }).getAttribute('placeholder')).toContain('guardada')
  expect(await page.content()).not.toContain(KEY)
  await shootAll(page, 'connectors-settings')

  system.behave = () => ({ body: { data: { 'saldo-disponible': 1250.5, moneda: 'DOP' }, movimientos: [{ id: 'M-1', monto: -200 }, { id: 'M-2', monto: 900 }] } })
  await page.getByRole('link', { name: 'Operaciones' }).first().click()
  await page.getByRole('link', { name: 'Nueva operación' }).click()
  await page.getByRole('textbox', { name: 'Nombre', exact: true }).fill('Consultar saldo')
  await page.getByRole('textbox', { name: 'Ruta' }).fill('/cuentas/{numero}/saldo')
  await page.getByRole('button', { name: 'Agregarlo' }).click()
  const trial = page.getByRole('region', { name: 'Probar en vivo' })
  await trial.getByRole('textbox', { name: 'numero' }).fill('001-1')
  await trial.getByRole('button', { name: 'Probar' }).click()
  await trial.getByText('Todo bien.').waitFor()
  expect(system.last).toMatchObject({ path: '/cuentas/001-1/saldo', headers: { 'x-api-key': KEY } })
  await trial.getByRole('button', { name: 'Usar saldo-disponible 1250.5' }).click()
  await page.getByRole('textbox', { name: 'Nombre del valor 1' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Lugar del valor 1 en la respuesta' }).inputValue()).toBe('data["saldo-disponible"]')
  expect(await page.content()).not.toContain(KEY)
  await expectAccessible(page, 'an operation')
  await shootAll(page, 'connectors-operation')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.waitForURL(/operations\/[\da-f-]{36}$/)
  await trial.getByRole('textbox', { name: 'numero' }).fill('001-1')
  await trial.getByRole('button', { name: 'Probar' }).click()
  await trial.getByRole('region', { name: 'Lo que recibe el bot' }).getByText('saldoDisponible').waitFor()

  system.behave = () => ({ status: 401, body: { error: `no: ${KEY}` } })
  await trial.getByRole('button', { name: 'Probar' }).click()
  await trial.getByText('El sistema no dejó entrar. Revisa el acceso.').waitFor()
  expect(await page.content()).not.toContain(KEY)
  await shootAll(page, 'connectors-refused')

  await page.getByRole('link', { name: 'Núcleo bancario' }).click()
  await page.getByRole('link', { name: 'Llamadas' }).click()
  await page.getByText('El sistema no dejó entrar. Revisa el acceso.').first().waitFor()
  await expectAccessible(page, 'the calls')
  await shootAll(page, 'connectors-calls')

  await page.getByRole('link', { name: 'Operaciones' }).first().click()
  await page.getByRole('link', { name: 'Importar OpenAPI' }).click()
  await page.locator('input[type="file"]').setInputFiles({ name: 'facturas.json', mimeType: 'application/json', buffer: Buffer.from(OPENAPI) })
  await page.getByText('Consultar factura').waitFor()
  await page.getByRole('textbox', { name: 'Buscar por nombre, ruta o grupo' }).fill('consultar')
  await page.getByRole('checkbox', { name: 'Consultar factura' }).click()
  await expectAccessible(page, 'the import')
  await shootAll(page, 'connectors-import')
  await page.getByRole('button', { name: 'Importar', exact: true }).click()
  await page.getByRole('link', { name: 'Consultar factura' }).waitFor()
  await shootAll(page, 'connectors-operations')
})

test('on a telephone a demo system is chosen and tried, and what was begun is not lost without a word', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/today', TELEPHONE)
  await page.locator('dl').first().waitFor()
  await page.goto(`${stage.app.url}/admin/connectors`)
  await page.getByRole('button', { name: 'Empezar con datos de muestra' }).click()
  await page.getByRole('combobox', { name: 'Sistema de ejemplo' }).click()
  await page.getByRole('option', { name: 'Tienda de ejemplo' }).click()
  await expectFits(page, 'the form of a connector')
  await page.getByRole('dialog').getByRole('button', { name: 'Agregar conector' }).click()
  await page.getByText('Datos de muestra').first().waitFor()
  await expectFits(page, 'a demo system')
  await expectAccessible(page, 'a demo system')
  await page.locator('main a[href*="/samples/"]').first().click()
  await page.getByRole('region', { name: 'Probar en vivo' }).getByRole('button', { name: 'Probar' }).click()
  await page.getByText('Todo bien.').waitFor()
  await expectFits(page, 'a demo operation')
  await expectAccessible(page, 'a demo operation')
  await shootAll(page, 'connectors-demo')

  await page.goBack()
  await page.getByRole('link', { name: 'Ajustes' }).click()
  await page.getByRole('textbox', { name: 'Dirección' }).fill('https://tienda.example.com/api')
  await page.getByRole('button', { name: 'Agregar encabezado' }).click()
  await expectFits(page, 'the settings')
  await page.getByRole('link', { name: 'Llamadas' }).click()
  await page.getByText('¿Salir sin guardar?').waitFor()
  await page.getByRole('button', { name: 'Salir sin guardar' }).click()
  await page.getByText('Prueba', { exact: true }).first().waitFor()
  await page.goto(`${stage.app.url}/admin/connectors`)
  await page.getByRole('link', { name: 'Tienda de ejemplo' }).waitFor()
  await expectFits(page, 'the list')
  await page.getByRole('button', { name: /^Más acciones/ }).click()
  await page.getByRole('menuitem', { name: 'Archivar o eliminar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archivar o eliminar' }).click()
  // Nothing but a trial asked it, so it is gone for good.
  await page.getByRole('button', { name: 'Empezar con datos de muestra' }).waitFor()
})
