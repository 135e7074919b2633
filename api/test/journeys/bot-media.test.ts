import type { BotContent, Flow, Step } from '@botpro/graphql/flows'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { insertLiveBot } from '../../src/bench/live-bot.ts'
import { newContent } from '../../src/modules/flows/bots/new-bot.ts'
import { ask, type Caller } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
const shoot = async (page: Page, name: string) => { if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) }
const drawn = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } }).png().toBuffer()

const flow = (key: string, triggers: Flow['triggers'], steps: Step[]): Flow => ({ key, name: key, variables: [], triggers, start: steps[0]!.id, steps })
const say = (messages: Extract<Step, { kind: 'SAY' }>['messages']): Step => ({ id: 'decir', kind: 'SAY', position: { x: 0, y: 0 }, next: {}, messages })

async function upload(caller: Caller, content: Buffer, name: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(content)]), name)
  const response = await fetch(`${stage.app.url}/files/bots`, { method: 'POST', body: form, headers: caller.headers })
  return (await response.json() as { id: string }).id
}

test('a picture is uploaded in the studio, seen there and in the simulator, and too large a file is refused in words', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const owner = await callerOf(stage.app.url, await tenant.member('OWNER', 'Olga Dueña'))
  const { createBot } = await ask(stage.app.url, owner, 'mutation($input: CreateBotInput!) { createBot(input: $input) { ... on Bot { id } } }', { input: { name: 'Tienda' } })
  const document = flow('offers', [{ id: 't', kind: 'KEYWORD', words: { ES: ['ofertas'] } }], [say([{ kind: 'TEXT', text: { ES: 'Estas son las ofertas de hoy.' } }])])
  const { createFlow } = await ask(stage.app.url, owner, 'mutation($input: CreateFlowInput!) { createFlow(input: $input) { ... on BotFlow { id } } }', { input: { botId: createBot.id, name: 'Ofertas', key: 'offers', document } })
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), `/admin/bots/${createBot.id}/flows/${createFlow.id}`, { width: 1440, height: 900 })
  await page.locator('[data-step="decir"]').click()
  await page.getByRole('button', { name: 'Agregar mensaje' }).click()
  await page.getByRole('menuitem', { name: 'Archivo' }).click()
  await shoot(page, 'media-empty')
  const input = page.getByLabel('Elegir un archivo')
  await input.setInputFiles({ name: 'grande.png', mimeType: 'image/png', buffer: Buffer.alloc(11 * 1024 * 1024) })
  await page.getByText('El archivo pesa demasiado').waitFor()
  await shoot(page, 'media-refused')
  await input.setInputFiles({ name: 'carta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') })
  await page.getByText('Ese archivo no sirve aquí').waitFor()
  await input.setInputFiles({ name: 'ofertas.png', mimeType: 'image/png', buffer: await drawn(800, 500, '#1d4ed8') })
  await page.getByRole('img', { name: 'ofertas.png' }).waitFor()
  await shoot(page, 'media-uploaded')
  await expectAccessible(page, 'a step that shows a picture')
  await page.getByRole('button', { name: 'Agregar mensaje' }).click()
  await page.getByRole('menuitem', { name: 'Tarjeta' }).click()
  await page.getByRole('textbox', { name: 'Título' }).fill('Nevera Sol')
  await page.getByRole('button', { name: 'Agregar botón' }).click()
  await page.getByRole('textbox', { name: 'Botón 1' }).fill('La quiero')
  await page.getByRole('textbox', { name: 'Título' }).focus()
  await page.getByText('la_quiero').waitFor()
  await page.getByText('la_quiero').scrollIntoViewIfNeeded()
  await shoot(page, 'card-fields')
  await page.locator('header').getByText(/^Guardado/).first().waitFor()
  await page.getByRole('button', { name: 'Probar' }).click()
  const panel = page.getByRole('complementary', { name: 'Probar' })
  await panel.getByRole('textbox', { name: 'Escribe un mensaje' }).fill('ofertas')
  await page.keyboard.press('Enter')
  await panel.getByRole('img', { name: 'ofertas.png' }).waitFor()
  await panel.getByRole('button', { name: 'La quiero' }).waitFor()
  await shoot(page, 'media-simulated')
  await expectAccessible(page, 'a picture in the simulator')
})

test('a customer sees pictures, cards and places of the bot in the page’s chat, and so does the agent', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const owner = await callerOf(stage.app.url, await tenant.member('OWNER', 'Olga Dueña'))
  const fileId = await upload(owner, await drawn(900, 500, '#0f766e'), 'ofertas.png')
  const source = { ES: { fileId, name: 'ofertas.png' } }
  const { settings } = newContent('ES')
  const content: BotContent = {
    settings: { ...settings, mainFlow: undefined, handOffFlow: undefined }, tests: [], flows: [
      flow('offers', [{ id: 't', kind: 'KEYWORD', words: { ES: ['ofertas'] } }], [say([
        { kind: 'MEDIA', type: 'IMAGE', source, caption: { ES: 'Las ofertas de hoy.' } },
        { kind: 'CARD', title: { ES: 'Nevera Sol' }, subtitle: { ES: 'De 14 pies, a RD$ 29,900' }, image: source, url: 'https://tienda.example/nevera', urlTitle: { ES: 'Ver en la tienda' }, buttons: [{ id: 'la_quiero', title: { ES: 'La quiero' } }] },
        { kind: 'LOCATION', latitude: 18.4735, longitude: -69.8844, name: { ES: 'Sucursal Naco' }, address: { ES: 'Av. Tiradentes 20' } },
        { kind: 'MEDIA', type: 'FILE', source: { ES: { url: 'https://localhost/catalogo.pdf' } } },
      ])]),
      flow('wanted', [{ id: 't', kind: 'OPTION', option: 'la_quiero' }], [{ id: 'persona', kind: 'HAND_OFF', position: { x: 0, y: 0 }, next: {}, text: { ES: 'Se la apartamos. Le atiende una persona.' } }]),
    ],
  }
  const { rows: [account] } = await database.owner.query(`select id from channel_account where tenant_id = $1 and kind = 'WEB'`, [tenant.id])
  await insertLiveBot(database.owner, { tenantId: tenant.id, channelAccountId: account.id }, content)
  const desk = await stage.signedIn(await tenant.member('AGENT', 'Ana Reyes'), '/agent/', { width: 1440, height: 900 })

  const shop = await stage.page({ width: 1280, height: 900 })
  await tenant.visit(shop)
  await shop.getByRole('button', { name: 'Abrir chat' }).click()
  const chat = shop.frameLocator('iframe')
  await chat.getByRole('textbox').fill('ofertas')
  await chat.getByRole('textbox').press('Enter')
  await chat.getByText('Las ofertas de hoy.').waitFor()
  await expect.poll(() => chat.getByRole('img', { name: 'ofertas.png' }).count()).toBe(2)
  await chat.getByText('Sucursal Naco').waitFor()
  // Nothing is fetched from our own network: the address is told instead.
  await expect.poll(() => chat.getByRole('link', { name: 'catalogo.pdf' }).getAttribute('href'), { timeout: 20_000 }).toBe('https://localhost/catalogo.pdf')
  await chat.getByRole('button', { name: 'La quiero' }).scrollIntoViewIfNeeded()
  await shoot(shop, 'media-widget')
  await chat.getByText('Las ofertas de hoy.').scrollIntoViewIfNeeded()
  await shoot(shop, 'media-widget-top')
  await chat.getByRole('button', { name: 'La quiero' }).click()
  await chat.getByText('Se la apartamos.').waitFor()

  await desk.getByRole('link', { name: /Sin asignar/ }).click()
  await desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link').first().click()
  await desk.getByText('De 14 pies, a RD$ 29,900').waitFor()
  await expect.poll(() => desk.getByRole('img', { name: 'ofertas.png' }).count()).toBe(2)
  await shoot(desk, 'media-agent')
  await expectFits(desk, 'media at the desk')
})
