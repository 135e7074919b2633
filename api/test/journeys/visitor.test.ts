import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)

test('a visitor asks, uses the menu, and finds everything after a reload', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.page()
  await tenant.visit(page)
  await page.getByRole('button', { name: 'Abrir chat' }).click()
  const chat = page.frameLocator('iframe')
  await chat.getByText('Le damos la bienvenida a Casa Prueba').waitFor()
  await chat.getByRole('textbox').fill('¿A qué hora abren?')
  await chat.getByRole('textbox').press('Enter')
  await chat.getByText('Nuestro horario de atención').waitFor()
  await chat.getByRole('button', { name: 'Menú principal' }).click()
  await chat.getByText('¿Qué desea hacer?').waitFor()

  await page.reload()
  await page.getByRole('button', { name: 'Abrir chat' }).click()
  await chat.getByText('Nuestro horario de atención').waitFor()
  expect(await chat.getByText('¿A qué hora abren?').count()).toBe(1)
})

test('what is typed without a connection is sent once when it is back', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.page()
  await tenant.visit(page)
  await page.getByRole('button', { name: 'Abrir chat' }).click()
  const chat = page.frameLocator('iframe')
  await chat.getByText('Le damos la bienvenida').waitFor()
  await page.context().setOffline(true)
  await chat.getByText('Sin conexión').waitFor()
  await chat.getByRole('textbox').fill('horario')
  await chat.getByRole('textbox').press('Enter')
  await page.context().setOffline(false)
  await chat.getByText('Nuestro horario de atención').waitFor()
  await chat.getByText(/Sin conexión|Reconectando/).waitFor({ state: 'hidden' })
  const { rows } = await database.owner.query(`select text from message where tenant_id = $1 and author = 'CONTACT'`, [tenant.id])
  expect(rows).toEqual([{ text: 'horario' }])
})

test('a site that the channel does not allow cannot carry the chat', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  await database.owner.query(`update web_channel set allowed_origins = '{https://example.com}' where tenant_id = $1`, [tenant.id])
  const page = await stage.page()
  await tenant.visit(page)
  await page.getByRole('button', { name: 'Abrir chat' }).click()
  await page.waitForTimeout(1500)
  expect(await page.frameLocator('iframe').getByRole('textbox').count()).toBe(0)
})
