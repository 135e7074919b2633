import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { useStage } from './stage.ts'

const stage = useStage(useDatabase())

test('an operator makes a company; its owner is invited', { timeout: 60_000 }, async () => {
  const page = await stage.signedIn(await stage.operator(), '/admin/tenants')
  await page.getByRole('button', { name: 'Crear empresa' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Nombre', { exact: true }).first().fill('Panadería El Sol')
  await sheet.getByLabel('Nombre', { exact: true }).last().fill('Marta Dueña')
  await sheet.getByLabel('Correo electrónico').fill('marta@example.com')
  await sheet.getByRole('button', { name: 'Crear e invitar' }).click()
  await page.getByText('Panadería El Sol creada. Invitamos a marta@example.com.').first().waitFor()
  await page.locator('main li').filter({ hasText: 'panaderia-el-sol' }).waitFor()
})

test('support sees a company under a banner, changes nothing, and the company reads who looked and why', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await stage.operator(), '/admin/tenants')
  await page.locator('main li').filter({ hasText: tenant.slug }).getByRole('button', { name: /Ver como soporte/ }).click()
  await page.getByLabel('Motivo').fill('Caso 1234')
  await page.getByRole('button', { name: 'Entrar como soporte' }).click()
  await page.getByText('Estás viendo Casa Prueba como soporte').waitFor()
  for (const path of ['members', 'calendar', 'channels', 'api-keys']) {
    await page.goto(`${stage.app.url}/admin/${path}`)
    await page.getByText('Estás viendo Casa Prueba como soporte').waitFor()
    await page.locator('main h1').waitFor()
    expect(await page.locator('main').getByRole('button', { name: /Invitar|Nuevo|Crear|Agregar|Guardar/ }).count()).toBe(0)
  }
  await page.getByRole('button', { name: 'Salir de la empresa' }).click()
  await page.getByRole('link', { name: 'Empresas', exact: true }).waitFor()

  const admin = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/audit')
  const entry = admin.locator('main li').filter({ hasText: 'Olga Operadora' }).filter({ hasText: /[Ss]oporte entró/ })
  await entry.click()
  await admin.getByRole('dialog').getByText('Caso 1234').waitFor()
})
