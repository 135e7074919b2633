import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { drawn, variable } from '../src/modules/flows/engine/bot.fixture.ts'
import { newContent } from '../src/modules/flows/bots/new-bot.ts'
import { until, useChannelStand, type ChannelTenant } from './channel-stand.ts'
import type { Caller } from './client.ts'
import { noFaults } from './providers/whatsapp/faults.ts'
import { SmsDouble } from './providers/sms.ts'
import { startWhatsappDouble } from './providers/whatsapp.ts'
import { goLive } from './sector.ts'
import { Talk } from './talk.ts'

const stand = useChannelStand(async () => ({ sms: await SmsDouble.start(), whatsapp: await startWhatsappDouble({ deliveries: { retryMs: 20, longestMs: 200 } }) }))

/** Asks for a number, and whether it is hers. */
const verifying = (key: string, word: string, via: 'SMS' | 'WHATSAPP' | 'EMAIL') => ({
  key, name: key, variables: [variable('address')], triggers: [{ id: 't', kind: 'KEYWORD' as const, words: { ES: [word] } }], start: 'ask',
  steps: drawn({
    ask: { kind: 'ASK', text: { ES: '¿A dónde?' }, answer: { type: 'TEXT' }, saveAs: 'address', next: { answered: 'verify', failed: 'no' } },
    verify: { kind: 'VERIFY', method: { kind: 'CODE', via, to: { path: 'address' }, minutes: 5 }, attempts: 3, text: { ES: 'Le envié un código.' }, next: { verified: 'yes', failed: 'no' } },
    yes: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Verificado.' } }] },
    no: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'No pudo ser: {{ error.code | default: "nada" }}.' } }] },
  }),
})
// The very first turn of its run: nothing of the run is kept when the code is made.
const atOnce = {
  key: 'at_once', name: 'at_once', variables: [], triggers: [{ id: 't', kind: 'KEYWORD' as const, words: { ES: ['de una vez'] } }], start: 'verify',
  steps: drawn({
    verify: { kind: 'VERIFY', method: { kind: 'CODE', via: 'EMAIL', to: { literal: 'ana@example.com' } }, text: { ES: 'Le envié un código.' }, next: { verified: 'yes', failed: 'yes' } },
    yes: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Listo.' } }] },
  }),
}

const content = newContent('ES')
const file = JSON.stringify({
  format: 'botpro.bot/1', name: 'Códigos', description: '', settings: content.settings, tests: [],
  flows: [...content.flows, verifying('by_sms', 'por sms', 'SMS'), verifying('by_whatsapp', 'por whatsapp', 'WHATSAPP'), verifying('by_mail', 'por correo', 'EMAIL'), atOnce],
})

const AUTHENTICATION = {
  name: 'codigo_acceso', language: 'es', category: 'AUTHENTICATION' as const,
  components: [
    { type: 'BODY', text: '*{{1}}* es su código de verificación.', example: { body_text: [['123456']] } }, { type: 'FOOTER', text: 'Este código vence en 5 minutos.' },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copiar código' }] },
  ],
}

let tenant: ChannelTenant
let talk: Talk
beforeAll(() => { talk = new Talk(stand.url) })
beforeEach(async () => {
  Object.assign(stand.doubles.whatsapp.faults, noFaults())
  Object.assign(stand.doubles.sms.faults, { failing: 0, tooMany: 0, silentAfterAccepting: 0, isMute: false })
  tenant = await stand.tenant()
  const { createBot } = await tenant.ask('mutation($file: String!) { createBot(input: { file: $file }) { __typename ... on Bot { id } ... on InvalidBotFile { problems { path message } } } }', { file })
  if (!createBot.id) throw new Error(JSON.stringify(createBot))
  await goLive(stand.url, tenant.admin, { botId: createBot.id, channelAccountId: tenant.world.channelAccountId, database: stand.database })
})

const rows = async (text: string, values: unknown[] = [tenant.world.tenantId]) => (await stand.database.owner.query(text, values)).rows
async function visitor(): Promise<Caller> {
  const { tenantId, channelAccountId } = tenant.world
  const { token } = await stand.app.modules.visitorTokens.sign({ tenantId, channelAccountId, externalId: `visitor:${crypto.randomUUID()}`, origin: 'https://example.com', language: 'ES', verified: false }, new Date())
  return { name: 'VISITOR', path: '/widget/graphql', headers: { authorization: `Bearer ${token}` }, params: { token } }
}
const lastSaid = async () => (await rows(`select text from message where tenant_id = $1 and author = 'BOT' order by id desc limit 1`))[0].text
/** What the bot answers in the end. */
async function says(who: Caller, ...texts: string[]): Promise<string> {
  for (const text of texts) await talk.says(who, text)
  return lastSaid()
}
const codeIn = (text: string) => /\b\d{6}\b/.exec(text)![0]
const sentCodes = () => rows('select * from outbound_message where tenant_id = $1 and address is not null')

/** Everything that is kept of the tenant, in whichever table, as text. */
async function whereItStands(code: string): Promise<string[]> {
  const tables = await rows(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' and $1::text is not null`)
  const found: string[] = []
  for (const { name } of tables) {
    const [{ count }] = await rows(`select count(*)::int as count from ${name} t where tenant_id = $1 and t::text ~ $2`, [tenant.world.tenantId, `(^|[^0-9a-f])${code}([^0-9a-f]|$)`])
    if (count > 0) found.push(name)
  }
  return found
}

describe('a code by SMS', () => {
  test('reaches the number, opens once, and stands in clear in nothing that is kept', async () => {
    await tenant.connect(stand.doubles.sms)
    const ana = stand.doubles.sms.customer('+18095552001')
    const who = await visitor()
    expect(await says(who, 'por sms', '809-555-2001')).toBe('Le envié un código.')
    await until(() => ana.inbox.length === 1)
    expect(ana.inbox[0]!.text).toMatch(/^Su código es \d{6}\. Vence en 5 minutos\. No lo comparta con nadie\.$/)
    const code = codeIn(ana.inbox[0]!.text)
    expect(await whereItStands(code)).toEqual([])
    await until(async () => (await sentCodes()).every(({ state, sealed }) => state === 'SENT' && sealed === null))
    expect(await says(who, code)).toBe('Verificado.')
    // Where she typed it herself, and where it opens nothing any more.
    expect(await whereItStands(code)).toEqual(['message'])
    expect(await rows('select verified from contact where tenant_id = $1')).toHaveLength(1)
    expect(await rows('select id from conversation where tenant_id = $1')).toHaveLength(1)
    expect(await says(who, 'por sms', '809-555-2001')).toBe('Le envié un código.')
    expect(await says(who, code)).not.toBe('Verificado.')
  })

  test('is not sent twice where nobody knows whether it arrived', async () => {
    await tenant.connect(stand.doubles.sms)
    Object.assign(stand.doubles.sms.faults, { silentAfterAccepting: 1, isMute: true })
    const ana = stand.doubles.sms.customer('+18095552002')
    await says(await visitor(), 'por sms', '809-555-2002')
    await until(async () => (await sentCodes())[0]?.state === 'UNKNOWN')
    expect((await sentCodes())[0].sealed).toBeNull()
    expect(ana.inbox).toHaveLength(1)
  })

  test('goes once where the provider was busy, and is counted as what it costs', async () => {
    await tenant.connect(stand.doubles.sms)
    Object.assign(stand.doubles.sms.faults, { failing: 0, tooMany: 1, retryAfter: 1 })
    const ana = stand.doubles.sms.customer('+18095552003')
    const who = await visitor()
    await says(who, 'por sms', '809-555-2003')
    await until(() => ana.inbox.length === 1)
    expect(await says(who, codeIn(ana.inbox[0]!.text))).toBe('Verificado.')
    await until(async () => (await rows(`select 1 from provider_charge where tenant_id = $1 and category = 'sms'`)).length === 1)
    expect(await rows('select units from metered_session where tenant_id = $1')).toHaveLength(1)
  })

  test('that is too old when its turn comes is not sent at all', async () => {
    await tenant.connect(stand.doubles.sms)
    Object.assign(stand.doubles.sms.faults, { tooMany: 1, retryAfter: 2 })
    await says(await visitor(), 'por sms', '809-555-2004')
    await until(async () => (await sentCodes())[0]?.tries === 1 && (await sentCodes())[0].state === 'QUEUED')
    await rows(`update outbound_message set message = message || '{"until":"2020-01-01T00:00:00Z"}' where tenant_id = $1 and state = 'QUEUED' returning 1`)
    await until(async () => (await sentCodes())[0]?.state === 'FAILED')
    expect(stand.doubles.sms.customer('+18095552004').inbox).toEqual([])
  })

  test('fails at once where the company has no line, where the number is none, and where she stopped the line', async () => {
    const who = await visitor()
    expect(await says(who, 'por sms', '809-555-2005')).toBe('No pudo ser: NO_CHANNEL.')
    await tenant.connect(stand.doubles.sms)
    expect(await says(who, 'por sms', 'mi número')).toBe('No pudo ser: NO_CHANNEL.')
    const ana = stand.doubles.sms.customer('+18095552005')
    ana.writes('STOP')
    await until(async () => (await rows('select 1 from contact_identity where tenant_id = $1 and not is_available')).length === 1)
    expect(await says(who, 'por sms', '809-555-2005')).toBe('No pudo ser: NO_CHANNEL.')
  })

  test('is made at most five times an hour for one person, and for one number', async () => {
    await tenant.connect(stand.doubles.sms)
    const who = await visitor()
    for (let index = 0; index < 5; index++) expect(await says(who, 'por sms', `809-555-21${10 + index}`, 'cancelar', 'por sms')).toBe('¿A dónde?')
    expect(await says(who, '809-555-2199')).toBe('No pudo ser: TOO_MANY_CODES.')
    for (let index = 0; index < 4; index++) expect(await says(await visitor(), 'por sms', '809 555 2110')).toBe('Le envié un código.')
    expect(await says(await visitor(), 'por sms', '+1 (809) 555-2110')).toBe('No pudo ser: TOO_MANY_CODES.')
    await rows(`update flow_code_sending set at = at - interval '61 minutes' where tenant_id = $1 returning 1`)
    expect(await says(who, 'por sms', '809-555-2199')).toBe('Le envié un código.')
  })
})

describe('a code by WhatsApp', () => {
  const sync = (id: string) => tenant.ask('mutation($id: ID!) { syncMessageTemplates(channelAccountId: $id) { __typename } }', { id })

  test('goes as the approved template for codes, with its button to copy it', async () => {
    const { whatsapp } = stand.doubles
    whatsapp.templates.all.splice(0)
    whatsapp.templates.add(AUTHENTICATION)
    const line = await tenant.connect(whatsapp)
    await sync(line)
    const ana = whatsapp.customer('18095553001')
    const who = await visitor()
    expect(await says(who, 'por whatsapp', '809-555-3001')).toBe('Le envié un código.')
    await until(() => ana.inbox.length === 1)
    const { text, raw } = ana.inbox[0]!
    const code = codeIn(text)
    expect(JSON.stringify(raw)).toContain(code)
    expect((raw as any).template ?? raw).toMatchObject({ name: 'codigo_acceso' })
    expect(await whereItStands(code)).toEqual([])
    expect(await says(who, code)).toBe('Verificado.')
  })

  test('goes in plain words within her window where no template is approved, and not at all beyond it', async () => {
    const { whatsapp } = stand.doubles
    whatsapp.templates.all.splice(0)
    await tenant.connect(whatsapp)
    const [ana, stranger] = [whatsapp.customer('18095553002'), whatsapp.customer('18095553003')]
    const who = await visitor()
    expect(await says(who, 'por whatsapp', '809-555-3003')).toBe('No pudo ser: NO_CHANNEL.')
    expect(stranger.inbox).toEqual([])
    ana.writes('hola')
    await until(() => ana.inbox.length >= 1)
    expect(await says(who, 'por whatsapp', '809-555-3002')).toBe('Le envié un código.')
    await until(() => ana.inbox.some(({ text }) => text.startsWith('Su código es')))
    const code = codeIn(ana.inbox.find(({ text }) => text.startsWith('Su código es'))!.text)
    expect(await whereItStands(code)).toEqual([])
    expect(await says(who, code)).toBe('Verificado.')
  })
})

test('a code by mail is counted as one by SMS, and may be made in the first turn of its run', async () => {
  expect(await says(await visitor(), 'de una vez')).toBe('Le envié un código.')
  const who = await visitor()
  for (let index = 0; index < 4; index++) expect(await says(who, 'por correo', 'Ana@Example.com', 'cancelar', 'por correo', 'cancelar')).not.toMatch(/TOO_MANY/)
  expect(await says(who, 'por correo', 'ana@example.com')).toBe('No pudo ser: TOO_MANY_CODES.')
})
