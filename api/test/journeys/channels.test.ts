import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { profilesOf } from '../channel-stand.ts'
import { ask } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { startWhatsappDouble, type WhatsappDouble } from '../providers/whatsapp.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage, type StageTenant } from './stage.ts'

let whatsapp: WhatsappDouble
beforeAll(async () => { whatsapp = await startWhatsappDouble() })
afterAll(() => whatsapp?.stop())

const database = useDatabase()
const stage = useStage(database, () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'botpro-channels-')), 'profiles.json')
  writeFileSync(file, JSON.stringify(profilesOf([whatsapp])))
  return { CHANNEL_PROFILES: file }
})

/** As an administrator connects it; her screens have a journey of their own. */
async function connectWhatsapp(tenant: StageTenant) {
  const admin = await callerOf(stage.app.url, await tenant.member('ADMIN', 'Adela Admin'))
  const asked = (query: string, variables: Record<string, unknown>) => ask(stage.app.url, admin, query, variables)
  const settings = Object.entries(whatsapp.settings).map(([name, value]) => ({ name, value }))
  const { connectChannel: line } = await asked(`mutation($input: ConnectChannelInput!) { connectChannel(input: $input) {
    ... on ChannelAccount { id provider { webhookUrl verifyToken } } } }`, { input: { kind: 'WHATSAPP', name: 'Farmacia', settings } })
  await asked('mutation($input: AcceptChannelPoliciesInput!) { acceptChannelPolicies(input: $input) { __typename } }', { input: { channelAccountId: line.id, textVersion: '2026-11' } })
  await whatsapp.subscribe({ url: line.provider.webhookUrl, secret: line.provider.verifyToken })
  await asked('mutation($id: ID!) { startChannel(channelAccountId: $id) { __typename } }', { id: line.id })
  await asked('mutation($id: ID!) { syncMessageTemplates(channelAccountId: $id) { __typename } }', { id: line.id })
}

const person = /persona/i
const isMail = 'update message set mail = $3 where tenant_id = $1 and text = $2'
/** Begins as a voice note does, which is all that is looked at. */
const VOICE = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(64)])
const isClosed = `update contact_identity set last_heard_at = now() - interval '25 hours' where tenant_id = $1`

test('an agent answers on WhatsApp while the window is open, sends a template when it is closed, and sees what failed', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  await connectWhatsapp(tenant)
  const ana = whatsapp.customer()
  const desk = await stage.signedIn(await tenant.member('AGENT', 'Ana Lucía Reyes'), '/agent/', { width: 1440, height: 900 })
  const shot = async (name: string) => { if (process.env['SHOTS']) await desk.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) }
  await desk.getByText('No tienes conversaciones abiertas').waitFor()
  ana.writes('hola')
  await expect.poll(() => ana.inbox.flatMap(message => message.buttons).some(title => person.test(title)), { timeout: 10_000 }).toBe(true)
  ana.taps(ana.inbox.flatMap(message => message.buttons).find(title => person.test(title))!)
  await desk.getByRole('link', { name: /Sin asignar/ }).click()
  await desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link').first().click()
  await desk.getByRole('button', { name: 'Tomar y responder' }).click()
  await desk.getByText(/Puedes escribir libremente hasta/).waitFor()
  await desk.getByPlaceholder('Escribe tu respuesta').fill('Buenas, ¿en qué le ayudo?')
  await desk.getByRole('button', { name: 'Enviar', exact: true }).click()
  await expect.poll(() => ana.inbox.at(-1)?.text).toBe('Buenas, ¿en qué le ayudo?')

  const asked = ana.writes('¿Dónde están ustedes?')
  ana.sendsLocation({ latitude: 18.4861, longitude: -69.9312, name: 'Casa de Ana', address: 'Calle El Conde 25, Santo Domingo' })
  ana.sendsContacts({ name: 'Luis Peña', phone: '+1 829 555 0199' })
  ana.orders([{ productId: 'acetaminofen-500', quantity: 2, price: 125.5 }, { productId: 'suero-oral', quantity: 1, price: 80 }])
  ana.sendsUnsupported()
  ana.reactsTo(ana.inbox.at(-1)!.id, '❤️')
  ana.edits(asked, '¿Dónde está la farmacia?')
  ana.revokes(ana.writes('Esto no era para ustedes'))
  await desk.getByRole('link', { name: 'Abrir en un mapa' }).waitFor()
  await desk.getByText('El cliente eliminó este mensaje').waitFor()
  await desk.getByText('Editado por el cliente.').waitFor()
  await desk.getByRole('list', { name: 'Reacciones' }).waitFor()
  await desk.getByText('Este contenido no se puede mostrar aquí').waitFor()
  await expectAccessible(desk, 'what messages carry')
  await shot('content')
  await database.owner.query(isMail, [tenant.id, '¿Dónde está la farmacia?', JSON.stringify({ subject: 'Consulta', fullText: 'Hola\n\n> Lo citado', html: '<p>Con <b>diseño</b></p><img data-remote-src="https://fotos.test/a.png">', messageId: 'a', references: [] })])
  ana.sends({ name: 'nota.ogg', mediaType: 'audio/ogg', content: VOICE })
  await desk.locator('audio').waitFor()
  await desk.reload()
  for (const said of ['Calle El Conde 25, Santo Domingo', 'Luis Peña', 'acetaminofen-500', 'Este contenido no se puede mostrar aquí']) await desk.getByText(said).waitFor()
  await desk.getByRole('button', { name: 'Mostrar el texto citado' }).click()
  await desk.getByText('Lo citado').waitFor()
  await shot('mail')
  await desk.getByRole('button', { name: 'Ver con diseño' }).click()
  await desk.frameLocator('iframe').getByText('diseño').waitFor()
  await shot('mail-design')
  // Pictures from elsewhere are asked for only after the reader said so.
  const fetched: string[] = []
  await desk.route('https://fotos.test/**', route => { fetched.push(route.request().url()); return route.abort() })
  await desk.getByRole('button', { name: 'Cargar las imágenes' }).click()
  await expect.poll(() => fetched).toEqual(['https://fotos.test/a.png'])
  await shot('mail-pictures')
  await desk.keyboard.press('Escape')

  whatsapp.faults.failLater = { code: 131026, share: 1 }
  await desk.getByPlaceholder('Escribe tu respuesta').fill('Estamos en la Bolívar')
  await desk.getByRole('button', { name: 'Enviar', exact: true }).click()
  await desk.getByText('El número no recibe mensajes por este canal').waitFor()
  await shot('failed')
  whatsapp.faults.failLater = null
  await desk.getByRole('button', { name: 'Enviar otra vez' }).click()
  await expect.poll(() => ana.inbox.at(-1)?.text).toBe('Estamos en la Bolívar')
  await desk.getByText('El número no recibe mensajes por este canal').waitFor({ state: 'detached' })

  // Nobody answers, and nobody tells: whether it arrived is for a person to judge.
  whatsapp.isSubscribed = false
  whatsapp.faults.silentAfterAccepting = 1
  await desk.getByPlaceholder('Escribe tu respuesta').fill('¿Le preparo el pedido?')
  await desk.getByRole('button', { name: 'Enviar', exact: true }).click()
  await desk.getByText('No sabemos si llegó').waitFor()
  await shot('unknown')
  Object.assign(whatsapp, { isSubscribed: true })
  whatsapp.faults.silentAfterAccepting = 0
  // Until then it may still turn out to have arrived, and is not sent again.
  const inDoubt = `select count(*)::int as count from outbound_message where tenant_id = $1 and state = 'UNKNOWN'`
  await expect.poll(async () => (await database.owner.query(inDoubt, [tenant.id])).rows[0].count, { timeout: 15_000 }).toBe(0)
  await desk.getByRole('button', { name: 'Enviar otra vez' }).click()
  await desk.getByText('lo recibirá dos veces').waitFor()
  await shot('twice')
  await desk.getByRole('dialog').getByRole('button', { name: 'Enviar otra vez' }).click()
  await expect.poll(() => ana.inbox.filter(({ text }) => text === '¿Le preparo el pedido?').length).toBe(2)
  await desk.getByText('No sabemos si llegó').waitFor({ state: 'detached' })

  await database.owner.query(isClosed, [tenant.id])
  await desk.getByPlaceholder('Escribe tu respuesta').fill('¿Sigue ahí?')
  await desk.getByRole('button', { name: 'Enviar', exact: true }).click()
  await desk.getByText('No se envió: el canal ya no acepta texto libre').waitFor()
  await desk.getByRole('button', { name: 'Enviar una plantilla' }).waitFor()
  await expectAccessible(desk, 'the closed window')
  await shot('closed')
  await desk.getByRole('button', { name: 'Enviar una plantilla' }).click()
  await desk.getByPlaceholder('Buscar por nombre o por texto').waitFor()
  await desk.getByRole('option').first().waitFor()
  await expectAccessible(desk, 'the templates')
  await shot('templates')
  await desk.keyboard.press('Enter')
  await desk.getByText('Así lo verá el cliente').waitFor()
  await desk.getByRole('button', { name: 'Enviar plantilla' }).click()
  await shot('template-problems')
  const inputs = desk.locator('form input:not([type=file])')
  for (const input of await inputs.all()) await input.fill('Ana 123')
  await expectAccessible(desk, 'a template')
  await shot('template-filled')
  const before = ana.inbox.length
  await desk.getByRole('button', { name: 'Enviar plantilla' }).click()
  await expect.poll(() => ana.inbox.length).toBe(before + 1)
  await desk.getByText(/^Plantilla: /).waitFor()
  await shot('template-sent')
  await desk.emulateMedia({ colorScheme: 'dark' })
  await shot('dark')
  await desk.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(desk, 'in the dark')
  await shot('narrow-dark')
  await desk.emulateMedia({ colorScheme: 'light' })
  await expectFits(desk, 'the thread')
  await shot('narrow')
  await desk.getByRole('button', { name: 'Enviar una plantilla' }).click()
  await desk.getByRole('option').first().click()
  await desk.getByText('Así lo verá el cliente').waitFor()
  await expectFits(desk, 'a template')
  await shot('narrow-template')
  await desk.keyboard.press('Escape')
  await desk.goto(`${stage.app.url}/agent/`)
  await desk.getByRole('list', { name: 'Mías' }).getByRole('link').first().waitFor()
  await shot('narrow-list')
})
