import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chatSays, ServerDouble } from '../../src/modules/predictive/server-double.fixture.ts'
import { ask } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { expectAccessible, expectFits, openChat } from './screen.ts'
import { callerOf, useStage } from './stage.ts'

const double = new ServerDouble()
beforeAll(() => double.listen())
afterAll(() => double.close())

const stage = useStage(useDatabase(), () => ({ OUTSIDE_ALLOW: new URL(double.url).host }))
const TELEPHONE = { width: 360, height: 740, colorScheme: 'dark' } as const
const KEY = 'sk-secreto-0123456789abcd'

const shoot = async (page: Page, name: string) => { if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) }

const QUESTION = '¿Cuánto tarda el envío a Santiago?'
const ANSWER = 'El envío a Santiago tarda tres días y llega a la casa.'

test('an administrator connects a model, tests it, tries it out, and a visitor is answered with its words', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const account = await tenant.member('OWNER', 'Rosa Dueña')
  const page = await stage.signedIn(account, '/admin/today', TELEPHONE)
  await page.locator('dl').first().waitFor()
  await page.goto(`${stage.app.url}/admin/predictive-models`)
  await page.getByText('No hace falta ningún modelo').waitFor()
  await shoot(page, 'empty-360-dark')
  await expectFits(page, 'the empty list')
  await expectAccessible(page, 'the empty list')

  await page.locator('main').getByRole('button', { name: 'Conectar un modelo' }).last().click()
  const form = page.getByRole('dialog')
  await form.getByText('Esto sale de tu empresa').waitFor()
  await form.getByRole('button', { name: 'Conectar un modelo' }).waitFor()
  await form.getByRole('textbox', { name: 'Nombre', exact: true }).fill('Servidor propio')
  await form.getByRole('textbox', { name: 'Dirección' }).fill(double.url)
  await form.getByLabel('Clave').fill(KEY)
  await form.getByRole('textbox', { name: 'Redactar respuestas' }).fill('chico')
  await shoot(page, 'form-360-dark')
  await expectFits(page, 'the form')
  await expectAccessible(page, 'the form')
  await form.getByRole('button', { name: 'Conectar un modelo' }).click()
  await form.waitFor({ state: 'hidden' })

  double.behave = () => chatSays('{"answer": "OK"}')
  await page.getByRole('button', { name: /^Probar «Redactar/ }).click()
  await page.getByText('Respondió').waitFor()
  await page.getByText('1 de 10,000 llamadas este mes').waitFor()
  await page.getByRole('table').waitFor()
  expect(double.received.at(-1)?.authorization).toBe(`Bearer ${KEY}`)
  expect(await page.content()).not.toContain(KEY)
  await shoot(page, 'list-360-dark')
  await expectAccessible(page, 'the list with a result')
  // Without what was told about saving, which lies above for a while.
  await page.reload()
  await page.getByRole('table').waitFor()
  await expectFits(page, 'the list')

  double.behave = () => ({ status: 401, body: { error: { message: `Incorrect API key provided: ${KEY}` } } })
  await page.getByRole('button', { name: /^Probar «Redactar/ }).click()
  await page.getByText('No aceptó la clave.').waitFor()
  expect(await page.content()).not.toContain(KEY)

  const owner = await callerOf(stage.app.url, account)
  await ask(stage.app.url, owner, 'mutation($input: CreateFaqInput!) { createFaq(input: $input) { __typename } }', { input: { faq: { question: QUESTION, answer: ANSWER, language: 'ES', wordings: ['En cuántos días llega un envío a Santiago', 'Tiempo de entrega en Santiago'] } } })
  double.behave = () => chatSays('{"answer": "Tarda tres días.", "citations": [1]}')
  await page.goto(`${stage.app.url}/admin/questions`)
  await page.getByText(QUESTION).waitFor()
  await page.keyboard.press('p')
  const box = page.getByRole('dialog')
  await box.getByRole('textbox').fill('y cuánto tarda el envío a Santiago')
  await box.getByRole('button', { name: 'Ver qué redactaría el modelo' }).click()
  await box.getByText('Tarda tres días.').waitFor()
  await box.getByText('Se apoya en').waitFor()
  await shoot(page, 'box-360-dark')
  await expectAccessible(page, 'the test box')

  const visitor = await stage.page()
  await tenant.visit(visitor)
  const chat = await openChat(visitor)
  await chat.getByRole('textbox').fill('y cuánto tarda el envío a Santiago')
  await chat.getByRole('textbox').press('Enter')
  await chat.getByText('Tarda tres días.').waitFor({ timeout: 20_000 })
})
