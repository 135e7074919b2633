import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { trainElena } from '../../src/modules/elena/index.ts'
import { FaqService } from '../../src/modules/knowledge/faqs/faq.service.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import { useDatabase } from '../harness.ts'
import { expectAccessible, expectFits, openChat } from './screen.ts'
import { useStage, type StageTenant } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
const TELEPHONE = { width: 360, height: 740 }
const shoot = async (page: Page, name: string) => { if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) }

const QUESTION = '¿Puedo devolver una compra si ya abrí el paquete?'
const ASKED = 'quiero devolver la compra, ya abrí el paquete'
const STRANGE = 'violines zurdos de segunda mano'

async function write(chat: Awaited<ReturnType<typeof openChat>>, text: string) {
  await chat.getByRole('textbox').fill(text)
  await chat.getByRole('textbox').press('Enter')
}

/** A model of these phrases is live. */
async function publish({ id: tenantId }: StageTenant, taught: Record<string, string[]>) {
  const { owner } = database
  const [trainingId, modelId] = [newId(), newId()]
  const examples = Object.entries(taught).flatMap(([intent, texts]) => texts.map(text => ({ intent, text, language: 'es' as const })))
  await owner.query(`insert into model_training (tenant_id, id, state, requested_at, heard_at) values ($1, $2, 'DONE', now(), now())`, [tenantId, trainingId])
  await owner.query(`insert into elena_model (tenant_id, id, training_id, number, state, trained_at, intent_count, phrase_count, languages, accuracy, macro_f1, size_bytes, training_seconds, report)
    values ($1, $2, $3, 1, 'LIVE', now(), 2, 4, '{ES}', 1, 1, 1, 1, '{}')`, [tenantId, modelId, trainingId])
  await owner.query('insert into elena_model_content (tenant_id, model_id, content) values ($1, $2, $3)', [tenantId, modelId, Buffer.from(trainElena({ examples }).write())])
}

const wordingsOf = async (tenant: StageTenant, question: string) =>
  (await database.owner.query<{ wordings: string[] }>('select wordings from faq where tenant_id = $1 and question = $2', [tenant.id, question])).rows[0]!.wordings

/** A customer who asks before Q&A is in memory is done without it after a moment; whoever tries it out waits. */
const bringIntoMemory = (page: Page) => page.evaluate(async () => {
  const body = JSON.stringify({ query: '{ answer(text: "devolver") { threshold } }' })
  await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text()
})

async function newShop(): Promise<StageTenant> {
  const tenant = await stage.newTenant()
  const faqs = new FaqService()
  const write = (faq: { question: string; wordings: string[]; answer: string }) => stage.app.kernel.units.tenant({ tenantId: tenant.id, actor: systemActor(tenant.id) }, unit =>
    faqs.create(unit, { faq: { ...faq, language: 'ES', variants: [], validFrom: null, validUntil: null } }))
  await write({ question: QUESTION, wordings: ['devolver una compra abierta', 'quiero devolver algo que compré y ya abrí'], answer: 'Tiene 30 días para devolverla.' })
  await write({ question: '¿Venden violines?', wordings: [], answer: 'Sí, en la tienda del centro.' })
  return tenant
}

test('the chat answers from Q&A; what was of no use and what had no answer waits for review, becomes a wording in one key, and is taken back', { timeout: 180_000 }, async () => {
  const tenant = await newShop()
  const page = await stage.signedIn(await tenant.member('SUPERVISOR', 'Sara Supervisora'), '/admin/review', { width: 1440, height: 900 })
  await page.getByText('¡Todo al día!').waitFor()
  await bringIntoMemory(page)
  const visitor = await stage.page(TELEPHONE)
  await tenant.visit(visitor)
  const chat = await openChat(visitor)
  await write(chat, ASKED)
  await chat.getByText('Tiene 30 días para devolverla.').waitFor()
  await chat.getByRole('button', { name: 'No era eso' }).waitFor()
  await shoot(visitor, 'widget-answer-360')
  await expectFits(visitor.frames()[1]!, 'an answer with its options')
  await expectAccessible(visitor, 'an answer')
  await chat.getByRole('button', { name: 'No era eso' }).click()
  await chat.getByText('otras palabras').waitFor()
  await write(chat, STRANGE)
  await chat.getByText('no le entendí').waitFor()
  await shoot(visitor, 'widget-sorry-360')
  await visitor.reload()
  await (await openChat(visitor)).getByText('otras palabras').waitFor()
  await shoot(visitor, 'widget-reloaded-360')

  await page.getByRole('button', { name: 'Actualizar' }).click()
  const group = (text: string) => page.locator('main li').filter({ hasText: text })
  await group(ASKED).getByText('Mala respuesta').filter({ visible: true }).waitFor()
  await group(STRANGE).getByText('Sin respuesta').filter({ visible: true }).waitFor()
  await group(ASKED).getByText(ASKED).click()
  await group(ASKED).getByRole('button', { name: /Pregunta: .*devolver/ }).waitFor()
  await shoot(page, 'review-1440')
  await page.keyboard.press('q')
  await page.getByText(/Agregado a «¿Puedo devolver/).first().waitFor()
  await shoot(page, 'review-assigned-1440')
  await expect.poll(() => wordingsOf(tenant, QUESTION)).toContain(ASKED)
  await page.keyboard.press('z')
  await group(ASKED).waitFor()
  await expect.poll(() => wordingsOf(tenant, QUESTION)).not.toContain(ASKED)
  await expectAccessible(page, 'the queue')
  await group(STRANGE).getByText(STRANGE).click()
  await page.keyboard.press('/')
  await page.getByRole('dialog').getByText('Preguntas y respuestas', { exact: true }).waitFor()
  await shoot(page, 'picker-1440')
  await expectAccessible(page, 'the picker')
  await page.getByRole('dialog').getByRole('textbox').or(page.getByRole('dialog').getByRole('combobox')).fill('violines')
  await page.getByRole('dialog').getByRole('option', { name: '¿Venden violines?' }).click()
  await group(STRANGE).waitFor({ state: 'detached' })
  await expect.poll(() => wordingsOf(tenant, '¿Venden violines?')).toEqual([STRANGE])
  await page.keyboard.press('n')
  await page.waitForURL(/questions\/new/)
  expect(await page.getByRole('textbox', { name: 'Pregunta', exact: true }).inputValue()).toBe(ASKED)
})

test('the queue, its picker and its help fit a telephone, in the dark too', { timeout: 120_000 }, async () => {
  const tenant = await newShop()
  const visitor = await stage.page()
  await tenant.visit(visitor)
  const chat = await openChat(visitor)
  await write(chat, ASKED)
  await chat.getByRole('button', { name: 'No era eso' }).click()
  await chat.getByText('otras palabras').waitFor()
  const page = await stage.signedIn(await tenant.member('SUPERVISOR', 'Sara Supervisora'), '/admin/review', { ...TELEPHONE, colorScheme: 'dark' })
  await page.getByRole('button', { name: /Pregunta: / }).waitFor()
  await expectFits(page, 'the queue')
  await shoot(page, 'review-360-dark')
  if (process.env.SHOTS) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await shoot(page, 'review-1440-dark')
    await page.setViewportSize(TELEPHONE)
  }
  await page.getByRole('button', { name: 'Elegir otra' }).click()
  await page.getByRole('dialog').getByText('Escribir una pregunta nueva').waitFor()
  await expectFits(page, 'the picker')
  await expectAccessible(page, 'the picker in the dark')
  await shoot(page, 'picker-360-dark')
})

test('an agent says that the bot took a message wrongly, and a supervisor what it meant', { timeout: 120_000 }, async () => {
  const tenant = await newShop()
  await database.owner.query(`insert into intent (tenant_id, id, name, action, created_at) values ($1, gen_random_uuid(), 'return_order', 'ANSWER', now())`, [tenant.id])
  const visitor = await stage.page()
  await tenant.visit(visitor)
  const chat = await openChat(visitor)
  for (const text of [ASKED, STRANGE]) await write(chat, text)
  await chat.getByText('no le entendí').waitFor()

  const desk = await stage.signedIn(await tenant.member('AGENT', 'Ana Lucía Reyes'), '/agent/inbox/all', TELEPHONE)
  await desk.getByRole('list', { name: 'Todas' }).getByRole('link').first().click()
  const more = desk.getByRole('button', { name: 'Más sobre este mensaje' })
  await more.first().waitFor()
  await shoot(desk, 'agent-360')
  await expectFits(desk, 'the thread')
  await more.first().focus()
  await desk.keyboard.press('Enter')
  await desk.getByRole('menuitem', { name: 'El bot la entendió mal' }).waitFor()
  expect(await desk.getByRole('menuitem').count()).toBe(1)
  await shoot(desk, 'agent-menu-360')
  await desk.keyboard.press('Enter')
  await desk.getByText('Reportaste que el bot la entendió mal').waitFor()
  await desk.reload()
  await desk.getByText('Reportaste que el bot la entendió mal').waitFor()
  await expectAccessible(desk, 'the thread')
  await shoot(desk, 'agent-reported-360')

  const lead = await stage.signedIn(await tenant.member('SUPERVISOR', 'Sara Supervisora'), '/agent/inbox/all', { width: 1440, height: 900, colorScheme: 'dark' })
  await lead.getByRole('list', { name: 'Todas' }).getByRole('link').first().click()
  await lead.getByText(STRANGE).last().hover()
  await lead.getByRole('button', { name: 'Más sobre este mensaje' }).last().click()
  await lead.getByRole('menuitem', { name: 'Decir qué quiso decir' }).click()
  await lead.getByRole('option', { name: 'return order' }).waitFor()
  await shoot(lead, 'agent-name-1440-dark')
  await lead.getByRole('option', { name: 'return order' }).click()
  await lead.getByText('Reportado: tu equipo lo revisará').first().waitFor()
  const { rows } = await database.owner.query(`select reason, guesses from misunderstood_message where tenant_id = $1 order by id`, [tenant.id])
  expect(rows).toMatchObject([{ reason: 'CORRECTED' }, { reason: 'CORRECTED', guesses: [{ intent: 'return_order' }] }])
})

test('what is taught is tried out at once, before anything is trained', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/intents', { width: 1440, height: 900 })
  const teach = async (intent: string, phrases: string[]) => {
    const { rows } = await database.owner.query(`insert into intent (tenant_id, id, name, action, created_at) values ($1, gen_random_uuid(), $2, 'ANSWER', now()) returning id`, [tenant.id, intent])
    for (const text of phrases) await database.owner.query(`insert into phrase (tenant_id, id, intent_id, language, text, plain, origin, created_at) values ($1, gen_random_uuid(), $2, 'ES', $3, $3, 'WRITTEN', now())`, [tenant.id, rows[0].id, text])
    return rows[0].id as string
  }
  const refund = await teach('refund', ['quiero que me devuelvan el dinero', 'solicitar un reembolso', 'devolución de mi pago'])
  await teach('track_order', ['dónde está mi pedido', 'rastrear mi paquete', 'cuándo llega mi compra'])
  await page.getByRole('link', { name: 'Por revisar' }).waitFor()
  await page.goto(`${stage.app.url}/admin/intents/${refund}`)
  const tryOut = async (text: string) => {
    await page.getByRole('button', { name: 'Pruébalo' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill(text)
    await page.getByText('Prototipo: aún sin entrenar').waitFor()
  }
  await tryOut('por dónde viene la mercancía')
  await page.getByRole('dialog').getByText(/track_order/).first().waitFor()
  await shoot(page, 'try-prototype-1440')
  await expectAccessible(page, 'the box that tries out')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Agregar una frase' }).fill('por dónde viene la mercancía')
  await page.keyboard.press('Enter')
  await page.getByRole('list').getByText('por dónde viene la mercancía').waitFor()
  await tryOut('por dónde viene la mercancía')
  await page.getByText('Entiende «refund»').waitFor()
  await shoot(page, 'try-prototype-added-1440')

  await publish(tenant, { refund: ['quiero que me devuelvan el dinero', 'solicitar un reembolso'], track_order: ['dónde está mi pedido', 'rastrear mi paquete'] })
  await page.setViewportSize(TELEPHONE)
  await page.reload()
  await page.getByRole('button', { name: 'Pruébalo' }).click()
  await page.getByRole('tab', { name: 'Modelo publicado', selected: true }).waitFor()
  await page.getByRole('dialog').getByRole('textbox').fill('por dónde viene la mercancía')
  await page.getByText('Modelo 1', { exact: true }).waitFor()
  await page.getByRole('tab', { name: 'Prototipo' }).click()
  await page.getByText('Prototipo: aún sin entrenar').waitFor()
  await expectFits(page, 'the box that tries out')
  await shoot(page, 'try-both-360')
})
