import { SignJWT } from 'jose'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { profilesOf } from '../channel-stand.ts'
import { ask } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { startWhatsappDouble, type WhatsappDouble } from '../providers/whatsapp.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage, type Account } from './stage.ts'
import { connectWhatsapp } from './whatsapp-line.ts'

let whatsapp: WhatsappDouble
beforeAll(async () => { whatsapp = await startWhatsappDouble() })
afterAll(() => whatsapp?.stop())

const database = useDatabase()
const stage = useStage(database, () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'botpro-connecting-')), 'profiles.json')
  writeFileSync(file, JSON.stringify(profilesOf([whatsapp])))
  return { CHANNEL_PROFILES: file }
})

const shot = async (page: Page, name: string) => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true }) }
/** The screens on the way, as an administrator meets them. */
const WORDS = { settings: 'the settings of a line', webhook: 'the webhook', health: 'the health of a line' }
async function connect(admin: Page) {
  await connectWhatsapp(admin, {
    whatsapp, database, url: stage.app.url, name: 'Farmacia',
    async look(screen) {
      if (screen in WORDS) await expectAccessible(admin, WORDS[screen as keyof typeof WORDS])
      await shot(admin, screen === 'health' ? screen : `connect-${screen}`)
    },
  })
}

/** What the tenant's own site says of who is there. */
async function identityOf(admin: Account, siteKey: string, phone: string): Promise<string> {
  const caller = await callerOf(stage.app.url, admin)
  const { channelAccounts } = await ask(stage.app.url, caller, '{ channelAccounts { id kind } }')
  const id = channelAccounts.find(({ kind }: { kind: string }) => kind === 'WEB').id
  const { renewIdentitySecret: { secret } } = await ask(stage.app.url, caller, 'mutation($id: ID!) { renewIdentitySecret(channelAccountId: $id) { secret } }', { id })
  return new SignJWT({ name: 'Mercedes Núñez', phone }).setProtectedHeader({ alg: 'HS256' }).setSubject('cliente-7').setAudience(siteKey).setExpirationTime('10m').sign(new TextEncoder().encode(secret))
}

/** From the queue: the conversation of this channel, taken and answered. */
async function answer(desk: Page, channel: string, words: string) {
  await desk.getByRole('link', { name: /^Sin asignar( \d+)?$/ }).click()
  await desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link').filter({ has: desk.locator(`[data-channel=${channel}]`) }).first().click()
  await desk.getByRole('button', { name: 'Tomar y responder' }).click()
  await desk.getByPlaceholder('Escribe tu respuesta').fill(words)
  await desk.getByRole('button', { name: 'Enviar', exact: true }).click()
}

test('an administrator connects WhatsApp, a customer writes there and on the web, an agent answers both as one person, and a template reopens the window', { timeout: 150_000 }, async () => {
  const tenant = await stage.newTenant()
  const owner = await tenant.member('OWNER', 'Adela Dueña')
  const admin = await stage.signedIn(owner, '/admin/channels/new', { width: 1440, height: 900 })
  await connect(admin)

  const ana = whatsapp.customer('18295550123')
  ana.writes('quiero hablar con una persona por WhatsApp')
  await expect.poll(() => ana.inbox.length, { timeout: 15_000 }).toBeGreaterThan(0)
  const web = await stage.page()
  await tenant.visit(web)
  await web.getByRole('button', { name: 'Abrir chat' }).click()
  const chat = web.frameLocator('iframe')
  await chat.getByText('Le damos la bienvenida').waitFor()
  const identity = await identityOf(owner, tenant.siteKey, '+1 829-555-0123')
  const admitted = web.waitForResponse(async answer => answer.url().endsWith('/widget/graphql') && (await answer.text()).includes('"verified":true'))
  await web.evaluate(jwt => (window as never as Record<'botpro', (command: string, jwt: string) => void>).botpro('identify', jwt), identity)
  await admitted
  await chat.getByRole('textbox').fill('quiero hablar con una persona por la web')
  await chat.getByRole('textbox').press('Enter')

  const desk = await stage.signedIn(await tenant.member('AGENT', 'Ana Lucía Reyes'), '/agent/', { width: 1440, height: 900 })
  await answer(desk, 'WHATSAPP', 'Buenas por WhatsApp')
  await expect.poll(() => ana.inbox.at(-1)?.text, { timeout: 15_000 }).toBe('Buenas por WhatsApp')
  await answer(desk, 'WEB', 'Buenas por la web')
  await chat.getByText('Buenas por la web').waitFor()
  await expect.poll(async () => (await database.owner.query('select count(distinct contact_id)::int as people, count(*)::int as talks from conversation where tenant_id = $1', [tenant.id])).rows[0])
    .toEqual({ people: 1, talks: 2 })
  await desk.getByRole('button', { name: 'Ver todo lo hablado' }).click()
  const timeline = desk.getByRole('list', { name: 'Mensajes por todos los canales' })
  await timeline.getByText('Buenas por WhatsApp').waitFor()
  await timeline.getByText('Buenas por la web').waitFor()
  await shot(desk, 'one-person')

  const caller = await callerOf(stage.app.url, owner)
  const { channelAccounts } = await ask(stage.app.url, caller, '{ channelAccounts { id kind } }')
  await ask(stage.app.url, caller, 'mutation($id: ID!) { syncMessageTemplates(channelAccountId: $id) { __typename } }', { id: channelAccounts.find(({ kind }: { kind: string }) => kind === 'WHATSAPP').id })
  await database.owner.query(`update contact_identity set last_heard_at = now() - interval '25 hours' where tenant_id = $1 and last_heard_at is not null`, [tenant.id])
  whatsapp.advance(25 * 3_600_000)
  await desk.getByRole('link', { name: /^Mías( \d+)?$/ }).first().click()
  await desk.getByRole('list', { name: 'Mías' }).getByRole('link').filter({ has: desk.locator('[data-channel=WHATSAPP]') }).first().click()
  await desk.reload()
  await desk.getByRole('button', { name: 'Enviar una plantilla' }).click()
  await desk.getByRole('option').first().click()
  await desk.getByText('Así lo verá el cliente').waitFor()
  for (const input of await desk.locator('form input:not([type=file])').all()) await input.fill('Ana 123')
  const before = ana.inbox.length
  await desk.getByRole('button', { name: 'Enviar plantilla' }).click()
  await expect.poll(() => ana.inbox.length, { timeout: 15_000 }).toBe(before + 1)
  expect(ana.inbox.at(-1)!.text).toContain('Ana 123')
  expect(await desk.getByText(/Puedes escribir libremente hasta/).count()).toBe(0)
  ana.writes('sí, gracias')
  await desk.getByText(/Puedes escribir libremente hasta/).waitFor()
  await shot(desk, 'window-open-again')

  await admin.goto(`${stage.app.url}/admin/channels`)
  await admin.getByText('Farmacia', { exact: true }).first().waitFor()
  await shot(admin, 'channels')
  await admin.setViewportSize({ width: 360, height: 740 })
  await admin.emulateMedia({ colorScheme: 'dark' })
  await expectFits(admin, 'the channels')
  await expectAccessible(admin, 'the channels in the dark')
  await shot(admin, 'channels-360-dark')
  await admin.getByRole('link', { name: 'Farmacia' }).first().click()
  for (const tab of ['Ajustes', 'Lo que puede llevar', 'Plantillas']) {
    await admin.getByRole('link', { name: tab }).first().click()
    await expectFits(admin, tab)
    await shot(admin, `tab-${tab}-360-dark`)
  }
})
