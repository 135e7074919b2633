import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerDouble } from '../../src/modules/predictive/server-double.fixture.ts'
import type { Caller } from '../client.ts'
import { change } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { expectGood, shoot } from './forms.ts'
import { askForPerson, expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage, type StageTenant } from './stage.ts'

const provider = new ServerDouble()
beforeAll(async () => {
  await provider.listen()
  provider.behave = ({ body }) => ({ body: { url: `https://pagos.example/${body.paymentId}`, externalId: `ext-${body.paymentId}` } })
})
afterAll(() => provider.close())

const database = useDatabase()
const stage = useStage(database, () => ({ OUTSIDE_ALLOW: new URL(provider.url).host }))
const url = () => stage.app.url

/** A company that takes claims and payments, with somebody who waits for a person. */
async function scene() {
  const tenant = await stage.newTenant()
  const visitor = await stage.page()
  await tenant.visit(visitor)
  await askForPerson(visitor)
  const owner = await callerOf(url(), await tenant.member('OWNER', 'Olga Dueña'))
  return { tenant, owner, ...await rowOf(tenant) }
}

const rowOf = async ({ id }: StageTenant) =>
  (await database.owner.query('select id as "conversationId", contact_id as "contactId" from conversation where tenant_id = $1', [id])).rows[0] as { conversationId: string; contactId: string }

const OPERATION = {
  key: 'create_payment', name: 'Crear un enlace', method: 'POST', path: '/links', bodyKind: 'JSON', idempotencyHeader: 'Idempotency-Key',
  inputs: ['paymentId', 'amount', 'currency', 'reference', 'description', 'expiresAt', 'callbackUrl'].map(name => ({ name, type: 'TEXT', isRequired: true })),
  body: ['paymentId', 'amount', 'currency'].map(name => ({ name, value: `{${name}}` })),
}

async function takesPayments(owner: Caller) {
  const { id } = await change(url(), owner, 'createConnector', { key: 'bank', name: 'Pasarela', kind: 'REST', baseUrl: provider.url }, '... on Connector { id }')
  await change(url(), owner, 'createConnectorOperation', { connectorId: id, operation: OPERATION })
  await change(url(), owner, 'changePaymentSettings', { version: 0, connector: 'bank', operation: 'create_payment', minutes: 60 })
}

const CLAIM = {
  key: 'claim', name: { es: 'Reclamo', en: 'Claim' }, fields: [{ name: 'amount', label: { es: 'Monto', en: 'Amount' } }, { name: 'card', label: { es: 'Tarjeta', en: 'Card' } }],
  states: [
    { key: 'received', name: { es: 'Recibido', en: 'Received' }, isFinal: false }, { key: 'studied', name: { es: 'En estudio', en: 'Being studied' }, isFinal: false },
    { key: 'closed', name: { es: 'Cerrado', en: 'Closed' }, isFinal: true },
  ],
}

test('an agent sorts a conversation, and finds it among others by its tag and its queue', { timeout: 180_000 }, async () => {
  const { tenant } = await scene()
  const desk = await stage.signedIn(await tenant.member('SUPERVISOR', 'Ana Lucía Reyes'), '/agent/inbox/unassigned', { width: 1440, height: 900 })
  await desk.locator('[data-row]').first().click()
  const strip = desk.getByRole('group', { name: 'Prioridad, cola y etiquetas' })
  await strip.getByRole('button', { name: /^Prioridad normal/ }).click()
  await desk.getByRole('menuitemcheckbox', { name: 'Prioridad alta' }).click()
  await strip.getByRole('button', { name: /^Prioridad alta/ }).waitFor()
  await strip.getByRole('button', { name: 'Cola', exact: true }).click()
  await desk.keyboard.type('Reclamos')
  await desk.getByRole('option', { name: 'Usar «Reclamos»' }).click()
  await strip.getByRole('button', { name: 'Quitar de la cola Reclamos' }).waitFor()
  await strip.getByRole('button', { name: 'Etiquetar', exact: true }).click()
  await desk.keyboard.type('tarjeta')
  await desk.getByRole('option', { name: 'Usar «tarjeta»' }).click()
  await strip.getByRole('button', { name: 'Quitar la etiqueta tarjeta' }).waitFor()
  await expectGood(desk, 'sorted')

  await desk.getByRole('button', { name: 'Filtrar por etiqueta o cola' }).click()
  await desk.getByRole('dialog').getByLabel('Etiqueta', { exact: true }).click()
  await desk.getByRole('option', { name: /^tarjeta/ }).click()
  await desk.waitForURL(/tag=tarjeta/)
  await expectGood(desk, 'filter')
  await desk.keyboard.press('Escape')
  await desk.locator('[data-row]').first().waitFor()
  await strip.getByRole('button', { name: 'Quitar la etiqueta tarjeta' }).click()
  await desk.getByText('Ninguna conversación de esta vista pasa el filtro').waitFor()
  await desk.getByRole('button', { name: 'Quitar el filtro' }).click()
  await desk.locator('[data-row]').first().waitFor()
})

test('an agent takes a request, brings it forward with a note, and finds it among those that are finished', { timeout: 180_000 }, async () => {
  const { tenant, owner, contactId, conversationId } = await scene()
  await change(url(), owner, 'createServiceRequestType', CLAIM)
  const opened = { typeKey: 'claim', contactId, conversationId, priority: 'HIGH', fields: { amount: { amount: '1850.00', currency: 'DOP' }, card: '•••• 4021', note: 'Sin más' } }
  await change(url(), owner, 'openServiceRequest', { ...opened, idempotencyKey: crypto.randomUUID(), title: 'Cobro doble en la tarjeta' })
  await change(url(), owner, 'openServiceRequest', { ...opened, idempotencyKey: crypto.randomUUID(), title: 'Carta de no deuda para presentar en otra institución', priority: 'NORMAL' })
  const desk = await stage.signedIn(await tenant.member('AGENT', 'Ana Lucía Reyes'), '/agent/requests', { width: 1440, height: 900 })
  await desk.getByRole('link', { name: /Cobro doble/ }).waitFor()
  await expectGood(desk, 'requests')
  await desk.getByPlaceholder('Buscar por número o título').fill('no deuda')
  await desk.getByRole('link', { name: /Cobro doble/ }).waitFor({ state: 'hidden' })
  await desk.getByPlaceholder('Buscar por número o título').fill('')
  await desk.getByRole('link', { name: /Cobro doble/ }).click()
  await desk.getByText('RD$1,850.00').waitFor()
  await desk.getByRole('button', { name: 'Tomarla' }).click()
  await desk.getByText('Asignada a Ana Lucía Reyes').waitFor()
  await desk.getByRole('textbox', { name: 'Nota' }).fill('Llamé al comercio: confirman el cobro doble.')
  await desk.getByRole('combobox', { name: 'Estado' }).click()
  await desk.getByRole('option', { name: 'Cerrado' }).click()
  await desk.getByRole('button', { name: 'Cambiar el estado' }).click()
  await desk.getByText('Pasó de «Recibido» a «Cerrado»').waitFor()
  await desk.reload()
  await desk.getByText('confirman el cobro doble').waitFor()
  await expectGood(desk, 'request')
  await desk.getByRole('button', { name: 'Asignar a un colega' }).click()
  await desk.getByRole('dialog').getByRole('option').first().waitFor()
  await expectGood(desk, 'request-assign')
  await desk.keyboard.press('Escape')
  await desk.getByRole('link', { name: 'Solicitudes' }).last().click()
  await desk.getByRole('link', { name: /Carta de no deuda/ }).waitFor()
  await desk.getByRole('link', { name: /Cobro doble/ }).waitFor({ state: 'hidden' })
  await desk.getByRole('button', { name: 'Terminadas' }).click()
  await desk.getByRole('link', { name: /Cobro doble/ }).waitFor()
  await desk.getByRole('button', { name: 'Mías' }).click()
  await desk.getByText('No tienes solicitudes').waitFor()
  await expectGood(desk, 'requests-empty')
})

test('an agent asks for a payment beside the conversation, gets a link, and takes it back', { timeout: 180_000 }, async () => {
  const { tenant, owner, conversationId, contactId } = await scene()
  await takesPayments(owner)
  await change(url(), owner, 'createServiceRequestType', CLAIM)
  await change(url(), owner, 'openServiceRequest', { idempotencyKey: crypto.randomUUID(), typeKey: 'claim', title: 'Cobro doble en la tarjeta', contactId, conversationId })
  const desk = await stage.signedIn(await tenant.member('SUPERVISOR', 'Ana Lucía Reyes'), `/agent/inbox/all/${conversationId}`, { width: 1440, height: 900 })
  await desk.getByRole('button', { name: 'Pedir un pago' }).click()
  await desk.getByRole('textbox', { name: 'Monto' }).fill('nada')
  await desk.getByRole('button', { name: 'Crear el enlace' }).click()
  await desk.getByText('Un número mayor que 0').waitFor()
  await desk.getByRole('textbox', { name: 'Monto' }).fill('1500')
  await desk.getByRole('textbox', { name: 'Moneda' }).fill('DOP')
  await desk.getByRole('textbox', { name: 'Referencia' }).fill('Factura 2026-0077')
  await desk.getByRole('textbox', { name: 'Qué paga' }).fill('Cuota de noviembre')
  // A button under the mouse is paler than one at rest.
  await desk.mouse.move(5, 5)
  await expectAccessible(desk, 'the form of a payment')
  await shoot(desk, 'payment-form-1440-light')
  await desk.getByRole('button', { name: 'Crear el enlace' }).click()
  const card = desk.locator('[data-payment]')
  await card.getByText('Por pagar').waitFor({ timeout: 20_000 })
  await desk.getByRole('group', { name: 'Pago de esta conversación' }).getByText('Por pagar').waitFor({ timeout: 20_000 })
  await expectGood(desk, 'payment')
  await desk.setViewportSize({ width: 360, height: 740 })
  await desk.getByRole('button', { name: 'Ver contacto' }).click()
  await card.scrollIntoViewIfNeeded()
  await expectFits(desk, 'the payment of a contact')
  await card.scrollIntoViewIfNeeded()
  await shoot(desk, 'payment-contact-360-light')
  await card.getByRole('button', { name: 'Cancelar el pago' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Cancelar el pago' }).click()
  await card.getByText('Cancelado').waitFor()
  expect(provider.received).toHaveLength(1)
})
