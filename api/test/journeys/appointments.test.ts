import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask, type Caller } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { change, expectGood, shoot } from './forms.ts'
import { askForPerson, expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage, type StageTenant } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
const url = () => stage.app.url
const WIDE = { width: 1440, height: 900 }
const EVERY_DAY = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/** Somebody on the company's site, who waits for a person. */
async function somebody(tenant: StageTenant, name: string) {
  const visitor = await stage.page()
  await tenant.visit(visitor)
  const chat = await askForPerson(visitor)
  const { rows: [row] } = await database.owner.query(`update contact set name = $2 where id = (select contact_id from conversation where tenant_id = $1 order by opened_at desc limit 1)
    returning id as "contactId", (select id from conversation c where c.contact_id = contact.id limit 1) as "conversationId"`, [tenant.id, name])
  return { chat, ...row as { contactId: string; conversationId: string } }
}

/** Two who work every day, and what they do. */
async function clinic(owner: Caller) {
  const { id: serviceId } = await change(url(), owner, 'createAppointmentService', { key: 'consulta', name: { es: 'Consulta', en: 'Consultation' }, minutes: 30, instructions: { es: 'Traiga su cédula.' } }, '... on AppointmentService { id }')
  const { id: otherId } = await change(url(), owner, 'createAppointmentService', { key: 'analitica', name: { es: 'Analítica de sangre', en: 'Blood test' }, minutes: 15 }, '... on AppointmentService { id }')
  const hours = EVERY_DAY.flatMap(weekday => [{ weekday, opens: '08:00', closes: '12:00' }, { weekday, opens: '14:00', closes: '18:00' }])
  for (const [key, name, kind, serviceIds] of [['dra-mota', 'Dra. Mota', 'PERSON', [serviceId]], ['dr-pena', 'Dr. Peña', 'PERSON', [serviceId]], ['laboratorio', 'Laboratorio', 'ROOM', [otherId]]] as const)
    await change(url(), owner, 'createAppointmentResource', { key, name, kind, place: kind === 'ROOM' ? 'Piso 1' : 'Piso 2', hours, serviceIds })
  return { serviceId, otherId }
}

/** Whoever says so is the last to have pressed: what she pressed is not under the mouse any more. */
const rest = (page: Page) => page.mouse.move(5, 5)

const newsGone = async (page: Page, text: string) => {
  await page.getByText(text).first().waitFor()
  await page.getByText(text).first().waitFor({ state: 'hidden', timeout: 15_000 })
}

test('an administrator says what can be booked and with whom; then the calendar offers it', { timeout: 240_000 }, async () => {
  const tenant = await stage.newTenant()
  const { contactId } = await somebody(tenant, 'Yesenia Matos')
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/appointments', WIDE)
  await page.getByText('Primero, di qué se puede reservar').waitFor()
  await expectGood(page, 'appointments-empty')

  await page.getByRole('link', { name: 'Nuevo servicio' }).click()
  await page.getByRole('textbox', { name: 'Indicaciones (Español)' }).fill('Llegue diez minutos antes.')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.getByText('Escribe el nombre en español.').waitFor()
  await page.getByRole('textbox', { name: 'Nombre (Español)' }).fill('Consulta general')
  await page.getByRole('textbox', { name: 'Nombre (Inglés)' }).fill('Consultation')
  await page.getByRole('textbox', { name: 'Precio' }).fill('1500.00')
  await page.getByRole('textbox', { name: 'Texto (Español)' }).fill('Hola {{nombre}}')
  await page.getByText('No existe el dato «nombre»').waitFor()
  await page.getByRole('textbox', { name: 'Texto (Español)' }).fill('Hola {{name}}: le esperamos el {{date}} a las {{time}}.')
  await rest(page)
  await expectGood(page, 'service-form')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.waitForURL('**/admin/appointments/services')
  await newsGone(page, 'Servicio guardado')
  await expectGood(page, 'services')

  await page.getByRole('link', { name: 'Calendario' }).click()
  await page.getByText('Ahora, di con quién o dónde').waitFor()
  await page.getByRole('link', { name: 'Nueva persona o sala' }).click()
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Dra. Mota')
  await page.getByRole('textbox', { name: 'Lugar' }).fill('Piso 2')
  await page.getByRole('checkbox', { name: 'Consulta general' }).click()
  await page.getByRole('button', { name: 'Copiar este horario a… (Lunes)' }).click()
  await page.getByRole('menuitem', { name: 'Todos los días' }).click()
  await page.getByRole('button', { name: 'Agregar día' }).click()
  await page.getByRole('textbox', { name: 'Fecha' }).fill('2030-12-24')
  await page.getByRole('textbox', { name: 'Nota' }).fill('Nochebuena')
  await rest(page)
  await expectGood(page, 'resource-form')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.waitForURL('**/admin/appointments/resources')
  await newsGone(page, 'Guardado')
  await expectGood(page, 'resources')

  await page.getByRole('link', { name: 'Calendario' }).click()
  await page.getByRole('button', { name: 'Semana siguiente' }).click()
  await page.getByRole('button', { name: /^Libre, 8:00/ }).first().waitFor()
  await rest(page)
  await expectGood(page, 'calendar-free')
  await page.getByRole('button', { name: /^Libre, 8:00/ }).first().press('Enter')
  const form = page.getByRole('dialog')
  await form.getByRole('radio').first().waitFor()
  await form.getByRole('button', { name: 'Reservar', exact: true }).click()
  await form.getByText('Elige a quién le reservas.').waitFor()
  await form.getByRole('button', { name: 'Cliente' }).click()
  await page.keyboard.type('yesenia')
  await page.getByRole('option', { name: /Yesenia Matos/ }).click()
  await rest(page)
  await expectGood(page, 'booking')
  await form.getByRole('button', { name: 'Reservar', exact: true }).click()
  await page.getByText('Cita reservada · Cliente avisado').first().waitFor()
  await page.getByRole('button', { name: /Yesenia Matos.*Consulta general.*Reservada/ }).waitFor()
  const { rows } = await database.owner.query('select contact_id as "contactId", state from appointment where tenant_id = $1', [tenant.id])
  expect(rows).toEqual([{ contactId, state: 'BOOKED' }])
})

test('a supervisor moves and cancels, the customer is told, and what was cancelled by mistake is taken back', { timeout: 240_000 }, async () => {
  const tenant = await stage.newTenant()
  const owner = await callerOf(url(), await tenant.member('OWNER', 'Olga Dueña'))
  const { serviceId, otherId } = await clinic(owner)
  const people = [await somebody(tenant, 'Yesenia Matos'), await somebody(tenant, 'Rafael Tejada')]
  const page = await stage.signedIn(await tenant.member('SUPERVISOR', 'Ana Lucía Reyes'), '/admin/appointments', WIDE)
  const colleague = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/appointments', WIDE)
  for (const one of [page, colleague]) {
    await one.getByRole('button', { name: 'Semana siguiente' }).click()
    await one.getByRole('button', { name: /^Libre, 8:00/ }).first().waitFor()
  }
  // In the middle of the week, so that a move by a few hours stays in it.
  const monday = new Date(Date.now() + (8 - (new Date(Date.now() - 4 * 3_600_000).getUTCDay() || 7)) * 86_400_000)
  for (const [id, person, note, days, hour] of [[serviceId, 0, 'Primera vez', 1, 14], [otherId, 1, null, 1, 16], [serviceId, 1, null, 3, 12], [serviceId, 1, null, 1, 14]] as const) {
    const from = new Date(new Date(monday.getTime() + days * 86_400_000).setUTCHours(hour, 0, 0, 0)).toISOString()
    const { freeTimes } = await ask(url(), owner, 'query($id: ID!, $from: DateTime!) { freeTimes(serviceId: $id, from: $from, most: 1) { id } }', { id, from })
    await change(url(), owner, 'bookAppointment', { clientId: crypto.randomUUID(), contactId: people[person].contactId, time: freeTimes[0].id, note })
  }
  const hers = () => page.getByRole('button', { name: /Yesenia Matos.*Consulta/ })
  await hers().waitFor()
  await rest(page)
  await expectGood(page, 'calendar-week')
  await hers().click()
  const details = page.getByRole('dialog')
  await details.getByText('Primera vez').waitFor()
  await rest(page)
  await expectGood(page, 'appointment')
  await details.getByRole('button', { name: 'Mover', exact: true }).click()
  await details.getByRole('radio').nth(2).check({ force: true })
  await rest(page)
  await expectGood(page, 'appointment-move')
  await details.getByRole('button', { name: 'Mover', exact: true }).click()
  await page.getByText('Cita movida · Cliente avisado').first().waitFor()
  await people[0]!.chat.getByText(/Su cita de Consulta pasó del/).waitFor()

  await hers().click()
  await details.getByText(/^Movida del/).waitFor()
  await details.getByRole('button', { name: 'Cancelar la cita' }).click()
  const question = page.getByRole('dialog', { name: '¿Cancelar esta cita?' })
  await question.getByRole('textbox', { name: 'Motivo' }).fill('La doctora está de viaje')
  await rest(page)
  await expectGood(page, 'appointment-cancel')
  await question.getByRole('button', { name: 'Cancelar la cita' }).click()
  await page.getByText('Cita cancelada · Cliente avisado').first().waitFor()
  await people[0]!.chat.getByText(/fue cancelada/).waitFor()
  await colleague.getByRole('button', { name: /Yesenia Matos/ }).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Deshacer' }).first().click()
  await colleague.getByRole('button', { name: /Yesenia Matos/ }).waitFor()
  await page.getByRole('switch', { name: 'Ver canceladas' }).click()
  await page.getByRole('button', { name: /Yesenia Matos.*Cancelada/ }).click()
  await details.getByText('Motivo: La doctora está de viaje').waitFor()
  await expectGood(page, 'appointment-cancelled')
  await page.keyboard.press('Escape')
  await hers().first().waitFor()

  await page.keyboard.press('d')
  await page.getByRole('heading', { name: /^\d+ de/ }).waitFor()
  await expectGood(page, 'calendar-day')
  await page.keyboard.press('/')
  await page.keyboard.type('tejada')
  await page.getByRole('region', { name: 'Por venir' }).getByRole('button', { name: /Rafael Tejada/ }).first().waitFor()
  await expectGood(page, 'calendar-found')
  await colleague.goto(`${url()}/admin/audit`)
  await colleague.getByText('Canceló una cita').first().waitFor()
  await colleague.getByText('Movió una cita').first().waitFor()
})

test('an agent books from beside the conversation, and the customer reads it there', { timeout: 240_000 }, async () => {
  const tenant = await stage.newTenant()
  await clinic(await callerOf(url(), await tenant.member('OWNER', 'Olga Dueña')))
  const { chat, conversationId } = await somebody(tenant, 'Yesenia Matos')
  const desk = await stage.signedIn(await tenant.member('AGENT', 'Luis Mota'), `/agent/inbox/all/${conversationId}`, WIDE)
  await desk.getByRole('button', { name: 'Reservar una cita' }).click()
  const panel = desk.getByRole('complementary', { name: 'Contacto' })
  await panel.getByRole('combobox', { name: 'Servicio' }).click()
  await desk.getByRole('option', { name: /^Consulta/ }).click()
  await panel.getByRole('radio').first().waitFor()
  await rest(desk)
  await expectAccessible(desk, 'booking at the desk')
  await shoot(desk, 'desk-booking-1440-light')
  await panel.getByRole('radio').first().check({ force: true })
  await panel.getByRole('button', { name: 'Reservar', exact: true }).click()
  await desk.getByText('Cita reservada · Cliente avisado').first().waitFor()
  await panel.locator('[data-appointment]').getByText('Reservada').waitFor()
  await chat.getByText(/Su cita de Consulta quedó reservada para el/).waitFor()
  await desk.getByRole('log').getByText(/Su cita de Consulta quedó reservada/).waitFor()
  await panel.locator('[data-appointment]').scrollIntoViewIfNeeded()
  await expectGood(desk, 'desk-appointment')
  await desk.setViewportSize({ width: 360, height: 740 })
  await desk.getByRole('button', { name: 'Ver contacto' }).click()
  const card = desk.locator('[data-appointment]')
  await card.scrollIntoViewIfNeeded()
  await expectFits(desk, 'the appointment of a contact')
  await card.getByRole('button', { name: 'Mover' }).click()
  await card.getByRole('radio').nth(1).waitFor()
  await expectFits(desk, 'the moving of an appointment')
  await card.scrollIntoViewIfNeeded()
  await shoot(desk, 'desk-move-360-light')
  await card.getByRole('radio').nth(1).check({ force: true })
  await card.getByRole('button', { name: 'Mover', exact: true }).last().click()
  await chat.getByText(/Su cita de Consulta pasó del/).waitFor()
})

test('of two who choose the same time, one has it, and the other is told in words and offered others', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const owner = await callerOf(url(), await tenant.member('OWNER', 'Olga Dueña'))
  const { serviceId } = await clinic(owner)
  const [hers, his] = [await somebody(tenant, 'Yesenia Matos'), await somebody(tenant, 'Rafael Tejada')]
  const desk = await stage.signedIn(await tenant.member('AGENT', 'Luis Mota'), `/agent/inbox/all/${hers.conversationId}`, WIDE)
  await desk.getByRole('button', { name: 'Reservar una cita' }).click()
  const panel = desk.getByRole('complementary', { name: 'Contacto' })
  await panel.getByRole('combobox', { name: 'Servicio' }).click()
  await desk.getByRole('option', { name: /^Consulta/ }).click()
  await panel.getByRole('radio').first().check({ force: true })
  const { freeTimes: [first] } = await ask(url(), owner, 'query($id: ID!) { freeTimes(serviceId: $id, most: 1) { id } }', { id: serviceId })
  await change(url(), owner, 'bookAppointment', { clientId: crypto.randomUUID(), contactId: his.contactId, time: first.id })
  await panel.getByRole('button', { name: 'Reservar', exact: true }).click()
  await panel.getByText('Esa hora ya no está libre. Elige otra: estas son las siguientes.').waitFor()
  await rest(desk)
  await expectAccessible(desk, 'a time that is gone')
  await shoot(desk, 'desk-taken-1440-light')
  await panel.getByRole('radio').first().check({ force: true })
  await panel.getByRole('button', { name: 'Reservar', exact: true }).click()
  await panel.locator('[data-appointment]').getByText('Reservada').waitFor()
  const { rows } = await database.owner.query('select count(distinct (resource_id, starts_at))::int as times, count(*)::int as all from appointment where tenant_id = $1', [tenant.id])
  expect(rows).toEqual([{ times: 2, all: 2 }])
})
