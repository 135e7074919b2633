import { expect, test } from 'vitest'
import { change } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { expectGood } from './forms.ts'
import { askForPerson, expectAccessible } from './screen.ts'
import { callerOf, useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
const WIDE = { width: 1440, height: 900 }

test('an administrator makes a type of requests with its facts and states, and changes it', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/request-types', WIDE)
  await page.getByText('Todavía no hay tipos de solicitud').waitFor()
  await expectAccessible(page, 'no types')
  await page.getByRole('link', { name: 'Nuevo tipo' }).last().click()
  await page.getByRole('textbox', { name: 'Nombre (Español)' }).first().fill('Renovación de póliza')
  expect(await page.getByRole('textbox', { name: 'Clave' }).first().inputValue()).toBe('renovacion-de-poliza')
  await page.getByRole('button', { name: 'Agregar dato' }).click()
  await page.keyboard.type('Número')
  await page.getByRole('textbox', { name: 'Título (Español)' }).fill('Número de póliza')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.getByText('Letras, dígitos y «_», empezando por una minúscula.').waitFor()
  await page.mouse.move(5, 5)
  await expectGood(page, 'type-problem')
  await page.getByRole('textbox', { name: 'Nombre con que lo anota el bot' }).fill('policyNumber')
  await page.getByRole('button', { name: 'Quitar Espera al cliente' }).click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.waitForURL('**/admin/request-types')
  await page.getByRole('link', { name: /Renovación de póliza/ }).waitFor()
  await page.getByText('Tipo guardado').first().waitFor({ state: 'hidden' })
  await expectGood(page, 'types')
  await page.getByRole('link', { name: /Renovación de póliza/ }).click()
  await page.getByRole('button', { name: 'Bajar Recibida' }).click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.getByText('Tipo guardado').first().waitFor()
  const { rows } = await database.owner.query('select states, fields from request_type where tenant_id = $1', [tenant.id])
  expect(rows[0].states.map(({ key }: { key: string }) => key)).toEqual(['in-progress', 'new', 'done', 'rejected'])
  expect(rows[0].fields).toEqual([{ name: 'policyNumber', label: { es: 'Número de póliza' } }])
})

test('an administrator chooses who makes links, gets a secret that is shown once, and finds a payment with what became of it', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const visitor = await stage.page()
  await tenant.visit(visitor)
  await askForPerson(visitor)
  const owner = await callerOf(stage.app.url, await tenant.member('OWNER', 'Olga Dueña'))
  await change(stage.app.url, owner, 'createConnector', { key: 'bank', name: 'Pasarela', kind: 'DEMO', demoSystem: 'bank' })
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/payments', WIDE)
  await page.getByText('Todavía no se ha pedido ningún pago').waitFor()
  await expectAccessible(page, 'no payments')
  await page.getByRole('link', { name: 'Ajustes de pagos' }).last().click()
  await page.getByRole('combobox', { name: 'Conector' }).click()
  await page.getByRole('option', { name: 'Pasarela' }).click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.getByText('Cambios guardados').first().waitFor()
  await page.getByRole('button', { name: 'Crear el secreto' }).click()
  const secret = await page.getByRole('dialog').getByLabel('Secreto de firma').textContent()
  expect(secret).toMatch(/^bpp_/)
  await page.mouse.move(5, 5)
  await expectAccessible(page, 'the secret')
  await page.getByRole('button', { name: 'Lo guardé' }).click()
  await page.getByText(`Termina en ${secret!.slice(-4)}.`).waitFor()
  expect(await page.content()).not.toContain(secret)
  await page.reload()
  await page.getByText('curl -sS -X POST').waitFor()
  await expectGood(page, 'payment-settings')

  const [{ id: contactId, conversation: conversationId }] = (await database.owner.query('select contact_id as id, id as conversation from conversation where tenant_id = $1', [tenant.id])).rows
  for (const [reference, amount] of [['Factura 2026-0077', '1500.00'], ['Cuota de noviembre de un contrato con un nombre largo', '12850.5']]) {
    await change(stage.app.url, owner, 'requestPayment', { idempotencyKey: crypto.randomUUID(), contactId, conversationId, amount, currency: 'DOP', reference, description: 'Préstamo personal' })
  }
  await page.goto(`${stage.app.url}/admin/payments`)
  await page.getByRole('button', { name: /Factura 2026-0077/ }).waitFor()
  await expectGood(page, 'payments')
  await page.getByPlaceholder('Buscar por referencia o descripción').fill('cuota')
  await page.getByRole('button', { name: /Factura 2026-0077/ }).waitFor({ state: 'hidden' })
  await page.getByRole('combobox', { name: 'Estado' }).click()
  await page.getByRole('option', { name: 'Pagado', exact: true }).click()
  await page.getByText('Sin resultados').waitFor()
  await page.getByRole('combobox', { name: 'Estado' }).click()
  await page.getByRole('option', { name: 'Todos' }).click()
  await page.getByRole('button', { name: /Cuota de noviembre/ }).click()
  await page.getByRole('dialog').getByText('Olga Dueña').first().waitFor()
  await expectGood(page, 'payment-detail')
})

test('a supervisor sees how customers were served, week by week, and goes to the conversation of an answer', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('SUPERVISOR', 'Ana Lucía Reyes'), '/admin/surveys', WIDE)
  await page.getByText('Nadie ha respondido en este período').waitFor()
  await expectGood(page, 'surveys-empty')
  const visitor = await stage.page()
  await tenant.visit(visitor)
  await askForPerson(visitor)
  await database.owner.query(ANSWERS, [tenant.id])
  await page.reload()
  await page.getByRole('region', { name: 'Respuestas', exact: true }).getByRole('link').first().waitFor()
  expect(await page.locator('dl dd').first().textContent()).toBe('75%')
  expect(await page.locator('dl dd').nth(2).textContent()).toBe('+25')
  await expectGood(page, 'surveys')
  await page.getByRole('combobox', { name: 'Tipo de pregunta' }).click()
  await page.getByRole('option', { name: 'Texto' }).click()
  const said = page.getByRole('link', { name: /Me atendieron rápido/ })
  await said.waitFor()
  const [popup] = await Promise.all([page.waitForEvent('popup'), said.click()])
  await popup.getByRole('log').waitFor()
})

/** Each conversation answers a question once: these come from conversations that resemble the one that there is. */
const ANSWERS = `
  with one as (select * from conversation where tenant_id = $1 limit 1),
  asked as (
    select question, type, score::smallint, words, row_number() over () as n from (values
      ('atencion', 'CSAT', 5, null), ('atencion-2', 'CSAT', 4, null), ('atencion-3', 'CSAT', 4, null), ('atencion-4', 'CSAT', 2, null),
      ('recomienda', 'NPS', 10, null), ('recomienda-2', 'NPS', 9, null), ('recomienda-3', 'NPS', 7, null), ('recomienda-4', 'NPS', 3, null),
      ('motivo', 'CHOICE', null, 'espera'), ('comentario', 'TEXT', null, 'Me atendieron rápido y con paciencia, gracias.')
    ) as given (question, type, score, words))
  insert into survey_answer (tenant_id, id, conversation_id, survey, question, type, score, text, at)
  select one.tenant_id, gen_random_uuid(), one.id, case when n % 2 = 0 then 'al-cerrar' else 'mensual' end, question, type, score, words, now() - n * interval '2 days' from one, asked`
