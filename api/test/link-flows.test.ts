import { describe, expect, test } from 'vitest'
import { insertLiveBot } from '../src/bench/live-bot.ts'
import { flowOf, settingsOf, variable } from '../src/modules/flows/engine/bot.fixture.ts'
import { until, useChannelStand } from './channel-stand.ts'
import { startInstagramDouble } from './providers/instagram.ts'
import { startMessengerDouble } from './providers/messenger.ts'
import { TelegramDouble } from './providers/telegram.ts'
import { startWhatsappDouble } from './providers/whatsapp.ts'
import { Talk } from './talk.ts'

const stand = useChannelStand(async () => ({
  telegram: await TelegramDouble.start(), whatsapp: await startWhatsappDouble(), messenger: await startMessengerDouble(), instagram: await startInstagramDouble(),
}))

const say = (ES: string) => ({ kind: 'SAY' as const, messages: [{ kind: 'TEXT' as const, text: { ES } }] })
const keyword = (word: string) => [{ id: 't', kind: 'KEYWORD' as const, words: { ES: [word] } }]

const fair = flowOf('feria', { triggers: [{ id: 't', kind: 'LINK', link: 'Feria' }], steps: { hola: say('Gracias por venir a la feria: {{ conversation.link }}.') } })
const name = flowOf('nombre', {
  triggers: keyword('registro'), variables: [variable('nombre')],
  steps: { cual: { kind: 'ASK', text: { ES: '¿Su nombre?' }, answer: { type: 'TEXT' }, saveAs: 'nombre', next: { answered: 'dicho', failed: 'dicho' } }, dicho: say('Anotado: {{ nombre }}.') },
})
const bye = flowOf('adios', { triggers: keyword('adiós'), steps: { fin: { kind: 'END', closes: true } } })
const first = flowOf('primera', { triggers: [{ id: 't', kind: 'FIRST_MESSAGE' }], steps: { hola: say('Es su primera vez aquí.') } })

type Kind = keyof typeof stand.doubles

/** A company whose link leads to a channel with these flows, and somebody with that channel. */
async function company(kind: Kind, flows = [fair, name, bye]) {
  const tenant = await stand.tenant()
  const channelAccountId = await tenant.connect(stand.doubles[kind])
  await insertLiveBot(stand.database.owner, { ...tenant.world, channelAccountId }, { settings: settingsOf(), flows, tests: [] })
  const { createChannelLink: link } = await tenant.ask('mutation($input: CreateChannelLinkInput!) { createChannelLink(input: $input) { ... on ChannelLink { url token } } }', { input: { channelAccountId, name: 'Feria' } })
  const ana = stand.doubles[kind].customer()
  const address = (await fetch(link.url, { redirect: 'manual' })).headers.get('location')!
  /** As her phone opens it. */
  const follows = () => ('starts' in ana ? ana.starts(link.token) : ana.follows(address))
  const timesOf = (text: string) => ana.inbox.filter(one => one.text.includes(text)).length
  return { ana, follows, timesOf, tenant }
}

describe.each(['telegram', 'messenger', 'instagram', 'whatsapp'] as const)('a link on %s', kind => {
  test('begins its flow with whoever has never written', async () => {
    const { follows, timesOf } = await company(kind)
    follows()
    await until(() => timesOf('Gracias por venir a la feria: Feria.') === 1)
  })

  test('begins its flow in the middle of another one, whose question is asked again and still answered', async () => {
    const { ana, follows, timesOf } = await company(kind)
    ana.writes('registro')
    await until(() => timesOf('¿Su nombre?') === 1)
    follows()
    await until(() => timesOf('Gracias por venir a la feria: Feria.') === 1 && timesOf('¿Su nombre?') === 2)
    ana.writes('Ana Peña')
    await until(() => timesOf('Anotado: Ana Peña.') === 1)
  })

  test('begins its flow in a conversation of its own, where the one before is over', async () => {
    const { ana, follows, timesOf, tenant } = await company(kind)
    ana.writes('adiós')
    await until(async () => (await stand.database.owner.query(`select id from conversation where tenant_id = $1 and status = 'CLOSED'`, [tenant.world.tenantId])).rows[0])
    follows()
    await until(() => timesOf('Gracias por venir a la feria: Feria.') === 1)
  })
})

test.each(['telegram', 'messenger', 'instagram'] as const)('who comes by a link of which no flow knows is met by the flow for first messages, once, on %s', async kind => {
  const { ana, follows, timesOf } = await company(kind, [first, name])
  follows()
  await until(() => timesOf('Es su primera vez aquí.') === 1)
  ana.writes('registro')
  await until(() => timesOf('¿Su nombre?') === 1)
  expect(timesOf('Es su primera vez aquí.')).toBe(1)
})

test('somebody who scans the same code again begins its flow again', async () => {
  const { follows, timesOf } = await company('telegram')
  follows()
  await until(() => timesOf('Gracias por venir a la feria: Feria.') === 1)
  follows()
  await until(() => timesOf('Gracias por venir a la feria: Feria.') === 2)
})

/** A site whose pages tell the link of their address each time that they are loaded. */
async function site() {
  const { world: { tenantId, channelAccountId }, ask } = await stand.tenant()
  const gala = flowOf('gala', { triggers: [{ id: 't', kind: 'LINK', link: 'Gala' }], steps: { hola: say('Bienvenida a la gala.') } })
  await insertLiveBot(stand.database.owner, { tenantId, channelAccountId }, { settings: settingsOf(), flows: [fair, gala, name], tests: [] })
  const link = async (called: string): Promise<string> => (await ask('mutation($input: CreateChannelLinkInput!) { createChannelLink(input: $input) { ... on ChannelLink { token } } }', { input: { channelAccountId, name: called } })).createChannelLink.token
  const { token } = await stand.app.modules.visitorTokens.sign({ tenantId, channelAccountId, externalId: `visitor:${crypto.randomUUID()}`, origin: 'https://example.com', language: 'ES', verified: false }, new Date())
  const ana = { name: 'VISITOR', path: '/widget/graphql', headers: { authorization: `Bearer ${token}` }, params: { token } } as const
  const says = async (text: string, ref?: string): Promise<string> => (await new Talk(stand.url).says(ana, text, { ref })).messages.filter((one: { author: string }) => one.author === 'BOT').map((one: { text: string }) => one.text).join(' ')
  return { link, says }
}

describe('a link on a site', () => {
  test('begins its flow once: what is written after the page was loaded again answers what the bot asked', async () => {
    const { link, says } = await site()
    const fairs = await link('Feria')
    expect(await says('hola', fairs)).toContain('Gracias por venir a la feria: Feria.')
    expect(await says('registro')).toContain('¿Su nombre?')
    expect(await says('Ana Peña', fairs)).toBe('Anotado: Ana Peña.')
  })

  test('that she follows later begins its flow once, and the one before does not come back with it', async () => {
    const { link, says } = await site()
    const [fairs, galas] = [await link('Feria'), await link('Gala')]
    await says('hola', fairs)
    expect(await says('registro')).toContain('¿Su nombre?')
    expect(await says('aquí estoy', galas)).toMatch(/Bienvenida a la gala\..*¿Su nombre\?/)
    expect(await says('Ana Peña', galas)).toBe('Anotado: Ana Peña.')
    expect(await says('registro', fairs)).toBe('¿Su nombre?')
  })
})

test('who comes without a word into a question that waits for her is asked it once more', async () => {
  const { ana, follows, timesOf } = await company('telegram', [name])
  ana.writes('registro')
  await until(() => timesOf('¿Su nombre?') === 1)
  follows()
  await until(() => timesOf('¿Su nombre?') === 2)
})
