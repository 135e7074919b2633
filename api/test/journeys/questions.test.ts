import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { openChat } from './screen.ts'
import { useStage, type StageTenant } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)

const QUESTION = '¿Puedo pagar en dólares?'
const WORDINGS = ['aceptan moneda extranjera', 'se puede pagar con dólares americanos']
const ANSWER = 'Sí, a la tasa del día.'
const HANDBOOK = `# Garantías

Todos los muebles tienen garantía. Los muebles de caoba tienen cinco años de garantía contra la polilla. La tapicería tiene un año.

# Horario

Abrimos de lunes a sábado.
`

async function writeQuestion(page: Page) {
  await page.getByRole('textbox', { name: 'Pregunta', exact: true }).fill(QUESTION)
  const adding = page.getByRole('textbox', { name: 'Agregar otra forma de preguntar' })
  for (const wording of WORDINGS) {
    await adding.fill(wording)
    await adding.press('Enter')
  }
  await page.getByRole('textbox', { name: 'Respuesta', exact: true }).fill(ANSWER)
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.getByText('Pregunta guardada').first().waitFor()
}

/** What the box says to a question, once what was changed is taken in. */
async function tryOut(page: Page, text: string) {
  await page.keyboard.press('p')
  const box = page.getByRole('dialog')
  await box.getByRole('textbox').fill(text)
  await box.getByRole('meter').first().waitFor()
  await box.getByText(/^Aún aprendiendo/).waitFor({ state: 'hidden', timeout: 30_000 })
  return box
}

/** What the bot says to somebody new who writes in the chat: an answer, or that it did not understand. */
async function said(tenant: StageTenant, text: string, answer: string): Promise<boolean> {
  const shop = await stage.page()
  await tenant.visit(shop)
  const chat = await openChat(shop)
  await chat.getByRole('textbox').fill(text)
  await chat.getByRole('textbox').press('Enter')
  const [answered, not] = [chat.getByText(answer), chat.getByText(/no le entendí/)]
  await answered.or(not).first().waitFor()
  const is = await answered.isVisible()
  await shop.context().close()
  return is
}

test('a supervisor writes a question in some wordings and tries it; who asks it in other words is answered', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('SUPERVISOR', 'Sara Supervisora'), '/admin/questions')
  await page.getByText('Todavía no hay preguntas').waitFor()
  await page.locator('main section').getByRole('link', { name: 'Nueva pregunta' }).click()
  await writeQuestion(page)
  await page.waitForURL(/questions\/[\da-f-]{36}$/)

  const box = await tryOut(page, 'se puede pagar con dolares')
  await box.getByRole('region', { name: 'Conversación de prueba' }).getByText(ANSWER).waitFor()
  await box.getByRole('button', { name: /^Agregar como otra forma/ }).first().click()
  await page.getByText(/^Ahora es otra forma de/).first().waitFor()
  await expect.poll(async () => (await database.owner.query('select wordings from faq where tenant_id = $1', [tenant.id])).rows[0].wordings)
    .toEqual([...WORDINGS, 'se puede pagar con dolares'])
  await page.keyboard.press('Escape')

  expect(await said(tenant, 'puedo pagarle en dolares', ANSWER)).toBe(true)
  expect(await said(tenant, 'violines zurdos de segunda mano', ANSWER)).toBe(false)
})

test('what nobody could answer is answered once, and then the bot knows it; undone, it waits again', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('SUPERVISOR', 'Sara Supervisora'), '/admin/questions/new')
  await writeQuestion(page)
  const asked = 'tienen violines para zurdos'
  expect(await said(tenant, asked, 'Hacemos violines')).toBe(false)

  await page.getByRole('link', { name: 'Sin respuesta' }).click()
  const group = page.locator('main li').filter({ hasText: asked })
  await group.waitFor()
  await page.keyboard.press('x')
  await group.waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await group.waitFor()
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Respuesta' }).fill('Hacemos violines por encargo.')
  await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click()
  await page.getByText('¡Todo tiene respuesta!').waitFor()
  await page.getByText('Pregunta guardada').last().waitFor()
  await expect.poll(() => said(tenant, asked, 'Hacemos violines'), { timeout: 30_000 }).toBe(true)
})

test('a document is read, and the box shows the sentence that answers', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/sources')
  await page.getByRole('button', { name: 'Agregar fuente' }).last().click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: /Un archivo/ }).click()
  await form.locator('input[type="file"]').setInputFiles({ name: 'manual.md', mimeType: 'text/markdown', buffer: Buffer.from(HANDBOOK) })
  await form.getByText('Reconocido: Texto o Markdown').waitFor()
  await form.getByRole('button', { name: 'Agregar y leer' }).click()
  await page.locator('main li').getByText('Lista').filter({ visible: true }).waitFor({ timeout: 60_000 })

  const box = await tryOut(page, '¿Qué garantía tienen los muebles de caoba?')
  await box.locator('mark').first().waitFor()
  expect((await box.locator('mark, strong').allTextContents()).join('')).toContain('cinco años')
  await page.keyboard.press('Escape')
  await page.locator('main li').getByRole('link').first().click()
  await page.locator('main li').getByRole('button').first().click()
  await page.getByRole('dialog').getByRole('heading', { name: /Garantías/ }).last().waitFor()
})

test('who may only read is offered nothing to change, and is refused nothing either', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const writer = await stage.signedIn(await tenant.member('SUPERVISOR', 'Sara Supervisora'), '/admin/questions/new')
  await writeQuestion(writer)
  const page = await stage.signedIn(await tenant.member('ANALYST', 'Ana Analista'), '/admin/questions')
  await page.getByRole('link', { name: QUESTION }).waitFor()
  expect(await page.locator('main').getByRole('checkbox').count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Nueva pregunta' }).count()).toBe(0)
  const refused: string[] = []
  page.on('response', async response => {
    if (response.url().endsWith('/graphql') && (await response.text().catch(() => '')).includes('FORBIDDEN')) refused.push(response.url())
  })
  await page.getByRole('link', { name: QUESTION }).click()
  expect(await page.getByRole('textbox', { name: 'Respuesta', exact: true }).isDisabled()).toBe(true)
  const box = await tryOut(page, 'se puede pagar con dolares')
  await box.getByRole('region', { name: 'Conversación de prueba' }).getByText(ANSWER).waitFor()
  expect(await box.getByRole('button', { name: /^Agregar como otra forma/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Fuentes' }).click()
  await page.getByText('Todavía no hay fuentes').waitFor()
  expect(await page.getByRole('button', { name: 'Agregar fuente' }).count()).toBe(0)
  expect(refused).toEqual([])
})

test('a file is looked at before it comes in, and comes in once', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/questions/import')
  const bring = async () => {
    const file = 'question,answer,wordings\n¿Hacen envíos?,"Sí, a todo el país.",envían al interior\n¿Tienen parqueo?,,'
    await page.locator('input[type="file"]').setInputFiles({ name: 'preguntas.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await page.getByText('1 problema', { exact: true }).waitFor()
  }
  await bring()
  await page.getByText('Línea 3').waitFor()
  await page.getByRole('button', { name: 'Importar', exact: true }).click()
  await page.getByRole('link', { name: '¿Hacen envíos?' }).waitFor()
  await page.goto(`${stage.app.url}/admin/questions/import`)
  await bring()
  await page.getByText('No hay nada nuevo que importar.').waitFor()
  expect(await page.getByRole('button', { name: 'Importar', exact: true }).isDisabled()).toBe(true)
})
