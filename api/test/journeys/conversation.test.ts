import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)

test('a visitor asks for a person; an agent sees her come, claims, answers, notes and closes; she finds everything', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const desk = await stage.signedIn(await tenant.member('AGENT', 'Ana Lucía Reyes'), '/agent/')
  await desk.getByText('No tienes conversaciones abiertas').waitFor()
  await desk.getByRole('link', { name: /Sin asignar/ }).click()
  await desk.getByText('Nadie está esperando').waitFor()

  const shop = await stage.page()
  await tenant.visit(shop)
  await shop.getByRole('button', { name: 'Abrir chat' }).click()
  const chat = shop.frameLocator('iframe')
  await chat.getByRole('button', { name: 'Hablar con una persona' }).click()
  await chat.getByText('Enseguida le atiende una persona').waitFor()

  // Nobody touches the desk: it comes by itself.
  const row = desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link').first()
  await row.waitFor()
  await row.click()
  await desk.getByRole('button', { name: 'Tomar y responder' }).click()
  await chat.getByText('Ana se unió a la conversación').waitFor()
  await desk.getByPlaceholder('Escribe tu respuesta').fill('Buenas tardes, soy Ana. ¿En qué le ayudo?')
  await desk.getByRole('button', { name: 'Enviar' }).click()
  await chat.getByText('Buenas tardes, soy Ana. ¿En qué le ayudo?').waitFor()

  await desk.getByRole('button', { name: 'Nota interna' }).click()
  await desk.getByPlaceholder('Escribe una nota para tu equipo').fill('Parece cliente nuevo')
  await desk.getByRole('button', { name: 'Guardar nota' }).click()
  await desk.getByText('Parece cliente nuevo').waitFor()

  await chat.getByRole('textbox').fill('Muchas gracias')
  await chat.getByRole('textbox').press('Enter')
  await desk.getByText('Muchas gracias').first().waitFor()
  await desk.getByRole('button', { name: 'Cerrar', exact: true }).click()
  await chat.getByText('Esta conversación ha terminado').waitFor()

  await shop.reload()
  await shop.getByRole('button', { name: 'Abrir chat' }).click()
  await chat.getByText('Muchas gracias').waitFor()
  expect(await chat.getByText('Buenas tardes, soy Ana. ¿En qué le ayudo?').count()).toBe(1)
  expect(await chat.getByText('Parece cliente nuevo').count()).toBe(0)
})
