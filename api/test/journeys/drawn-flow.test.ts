import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SystemDouble } from '../../src/modules/connectors/system-double.fixture.ts'
import { profilesOf } from '../channel-stand.ts'
import { useDatabase } from '../harness.ts'
import { botProApproves } from '../sector.ts'
import { startWhatsappDouble, type WhatsappDouble } from '../providers/whatsapp.ts'
import { AGAIN, ASKED, drawBalanceFlow, HANDED, RIGHT, TOLD, WRONG } from './balance-flow.ts'
import { Canvas } from './canvas.ts'
import { expectGood, shoot } from './forms.ts'
import { openChat } from './screen.ts'
import { useStage, type StageTenant } from './stage.ts'
import { connectWhatsapp } from './whatsapp-line.ts'

const core = new SystemDouble()
let whatsapp: WhatsappDouble
beforeAll(async () => {
  await core.listen()
  whatsapp = await startWhatsappDouble()
})
afterAll(() => Promise.all([core.close(), whatsapp?.stop()]))

const database = useDatabase()
const stage = useStage(database, () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'botpro-drawn-')), 'profiles.json')
  writeFileSync(file, JSON.stringify(profilesOf([whatsapp])))
  return { CHANNEL_PROFILES: file, OUTSIDE_ALLOW: `127.0.0.1:${core.port}` }
})

const answers = () => { core.behave = () => ({ body: { cliente: 'Ana Pérez', cuenta: { tipo: 'Ahorros', balance: 15230.5 } } }) }
const fails = () => { core.behave = () => ({ status: 500, body: { error: 'fuera de servicio' } }) }

/** A system of the company’s, and what may be asked of it. */
async function connectSystem(page: Page) {
  await page.getByRole('link', { name: 'Conectores' }).click()
  await page.getByRole('button', { name: 'Conectar mi sistema' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Dirección' }).fill(core.url)
  await page.getByRole('dialog').getByRole('textbox', { name: 'Nombre' }).fill('Núcleo bancario')
  await page.getByRole('dialog').getByRole('button', { name: 'Agregar conector' }).click()
  await page.getByRole('link', { name: 'Nueva operación' }).click()
  await page.getByRole('textbox', { name: 'Nombre', exact: true }).fill('Consultar balance')
  await page.getByRole('textbox', { name: 'Ruta' }).fill('/clientes/{cedula}/balance')
  await page.getByRole('button', { name: 'Agregarlo' }).click()
  const trial = page.getByRole('region', { name: 'Probar en vivo' })
  await trial.getByRole('textbox', { name: 'cedula' }).fill('00113918205')
  await trial.getByRole('button', { name: 'Probar' }).click()
  await trial.getByRole('button', { name: /^Usar balance/ }).click()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.waitForURL(/operations\/[\da-f-]{36}$/)
  expect(core.last.path).toBe('/clientes/00113918205/balance')
}

async function newBot(page: Page) {
  await page.getByRole('link', { name: 'Bots' }).click()
  await page.getByRole('button', { name: 'Desde cero' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Nombre' }).fill('Banca')
  await page.getByRole('button', { name: 'Crear bot' }).click()
  await page.getByRole('button', { name: 'Nuevo flujo' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Nombre del flujo' }).fill('Consultar balance')
  await page.getByRole('button', { name: 'Crear y abrir' }).click()
}

/** As somebody who tries it: the number is written wrong first. */
async function tryOut(page: Page) {
  await page.getByRole('button', { name: 'Probar' }).click()
  const panel = page.getByRole('complementary', { name: 'Probar' })
  for (const [said, answered] of [['Quiero ver mi saldo', ASKED], [WRONG, AGAIN], [RIGHT, TOLD]] as const) {
    await panel.getByRole('textbox', { name: 'Escribe un mensaje' }).fill(said)
    await page.keyboard.press('Enter')
    await panel.getByText(answered).last().waitFor()
  }
  await expectGood(page, 'drawn-simulator')
  await panel.getByRole('button', { name: 'Guardar esto como prueba' }).click()
  expect(await page.getByRole('dialog').getByRole('textbox', { name: 'Nombre' }).inputValue()).toBe('Quiero ver mi saldo')
  await page.getByRole('dialog').getByRole('button', { name: 'Guardar prueba' }).click()
  const asked = core.received.length
  await page.getByRole('link', { name: 'Ver las pruebas' }).click()
  await page.getByRole('button', { name: 'Ejecutar todas' }).click()
  await page.getByText('1 pasó, ninguna falló').waitFor()
  await page.getByRole('button', { name: /^Ver qué se dijo/ }).click()
  await page.getByText(TOLD).first().waitFor()
  expect(core.received.length, 'a test asks no system').toBe(asked)
  await expectGood(page, 'drawn-tests')
}

async function publish(page: Page) {
  await page.getByRole('link', { name: 'Versiones' }).click()
  await page.getByRole('button', { name: 'Publicar…' }).click()
  await page.getByText('La única prueba pasa.').waitFor({ timeout: 30_000 })
  await page.getByRole('textbox', { name: '¿Qué hay de nuevo?' }).fill('Dice el balance de quien da su cédula')
  await page.getByRole('textbox', { name: 'Por qué está bien así' }).fill('Quien no la dio pasa a una persona sin ella')
  await expectGood(page, 'drawn-publish')
  await page.getByRole('dialog').getByRole('button', { name: 'Publicar', exact: true }).click()
  await page.getByText('Versión 1').first().waitFor({ timeout: 60_000 })
}

/** On both channels, and through the stages until it is live. */
async function goLive(page: Page) {
  await page.getByRole('link', { name: 'Canales' }).last().click()
  for (const channel of ['Tienda', 'Banca por WhatsApp']) {
    await page.getByRole('button', { name: 'Agregar canal' }).first().click()
    await page.getByRole('dialog').getByRole('combobox', { name: 'Canal' }).click()
    await page.getByRole('option', { name: new RegExp(channel) }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Agregar canal' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await botProApproves(database, new URL(page.url()).pathname.match(/bots\/([^/]+)/)![1]!)
  await page.getByRole('link', { name: 'Puesta en vivo' }).click()
  for (const to of ['En pruebas', 'En revisión', 'En vivo']) {
    await page.getByRole('button', { name: `Pasar a «${to}»` }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Empezamos con estos dos canales')
    await page.getByRole('dialog').getByRole('button', { name: /^Pasar/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.getByText('El bot ya atiende a tus clientes').first().waitFor()
  await shoot(page, 'drawn-live')
}

async function visitor(tenant: StageTenant): Promise<{ page: Page; chat: FrameLocator; write: (text: string) => Promise<void> }> {
  const page = await stage.page({ width: 420, height: 800 })
  await tenant.visit(page)
  const chat = await openChat(page)
  const write = async (text: string) => {
    await chat.getByRole('textbox').fill(text)
    await chat.getByRole('textbox').press('Enter')
  }
  return { page, chat, write }
}

/** From the queue, what an agent reads before she answers. */
async function expectSummary(desk: Page, channel: 'WEB' | 'WHATSAPP') {
  await desk.getByRole('link', { name: /^Sin asignar( \d+)?$/ }).click()
  await desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link').filter({ has: desk.locator(`[data-channel=${channel}]`) }).first().click()
  await desk.getByText('Resumen para el equipo').first().waitFor()
  await desk.getByText('No se pudo consultar su balance. Cédula: 00113918205').first().waitFor()
  await shoot(desk, `drawn-desk-${channel}`)
}

test('a person who never saw it draws a flow that looks a balance up, tests and publishes it, and customers of two channels are served by it, and by people where the system fails', { timeout: 300_000 }, async () => {
  answers()
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('OWNER', 'Rosa Dueña'), '/admin/channels/new', { width: 1440, height: 900 })
  await connectWhatsapp(page, { whatsapp, database, url: stage.app.url, name: 'Banca por WhatsApp' })
  await connectSystem(page)
  await newBot(page)
  await drawBalanceFlow(page)
  await page.keyboard.press('Escape')
  await expectGood(page, 'drawn-studio')
  await new Canvas(page).step('Núcleo bancario').click()
  await expectGood(page, 'drawn-step')
  await tryOut(page)
  await publish(page)
  await goLive(page)

  const { page: customer, chat, write } = await visitor(tenant)
  for (const [said, answered] of [['quiero mi balance', ASKED], [WRONG, AGAIN], [RIGHT, TOLD]] as const) {
    await write(said)
    await chat.getByText(answered).last().waitFor()
  }
  await shoot(customer, 'drawn-widget')
  const ana = whatsapp.customer('18295550123')
  const heard = (words: string) => expect.poll(() => ana.inbox.at(-1)?.text, { timeout: 15_000 }).toBe(words)
  for (const [said, answered] of [['mi saldo por favor', ASKED], [WRONG, AGAIN], [RIGHT, TOLD]] as const) {
    ana.writes(said)
    await heard(answered)
  }

  fails()
  await write('otra vez mi balance')
  await chat.getByText(ASKED).nth(1).waitFor()
  await write(RIGHT)
  await chat.getByText(HANDED).waitFor()
  await shoot(customer, 'drawn-widget-failed')
  ana.writes('balance')
  await heard(ASKED)
  ana.writes(RIGHT)
  await heard(HANDED)
  const desk = await stage.signedIn(await tenant.member('AGENT', 'Ana Lucía Reyes'), '/agent/', { width: 1440, height: 900 })
  await expectSummary(desk, 'WEB')
  await expectSummary(desk, 'WHATSAPP')
})
