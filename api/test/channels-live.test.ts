import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask, type Caller } from './client.ts'
import { useChannelStand, until, type ChannelTenant } from './channel-stand.ts'
import { Desk, snapshot } from './desk.ts'
import { startWhatsappDouble, type WhatsappDouble } from './providers/whatsapp.ts'
import type { WhatsappCustomer } from './providers/whatsapp/customer.ts'
import { sessionOf } from './sessions.ts'
import { Talk } from './talk.ts'

/** Everything that a provider tells, and what agents do by one: as `live-mutations.test.ts` has it for the rest. */
const stand = useChannelStand(async () => ({ whatsapp: await startWhatsappDouble({ faults: { perSecond: 5000, pair: { burst: 1000, everyMs: 1 } } }) }))
let tenant: ChannelTenant
let whatsapp: WhatsappDouble
let agent: Caller
let accountId: string

beforeAll(async () => {
  tenant = await stand.tenant()
  whatsapp = stand.doubles.whatsapp
  accountId = await tenant.connect(whatsapp)
  agent = await sessionOf(stand.database, await tenant.world.member('SUPERVISOR'))
}, 30_000)

interface Scene {
  customer: WhatsappCustomer
  id: string
  /** The provider's id of her first message. */
  first: string
}

/** Nothing is on its way in or out: what is shown now stays so. */
async function quiet(): Promise<void> {
  await whatsapp.settled()
  await until(async () => {
    const { rows: [left] } = await stand.database.owner.query(`select
      (select count(*)::int from channel_delivery where tenant_id = $1 and processed_at is null) as coming,
      (select count(*)::int from attachment where tenant_id = $1 and state = 'FETCHING') as fetching,
      (select count(*)::int from outbound_message where tenant_id = $1 and state in ('QUEUED', 'SENDING', 'UNKNOWN')) as going`, [tenant.world.tenantId])
    return left.coming + left.going + left.fetching === 0
  })
  await whatsapp.settled()
}

let phones = 18295570000

async function newScene(): Promise<Scene> {
  const customer = whatsapp.customer(String(phones++))
  const text = `quiero hablar con una persona ${crypto.randomUUID()}`
  const first = customer.writes(text)
  const talk = new Talk(stand.url)
  const id = await until(() => talk.conversationOf(agent, text).catch(() => undefined))
  await talk.claim(agent, id)
  await quiet()
  return { customer, id, first }
}

const reply = ({ id }: Scene, text: string) => new Talk(stand.url).reply(agent, id, text)
const lastOf = (id: string, status: string): Promise<string> => until(async () => {
  const { rows: [found] } = await stand.database.owner.query(`select id from message where tenant_id = $1 and conversation_id = $2 and status = $3 order by position desc limit 1`, [tenant.world.tenantId, id, status])
  return found?.id
})

const picture = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#aa3300' } }).png().toBuffer()

const HAPPENINGS: Record<string, (scene: Scene) => unknown> = {
  'she writes': ({ customer }) => customer.writes('una cosa más'),
  'she sends a picture, which is fetched': ({ customer }) => customer.sends({ name: 'foto.png', mediaType: 'image/png', content: picture }),
  'she sends where she is': ({ customer }) => customer.sendsLocation({ latitude: 18.47, longitude: -69.9, name: 'Parque Colón' }),
  'she sends somebody’s number': ({ customer }) => customer.sendsContacts({ name: 'Rosa Peña', phone: '+18095551111' }),
  'she orders': ({ customer }) => customer.orders([{ productId: 'SKU-1', quantity: 2, price: 10 }]),
  'she sends what cannot be shown': ({ customer }) => customer.sendsUnsupported(),
  'she reacts': ({ customer, first }) => customer.reactsTo(first, '👍'),
  'she changes her words': ({ customer, first }) => customer.edits(first, 'otra cosa'),
  'she takes her words back': ({ customer, first }) => customer.revokes(first),
  'an agent answers, and it arrives': scene => reply(scene, 'con gusto'),
  'what an agent answers cannot be delivered': async scene => {
    Object.assign(whatsapp.faults, { refuse: { code: 131026, share: 1 } })
    await reply(scene, 'no llega')
    await lastOf(scene.id, 'FAILED')
    Object.assign(whatsapp.faults, { refuse: null })
  },
  'she opens the chat': async scene => {
    await reply(scene, 'léame')
    await quiet()
    scene.customer.reads()
  },
  'retryMessage: an agent sends again what failed': async scene => {
    await HAPPENINGS['what an agent answers cannot be delivered']!(scene)
    const messageId = await lastOf(scene.id, 'FAILED')
    await ask(stand.url, agent, 'mutation($id: ID!) { retryMessage(messageId: $id) { __typename } }', { id: messageId })
  },
  'sendTemplate: an agent sends a template': async scene => {
    await tenant.ask('mutation($id: ID!) { syncMessageTemplates(channelAccountId: $id) { __typename } }', { id: accountId })
    const { channelAccount: { templates } } = await tenant.ask('query($id: ID!) { channelAccount(id: $id) { templates(status: APPROVED) { id gaps { name isFile } } } }', { id: accountId })
    const template = templates.find(({ gaps }: any) => gaps.every((gap: any) => !gap.isFile))
    const { sendTemplate } = await ask(stand.url, agent, 'mutation($input: SendTemplateInput!) { sendTemplate(input: $input) { __typename } }', { input: {
      conversationId: scene.id, clientId: crypto.randomUUID(), templateId: template.id, values: template.gaps.map(({ name }: any) => ({ name, value: '123' })),
    } })
    expect(sendTemplate.__typename).toBe('Message')
  },
}

test('Rocket.Chat PR#41759: words that were changed, taken back and added while an agent was offline are so on her screen once she is back', { timeout: 30_000 }, async () => {
  const { customer, first } = await newScene()
  const second = customer.writes('bórrenlo, por favor')
  await quiet()
  let isOffline = false
  const desk = await new Desk(() => (isOffline ? 'http://127.0.0.1:1' : stand.url), agent).open()
  isOffline = true
  desk.cut()
  customer.edits(first, 'otra cosa')
  customer.revokes(second)
  customer.writes('¿me leyó?')
  await quiet()
  const truth = await snapshot(stand.url, agent)
  expect(desk.state).not.toEqual(truth)
  isOffline = false
  await desk.reaches(await new Talk(stand.url).cursor(agent))
  expect(desk.state).toEqual(truth)
  expect(desk.begun).toBe(1)
  desk.close()
})

describe('what was shown before, with the events applied, is what is there afterwards', () => {
  for (const [title, happens] of Object.entries(HAPPENINGS)) {
    test(title, { timeout: 30_000 }, async () => {
      const scene = await newScene()
      const desk = await new Desk(stand.url, agent).open()
      const before = structuredClone(desk.state)
      await happens(scene)
      await quiet()
      const talk = new Talk(stand.url)
      await desk.reaches(await talk.cursor(agent))
      expect(desk.state).not.toEqual(before)
      expect(desk.state).toEqual(await snapshot(stand.url, agent))
      desk.close()
    })
  }
})
