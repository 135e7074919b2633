import { expect, test } from 'vitest'
import { ask } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { askForPerson, expectFits, openChat } from './screen.ts'
import { callerOf, useStage } from './stage.ts'

const stage = useStage(useDatabase())
const TELEPHONE = { width: 360, height: 740 }
const TAUGHT = ['intents', 'intents/import', 'entity-types', 'review', 'models', 'questions', 'questions/new', 'questions/import', 'sources', 'unanswered']

test('the chat fits a telephone, with its menu and its options', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.page(TELEPHONE)
  await tenant.visit(page)
  const chat = await openChat(page)
  await chat.getByRole('button', { name: 'Hablar con una persona' }).waitFor()
  const frame = page.frames()[1]!
  await expectFits(page, 'the site')
  await expectFits(frame, 'the menu')
  await chat.getByRole('button', { name: 'Opciones del chat' }).click()
  await expectFits(frame, 'the options')
})

test('on a telephone an agent goes from the list to the thread, to the contact, and back', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const visitor = await stage.page()
  await tenant.visit(visitor)
  await askForPerson(visitor)
  const desk = await stage.signedIn(await tenant.member('SUPERVISOR', 'Ana Lucía Reyes'), '/agent/inbox/unassigned', TELEPHONE)
  const row = desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link').first()
  await row.waitFor()
  await expectFits(desk, 'the list')
  await row.click()
  await desk.getByRole('button', { name: 'Tomar y responder' }).click()
  await desk.getByPlaceholder('Escribe tu respuesta').waitFor()
  await expectFits(desk, 'the thread')
  await desk.getByRole('button', { name: 'Ver contacto' }).click()
  await desk.getByText('Identidad sin confirmar').waitFor()
  await expectFits(desk, 'the contact')
  await desk.getByRole('button', { name: 'Ocultar contacto' }).click()
  await desk.getByPlaceholder('Escribe tu respuesta').waitFor()
  await desk.getByRole('button', { name: 'Volver a la lista' }).click()
  await desk.getByText('Nadie está esperando').waitFor()
  await desk.locator('header button').first().click()
  await desk.getByRole('dialog').waitFor()
  await expectFits(desk, 'the menu')
})

test('the administration fits a telephone on every page', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/today', TELEPHONE)
  await page.locator('dl').first().waitFor()
  for (const name of ['today', 'channels', 'channels/new', 'bots', 'bot', 'calendar', 'appointments', 'appointments/services', 'appointments/services/new', 'appointments/resources', 'appointments/resources/new', 'surveys', 'request-types', 'request-types/new', 'payments', 'payments/settings', 'members', 'company', 'billing/plan', 'api-keys', 'connectors', 'predictive-models', 'audit', 'account', ...TAUGHT]) {
    await page.goto(`${stage.app.url}/admin/${name}`)
    await page.locator('main h1').waitFor()
    await page.getByRole('status', { name: 'Cargando…' }).waitFor({ state: 'hidden' })
    await expectFits(page, name)
  }
  await page.goto(`${stage.app.url}/admin/channels`)
  await page.locator('main').getByRole('link', { name: /Tienda/ }).click()
  await page.getByRole('region', { name: 'Vista previa' }).waitFor()
  await expectFits(page, 'the channel')
  await page.goto(`${stage.app.url}/admin/members`)
  await page.getByRole('button', { name: 'Invitar' }).click()
  await page.getByRole('dialog').waitFor()
  await expectFits(page, 'the invitation')
})

test('a bot fits a telephone on every page', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const owner = await tenant.member('OWNER', 'Olga Dueña')
  const { createBot } = await ask(stage.app.url, await callerOf(stage.app.url, owner), 'mutation($input: CreateBotInput!) { createBot(input: $input) { ... on Bot { id } } }', { input: { name: 'Banco' } })
  const page = await stage.signedIn(owner, '/admin/today', TELEPHONE)
  await page.locator('dl').first().waitFor()
  for (const name of ['', 'settings', 'tests', 'versions', 'go-live', 'channels']) {
    await page.goto(`${stage.app.url}/admin/bots/${createBot.id}/${name}`)
    const tab = page.locator('main nav [aria-current="page"]')
    await tab.waitFor()
    // The row of tabs is longer than the screen: the one that is open is in sight without a swipe.
    await expect.poll(async () => { const box = (await tab.boundingBox())!; return box.x >= 0 && box.x + box.width <= TELEPHONE.width + 1 }, { message: `the tab of ${name}`, timeout: 5000 }).toBe(true)
    await page.getByRole('status', { name: 'Cargando…' }).waitFor({ state: 'hidden' })
    await expectFits(page, name)
  }
  await page.goto(`${stage.app.url}/admin/bots/${createBot.id}/versions`)
  await page.getByRole('button', { name: 'Publicar…' }).click()
  await page.getByRole('dialog').locator('form').waitFor()
  await expectFits(page, 'publishing')
})

test('a connector fits a telephone on every page', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const owner = await tenant.member('OWNER', 'Olga Dueña')
  const { createConnector } = await ask(stage.app.url, await callerOf(stage.app.url, owner), 'mutation($input: CreateConnectorInput!) { createConnector(input: $input) { ... on Connector { id } } }', { input: { key: 'core', name: 'Núcleo bancario de la cooperativa', kind: 'REST', baseUrl: 'https://nucleo.example.com/api/v2' } })
  const page = await stage.signedIn(owner, '/admin/today', TELEPHONE)
  await page.locator('dl').first().waitFor()
  for (const name of ['', 'settings', 'calls', 'import', 'operations/new']) {
    await page.goto(`${stage.app.url}/admin/connectors/${createConnector.id}/${name}`)
    await page.locator('main h1').waitFor()
    await page.getByRole('status', { name: 'Cargando…' }).waitFor({ state: 'hidden' })
    await expectFits(page, `connector/${name}`)
  }
})

test('links, their codes and the sheet to print fit a telephone', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/channels', TELEPHONE)
  await page.locator('main').getByRole('link', { name: /Tienda/ }).click()
  await page.getByRole('link', { name: 'Enlaces y QR' }).click()
  await page.getByText('Todavía no hay enlaces').waitFor()
  await expectFits(page, 'no links')
  await page.getByRole('button', { name: 'Nuevo enlace' }).first().click()
  await page.getByRole('textbox', { name: 'Campaña' }).fill('Campaña de verano con un nombre largo para una pantalla pequeña')
  await expectFits(page, 'the form of a link')
  await page.getByRole('dialog').getByRole('button', { name: 'Nuevo enlace' }).click()
  // The news of it lies over the page for a moment.
  await page.getByText('Enlace creado').first().waitFor()
  await page.getByText('Enlace creado').first().waitFor({ state: 'hidden' })
  await page.getByRole('dialog').getByRole('img', { name: /Campaña/ }).waitFor()
  await expectFits(page, 'a code')
  await page.getByRole('dialog').getByRole('link', { name: 'Imprimir' }).click()
  await page.getByRole('region', { name: /^Vista previa/ }).waitFor()
  await expectFits(page, 'the sheet')
  await page.getByRole('link', { name: 'Enlaces y QR' }).click()
  await page.locator('main li').waitFor()
  await expectFits(page, 'the links')
})

test('the box that tries questions out and the form of a source fit a telephone', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/questions/new', TELEPHONE)
  await page.getByRole('textbox', { name: 'Pregunta', exact: true }).fill('¿Aceptan dólares?')
  await page.getByRole('textbox', { name: 'Respuesta', exact: true }).fill('Sí, a la tasa del día.')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.waitForURL(/questions\/[\da-f-]{36}$/)
  // The news of it lies over the page for a moment.
  await page.getByText('Pregunta guardada').first().waitFor()
  await page.getByText('Pregunta guardada').first().waitFor({ state: 'hidden' })
  await expectFits(page, 'a question')
  await page.getByRole('button', { name: 'Probar' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('aceptan dolares')
  await page.getByRole('dialog').getByRole('meter').first().waitFor()
  await expectFits(page, 'the box')
  await page.goto(`${stage.app.url}/admin/sources?add=1`)
  await page.getByRole('dialog').waitFor()
  await expectFits(page, 'the form of a source')
})

test('the platform fits a telephone', { timeout: 60_000 }, async () => {
  const page = await stage.signedIn(await stage.operator(), '/admin/platform', TELEPHONE)
  await page.locator('dl').first().waitFor()
  for (const name of ['platform', 'tenants', 'resellers', 'bot-reviews']) {
    await page.goto(`${stage.app.url}/admin/${name}`)
    await page.locator('main h1').waitFor()
    await expectFits(page, name)
  }
})
