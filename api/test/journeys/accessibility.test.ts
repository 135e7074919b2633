import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import { ask } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { askForPerson, expectAccessible, openChat } from './screen.ts'
import { callerOf, useStage, type StageTenant } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
// Each language once and each scheme once: a rule about words cares for one, a rule about colours for the other.
const FORMS = [
  { language: 'ES', locale: 'es-DO', colorScheme: 'light' },
  { language: 'EN', locale: 'en-US', colorScheme: 'dark' },
] as const
const SITES = ['banco-guayacan', 'casa-flamboyan', 'centro-arrecife', 'licencias']

const setSlug = ({ id }: StageTenant, slug: string) => database.owner.query('update tenant set slug = $2 where id = $1', [id, slug])

async function expectPage(page: Page, name: string) {
  await page.locator(`nav a[href="/admin/${name}"]`).click()
  await page.waitForURL(`**/admin/${name}`)
  await page.locator('main h1').waitFor()
  await page.getByRole('status', { name: /Cargando|Loading/ }).waitFor({ state: 'hidden' })
  await expectAccessible(page, name)
}

describe.each(FORMS)('nothing keeps anybody out, $locale and $colorScheme:', ({ language, locale, colorScheme }) => {
  test('the start, the sign-in and the demo sites', { timeout: 180_000 }, async () => {
    const page = await stage.page({ locale, colorScheme })
    await page.goto(stage.app.url)
    await expectAccessible(page, 'the start')
    await page.goto(`${stage.app.url}/agent/`)
    await page.locator('form').waitFor()
    await expectAccessible(page, 'the sign-in')
    for (const slug of SITES) {
      const tenant = await stage.newTenant()
      await setSlug(tenant, slug)
      await page.goto(`${stage.app.url}/demo/${slug}`)
      await page.getByRole('button', { name: /chat/ }).waitFor()
      await expectAccessible(page, slug)
      await setSlug(tenant, tenant.slug)
    }
  })

  test('the chat with its menu, an answer and its options', { timeout: 180_000 }, async () => {
    const tenant = await stage.newTenant()
    const page = await stage.page({ locale, colorScheme })
    await tenant.visit(page)
    const chat = await openChat(page)
    await chat.getByRole('button', { name: /Hablar con una persona|Talk to a person/ }).waitFor()
    await expectAccessible(page, 'the menu')
    await chat.getByRole('textbox').fill('horario')
    await chat.getByRole('textbox').press('Enter')
    await chat.locator('.group.own').waitFor()
    await chat.getByRole('button', { name: /^(Opciones del chat|Chat options)/ }).click()
    await expectAccessible(page, 'the options')
  })

  test('the desk: inbox, thread, contact, search, help and assignment', { timeout: 180_000 }, async () => {
    const tenant = await stage.newTenant()
    const visitor = await stage.page()
    await tenant.visit(visitor)
    await askForPerson(visitor)
    const account = await tenant.member('SUPERVISOR', 'Ana Lucía Reyes', { language })
    const desk = await stage.signedIn(account, '/agent/inbox/unassigned', { locale, colorScheme, width: 1440 })
    await desk.locator('[data-row]').waitFor()
    await expectAccessible(desk, 'the inbox')
    await desk.locator('[data-row]').click()
    await desk.getByRole('log').waitFor()
    await desk.keyboard.press('c')
    await desk.getByRole('log').getByText(/La tomaste|You claimed/).waitFor()
    await desk.keyboard.press('n')
    await desk.keyboard.type('Parece cliente nuevo')
    await desk.keyboard.press('Enter')
    await desk.getByRole('log').getByText('Parece cliente nuevo').waitFor()
    await desk.locator('aside[aria-label] dl').first().waitFor()
    await expectAccessible(desk, 'the thread')
    await desk.keyboard.press('Escape')
    for (const [key, name] of [['?', 'the help'], ['a', 'the assignment']] as const) {
      await desk.keyboard.press(key)
      await desk.getByRole('dialog').waitFor()
      await expectAccessible(desk, name)
      await desk.keyboard.press('Escape')
      await desk.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    await desk.getByRole('searchbox').fill('cliente')
    await desk.locator('mark').first().waitFor()
    await expectAccessible(desk, 'the search')
  })

  test('the administration, page by page', { timeout: 180_000 }, async () => {
    const tenant = await stage.newTenant()
    const page = await stage.signedIn(await tenant.member('OWNER', 'Rosa Dueña', { language }), '/admin/today', { locale, colorScheme })
    await page.locator('dl').first().waitFor()
    for (const name of ['today', 'surveys', 'bots', 'bot', 'calendar', 'appointments', 'request-types', 'payments', 'company', 'connectors', 'predictive-models', 'api-keys', 'audit', 'channels']) await expectPage(page, name)
    await page.locator('main ul a').first().click()
    await page.locator('aside section').waitFor()
    await expectAccessible(page, 'the channel')
    for (const name of ['request-types/new', 'payments/settings']) {
      await page.goto(`${stage.app.url}/admin/${name}`)
      await page.locator('main form, main fieldset').first().waitFor()
      await expectAccessible(page, name)
    }
    for (const name of ['billing/plan', 'appointments/services', 'appointments/services/new', 'appointments/resources', 'appointments/resources/new']) {
      await page.goto(`${stage.app.url}/admin/${name}`)
      await page.locator('main h1').waitFor()
      await page.getByRole('status', { name: /Cargando|Loading/ }).waitFor({ state: 'hidden' })
      await expectAccessible(page, name)
    }
    await page.goto(`${stage.app.url}/admin/channels/new`)
    await page.locator('main ul button').first().waitFor()
    await expectAccessible(page, 'the kinds of channels')
    await page.goto(`${stage.app.url}/admin/channels/new/WHATSAPP`)
    await page.locator('main form input').first().waitFor()
    await expectAccessible(page, 'the form of a channel')
    await expectPage(page, 'members')
    await page.getByRole('button', { name: /^(Invitar|Invite)$/ }).click()
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page, 'the invitation')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('qwxz')
    await page.getByRole('dialog').getByRole('status').getByText(/Sin resultados|Nothing found|No results/).waitFor()
  })

  test('the links of a channel, their codes and the sheet to print', { timeout: 180_000 }, async () => {
    const tenant = await stage.newTenant()
    const page = await stage.signedIn(await tenant.member('OWNER', 'Rosa Dueña', { language }), '/admin/channels', { locale, colorScheme })
    await page.locator('main ul a').first().click()
    await page.locator('main a[href$="/links"]').click()
    await page.getByText(/Todavía no hay enlaces|There are no links yet/).waitFor()
    await expectAccessible(page, 'no links')
    await page.getByRole('button', { name: /^(Nuevo enlace|New link)$/ }).first().click()
    await page.getByRole('textbox', { name: /^(Campaña|Campaign)/ }).fill('Volante')
    await expectAccessible(page, 'the form of a link')
    await page.getByRole('dialog').getByRole('button', { name: /^(Nuevo enlace|New link)$/ }).click()
    await page.getByRole('dialog').getByRole('img', { name: /Volante/ }).waitFor()
    await expectAccessible(page, 'a code')
    await page.getByRole('dialog').getByRole('link', { name: /^(Imprimir|Print)$/ }).click()
    await page.getByRole('region', { name: /^(Vista previa|Preview)/ }).waitFor()
    await expectAccessible(page, 'the sheet')
    await page.getByRole('link', { name: /^(Enlaces y QR|Links and QR)$/ }).click()
    await page.locator('main li').waitFor()
    await expectAccessible(page, 'the links')
  })

  test('what the bot knows, page by page', { timeout: 180_000 }, async () => {
    const tenant = await stage.newTenant()
    const page = await stage.signedIn(await tenant.member('OWNER', 'Rosa Dueña', { language }), '/admin/today', { locale, colorScheme })
    await page.locator('dl').first().waitFor()
    for (const name of ['intents', 'entity-types', 'review', 'models', 'questions', 'sources', 'unanswered']) await expectPage(page, name)
  })

  test('a question and a source as they are written, and the box that tries questions out', { timeout: 180_000 }, async () => {
    const tenant = await stage.newTenant()
    const page = await stage.signedIn(await tenant.member('OWNER', 'Rosa Dueña', { language }), '/admin/questions', { locale, colorScheme })
    await page.locator('main h2').first().waitFor()
    await expectAccessible(page, 'no questions')
    await page.locator('main section a[href="/admin/questions/new"]').click()
    await page.getByRole('textbox', { name: /^(Pregunta|Question)$/ }).fill('¿Aceptan dólares?')
    await page.getByRole('textbox', { name: /^(Respuesta|Answer)$/ }).fill('Sí, a la tasa del día.')
    await page.getByRole('button', { name: /^(Guardar cambios|Save changes)$/ }).click()
    await page.waitForURL(/questions\/[\da-f-]{36}$/)
    await expectAccessible(page, 'a question')
    await page.keyboard.press('p')
    await page.getByRole('dialog').getByRole('textbox').fill('aceptan dolares')
    await page.getByRole('dialog').getByRole('meter').first().waitFor()
    await expectAccessible(page, 'the box')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expectPage(page, 'questions')
    await page.goto(`${stage.app.url}/admin/questions/import`)
    await page.locator('main h1').waitFor()
    await expectAccessible(page, 'the import')
    await page.goto(`${stage.app.url}/admin/sources?add=1`)
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page, 'the form of a source')
  })

  test('a bot, page by page', { timeout: 180_000 }, async () => {
    const tenant = await stage.newTenant()
    const owner = await tenant.member('OWNER', 'Rosa Dueña', { language })
    const { createBot } = await ask(stage.app.url, await callerOf(stage.app.url, owner), 'mutation($input: CreateBotInput!) { createBot(input: $input) { ... on Bot { id } } }', { input: { name: 'Banco' } })
    const page = await stage.signedIn(owner, '/admin/today', { locale, colorScheme })
    await page.locator('dl').first().waitFor()
    for (const name of ['', 'settings', 'tests', 'go-live', 'channels', 'versions']) {
      await page.goto(`${stage.app.url}/admin/bots/${createBot.id}/${name}`)
      await page.locator('main nav [aria-current="page"]').waitFor()
      await page.getByRole('status', { name: /Cargando|Loading/ }).waitFor({ state: 'hidden' })
      await expectAccessible(page, name)
    }
    await page.getByRole('button', { name: /^(Publicar…|Publish…)$/ }).click()
    await page.getByRole('dialog').locator('form').waitFor()
    await expectAccessible(page, 'publishing')
  })

  test('the platform', { timeout: 180_000 }, async () => {
    const operator = await stage.operator()
    await database.owner.query('update app_user set language = $2 where email = $1', [operator.email, language])
    const page = await stage.signedIn(operator, '/admin/platform', { locale, colorScheme })
    await page.locator('dl').first().waitFor()
    for (const name of ['platform', 'tenants', 'resellers', 'bot-reviews']) await expectPage(page, name)
  })
})
