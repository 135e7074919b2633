import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { until, useChannelStand, type ChannelTenant } from './channel-stand.ts'
import { startWhatsappDouble, type WhatsappDouble } from './providers/whatsapp.ts'
import { noFaults } from './providers/whatsapp/faults.ts'

/** What comes in by a provider's webhook and goes wrong, or is not what it seems. */
const stand = useChannelStand(async () => ({ whatsapp: await startWhatsappDouble() }))

beforeEach(() => void Object.assign(stand.doubles.whatsapp.faults, noFaults()))
afterEach(mended)

interface Line {
  tenant: ChannelTenant
  double: WhatsappDouble
  accountId: string
  tenantId: string
}

async function newLine(): Promise<Line> {
  const [tenant, double] = [await stand.tenant(), stand.doubles.whatsapp]
  return { tenant, double, accountId: await tenant.connect(double), tenantId: tenant.world.tenantId }
}

/** Any change to the number, as Meta writes one. */
function bodyOf({ double: { settings } }: Line, value: Record<string, unknown>): string {
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata: { phone_number_id: settings.phoneNumberId }, ...value } }
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: settings.wabaId, changes: [change] }] })
}

const wrote = (...texts: string[]) =>
  texts.map(text => ({ id: `wamid.${text}`, from: '18095550177', timestamp: '1760000000', type: 'text', text: { body: text } }))

async function posts({ tenant, double, accountId }: Line, text: string, url = stand.url): Promise<number> {
  const { channelAccount } = await tenant.ask('query($id: ID!) { channelAccount(id: $id) { provider { webhookUrl } } }', { id: accountId })
  const { headers, body } = double.webhook.signed(text)
  return (await fetch(channelAccount.provider.webhookUrl.replace(stand.url, url), { method: 'POST', headers, body: new Uint8Array(body) })).status
}

const rows = async (text: string, values: unknown[]): Promise<any[]> => (await stand.database.owner.query(text, values)).rows
const textsOf = async ({ tenantId }: Line): Promise<string[]> =>
  (await rows(`select text from message where tenant_id = $1 and author = 'CONTACT' order by position`, [tenantId])).map(row => row.text)

/** The database refuses a message with these words until `mended`, by whatever code. */
async function refuses(words: string, code = 'P0001') {
  await stand.database.owner.query(`
    create or replace function refuse_words() returns trigger language plpgsql as $$ begin raise exception using errcode = tg_argv[0], message = 'refused for a test'; end $$;
    create trigger refuse_words before insert on message for each row when (new.text = '${words}') execute function refuse_words('${code}')`)
}

async function mended() {
  await stand.database.owner.query('drop trigger if exists refuse_words on message')
}

test('an update that throws and came alone is set aside, and the account goes on', async () => {
  const line = await newLine()
  await refuses('veneno')
  const ana = line.double.customer()
  ana.writes('veneno')
  ana.writes('y sigue')
  await until(() => ana.inbox.length > 0)
  await until(async () => (await rows('select from channel_delivery where tenant_id = $1 and processed_at is null', [line.tenantId])).length === 0)
  expect(await textsOf(line)).toEqual(['y sigue'])
  const aside = await rows('select reason from quarantined_update where tenant_id = $1', [line.tenantId])
  expect(aside).toEqual([{ reason: 'refused for a test' }])
})

test('trouble that should pass and does not is set aside in the end, and until then is tried again', async () => {
  const line = await newLine()
  await refuses('atascado', '53100')
  await posts(line, bodyOf(line, { messages: wrote('atascado') }))
  await until(async () => (await rows('select from channel_delivery where tenant_id = $1 and tries > 0', [line.tenantId])).length === 1)
  expect(await rows('select from quarantined_update where tenant_id = $1', [line.tenantId])).toEqual([])
  await rows('update channel_delivery set tries = 600 where tenant_id = $1', [line.tenantId])
  await until(async () => (await rows('select from quarantined_update where tenant_id = $1', [line.tenantId])).length === 1)
  expect(await rows('select from channel_delivery where tenant_id = $1 and processed_at is null', [line.tenantId])).toEqual([])
})

test('a status with a word of another tool’s as its reference is set aside by nobody', async () => {
  const line = await newLine()
  const status = { id: 'wamid.elsewhere', status: 'delivered', timestamp: '1760000000', recipient_id: '18095550100', biz_opaque_callback_data: 'campaign-77' }
  expect(await posts(line, bodyOf(line, { statuses: [status] }))).toBe(200)
  await until(async () => (await rows('select from channel_delivery where tenant_id = $1 and processed_at is not null', [line.tenantId])).length === 1)
  expect(await rows('select from quarantined_update where tenant_id = $1', [line.tenantId])).toEqual([])
  expect(await rows('select from parked_update where tenant_id = $1', [line.tenantId])).toEqual([])
})

test('whoever guesses webhooks, or signs wrongly, is soon not listened to, while those who know theirs are', async () => {
  const line = await newLine()
  const { url } = await stand.open({ RATE_LIMIT_FACTOR: '0.01' })
  const genuine = bodyOf(line, { messages: wrote('hola') })
  expect(await posts(line, genuine, url)).toBe(200)
  const guesses = []
  for (let turn = 0; turn < 20; turn++) guesses.push((await fetch(`${url}/hooks/${String.fromCharCode(97 + turn).repeat(20)}`, { method: 'POST', body: 'x'.repeat(100_000) })).status)
  expect(new Set(guesses)).toEqual(new Set([404, 429]))
  expect(guesses.at(-1)).toBe(429)
  expect(await posts(line, genuine, url)).toBe(200)
})

test('a message that she takes back has no words left, no files and nothing noted of it', async () => {
  const line = await newLine()
  const ana = line.double.customer()
  const content = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#336699' } }).jpeg().toBuffer()
  const id = ana.sends({ name: 'a.jpg', mediaType: 'image/jpeg', content, caption: 'Mire mi cédula' })
  const [file] = await until(async () => {
    const found = await rows(`select a.storage_key, a.has_thumbnail, m.id from attachment a join message m on m.id = a.message_id where a.tenant_id = $1 and a.state = 'READY'`, [line.tenantId])
    return found.length > 0 && found
  })
  expect(file.has_thumbnail).toBe(true)
  await rows(`insert into misunderstood_message (tenant_id, id, conversation_id, contact_id, reason, language, likeness, guesses, at, state)
    select m.tenant_id, m.id, c.id, c.contact_id, 'LOW_CONFIDENCE', 'ES', 'mire mi cedula', '[]', now(), 'WAITING' from message m join conversation c on c.id = m.conversation_id where m.id = $1`, [file.id])
  ana.revokes(id)
  await until(async () => (await rows(`select from message where id = $1 and deleted_at is not null and text = '' and attachment_count = 0`, [file.id])).length > 0)
  expect(await rows('select from attachment where tenant_id = $1', [line.tenantId])).toEqual([])
  expect(await rows('select from misunderstood_message where tenant_id = $1', [line.tenantId])).toEqual([])
  const isThere = (key: string) => stand.app.kernel.files.get(key).then(() => true, () => false)
  await until(async () => !await isThere(file.storage_key) && !await isThere(`${file.storage_key}-small`))
})

const ASIDE = `query($id: ID!) { quarantinedUpdates(channelAccountId: $id) { edges { node { id reason update } } }
  channelAccount(id: $id) { provider { health { quarantined alarms { kind } } } } }`

async function asideOf({ tenant, accountId }: Line): Promise<{ waiting: { id: string; reason: string; update: any }[]; alarms: string[] }> {
  const { quarantinedUpdates, channelAccount } = await tenant.ask(ASIDE, { id: accountId })
  return { waiting: quarantinedUpdates.edges.map((edge: any) => edge.node), alarms: channelAccount.provider.health.alarms.map((alarm: any) => alarm.kind) }
}

const replays = ({ tenant }: Line, id: string) => tenant.ask('mutation($id: ID!) { replayQuarantinedUpdate(id: $id) { id } }', { id })

/** Whoever mends a reader makes something else of the same bytes; here the bytes change under the same reader. */
const readsNowAs = ({ tenantId }: Line, body: string) =>
  rows('update channel_delivery set body = $2 where id = (select min(id::text)::uuid from channel_delivery where tenant_id = $1)', [tenantId, Buffer.from(body)])

describe('an administrator replays', () => {
  test('what the database refused, and finds it in the conversation once that is mended, and the alarm over', async () => {
    const line = await newLine()
    await refuses('veneno')
    line.double.customer().writes('veneno')
    const { waiting: [one], alarms } = await until(async () => { const aside = await asideOf(line); return aside.waiting.length > 0 && aside })
    expect(alarms).toEqual(['QUARANTINE'])
    await replays(line, one!.id)
    expect((await asideOf(line)).waiting).toEqual([one])
    await mended()
    await replays(line, one!.id)
    expect(await textsOf(line)).toEqual(['veneno'])
    expect(await asideOf(line)).toEqual({ waiting: [], alarms: [] })
  })

  test('one of many, and it is that one although others stand before it by now', async () => {
    const line = await newLine()
    await refuses('veneno')
    await posts(line, bodyOf(line, { messages: wrote('veneno', 'y sigue') }))
    const { waiting: [one] } = await until(async () => { const aside = await asideOf(line); return aside.waiting.length > 0 && aside })
    await mended()
    await readsNowAs(line, bodyOf(line, { messages: wrote('otra', 'veneno', 'y sigue') }))
    await replays(line, one!.id)
    expect((await textsOf(line)).toSorted()).toEqual(['veneno', 'y sigue'])
  })

  test('a delivery of which nothing could be read, and everything in it arrives', async () => {
    const line = await newLine()
    await posts(line, '{ no')
    const { waiting: [one] } = await until(async () => { const aside = await asideOf(line); return aside.waiting.length > 0 && aside })
    await replays(line, one!.id)
    expect((await asideOf(line)).waiting).toEqual([one])
    await readsNowAs(line, bodyOf(line, { messages: wrote('uno', 'dos', 'tres') }))
    await replays(line, one!.id)
    await until(async () => (await textsOf(line)).length === 3)
    expect(await textsOf(line)).toEqual(['uno', 'dos', 'tres'])
    expect(await asideOf(line)).toEqual({ waiting: [], alarms: [] })
    })
})
