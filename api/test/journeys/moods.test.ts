import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { askForPerson, expectAccessible, expectFits } from './screen.ts'
import { useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)

test('what cannot wait is seen by whoever looks, comes first, is over once it is answered, and stands in the report', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const desk = await stage.signedIn(await tenant.member('AGENT', 'Ana Lucía Reyes'), '/agent/inbox/unassigned')
  await desk.getByText('Nadie está esperando').waitFor()
  await desk.getByRole('button', { name: 'Urgentes primero' }).click()
  expect(await desk.getByRole('button', { name: 'Urgentes primero' }).getAttribute('aria-pressed')).toBe('true')

  const says = async (...texts: string[]) => {
    const shop = await stage.page()
    await tenant.visit(shop)
    const chat = await askForPerson(shop)
    for (const text of texts) {
      await chat.getByRole('textbox').fill(text)
      await chat.getByRole('textbox').press('Enter')
      await desk.getByText(text).first().waitFor()
    }
  }
  await says('se llevaron mi cartera y mi tarjeta')
  await says('es la tercera vez que escribo por lo mismo')

  const rows = desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link')
  await expect.poll(() => rows.allInnerTexts().then(texts => texts.map(text => /cartera|tercera/.exec(text)?.[0]))).toEqual(['cartera', 'tercera'])
  await rows.filter({ hasText: 'cartera' }).getByText('Urgente').waitFor({ state: 'attached' })
  await rows.filter({ hasText: 'tercera' }).getByText('Mensajes negativos').waitFor({ state: 'attached' })

  await desk.keyboard.press('g')
  await desk.keyboard.press('p')
  await desk.getByRole('list', { name: 'Urgentes' }).getByRole('link').click()
  await desk.getByText('Mensaje urgente').waitFor()
  await desk.getByText('Mensaje negativo', { exact: true }).waitFor()
  await expectAccessible(desk, 'an urgent conversation')
  await desk.getByRole('button', { name: 'Tomar y responder' }).click()
  await desk.getByPlaceholder('Escribe tu respuesta').fill('Ya la bloqueé.')
  await desk.getByRole('button', { name: 'Enviar' }).click()
  await desk.getByText('No hay nada urgente').waitFor()

  const admin = await stage.signedIn(await tenant.member('SUPERVISOR', 'Sara Supervisora'), '/admin/moods', { width: 360 })
  await admin.getByText('Conversaciones que conviene mirar').waitFor()
  expect(await admin.getByRole('link', { name: /Abrir la conversación/ }).count()).toBe(2)
  await admin.getByText('1 urgente').waitFor()
  await expectAccessible(admin, 'the report')
  await expectFits(admin, 'the report')
})
