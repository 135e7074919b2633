import { describe, expect, test } from 'vitest'
import { until, useChannelStand, type ChannelTenant } from './channel-stand.ts'
import { startMessengerDouble } from './providers/messenger.ts'
import { TelegramDouble } from './providers/telegram.ts'
import { SmsDouble } from './providers/sms.ts'

const stand = useChannelStand(async () => ({ telegram: await TelegramDouble.start(), sms: await SmsDouble.start(), messenger: await startMessengerDouble() }))

const PERSON = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const open = (address: string) => fetch(address, { redirect: 'manual' })

async function linkTo(tenant: ChannelTenant, channelAccountId: string, more: object = {}) {
  const { createChannelLink } = await tenant.ask('mutation($input: CreateChannelLinkInput!) { createChannelLink(input: $input) { ... on ChannelLink { id url token } ... on InvalidInput { field } } }',
    { input: { channelAccountId, name: 'Feria', ...more } })
  return createChannelLink as { id: string; url: string; token: string; field?: string }
}

const ORIGINS = `{ inbox(view: ALL, first: 20) { edges { node { origin { link { id name } referral } } } } }`

const THREAD = `{ inbox(view: ALL, first: 20) { edges { node { origin { link { id name } } messages(first: 10) { edges { node { author notice visibility text } } } } } } }`

/** The only one; what was said first comes first. */
async function threadOf(tenant: ChannelTenant) {
  const thread = (await tenant.ask(THREAD)).inbox.edges[0]?.node
  return thread && { ...thread, messages: thread.messages.edges.map(({ node }: any) => node).reverse() }
}

describe('a link to a channel of a provider', () => {
  test('leads to the bot on Telegram, which gives the token back as the origin of the conversation', async () => {
    const tenant = await stand.tenant()
    const account = await tenant.connect(stand.doubles.telegram)
    const link = await linkTo(tenant, account)
    const to = new URL((await open(link.url)).headers.get('location')!)
    expect([to.host, to.searchParams.get('start')]).toEqual(['t.me', link.token])
    stand.doubles.telegram.customer().starts(to.searchParams.get('start')!)
    const origin = await until(async () => (await tenant.ask(ORIGINS)).inbox.edges[0]?.node.origin)
    expect(origin).toEqual({ link: { id: link.id, name: 'Feria' }, referral: null })
    expect((await tenant.ask('query($id: ID!) { channelLink(id: $id) { conversationCount } }', { id: link.id })).channelLink.conversationCount).toBe(1)
  })

  test('leads to a text message that is written already, and can be changed after it was printed', async () => {
    const tenant = await stand.tenant()
    const account = await tenant.connect(stand.doubles.sms)
    const link = await linkTo(tenant, account, { text: 'Quiero información & precios' })
    const to = (await open(link.url)).headers.get('location')!
    expect(to).toMatch(/^sms:\+\d+\?&body=/)
    expect(decodeURIComponent(to.split('body=')[1]!)).toBe(`Quiero información & precios ${link.token}`)
    await tenant.ask('mutation($input: ChangeChannelLinkInput!) { changeChannelLink(input: $input) { __typename } }', { input: { channelLinkId: link.id, version: 1, name: 'Feria', text: 'Hola' } })
    expect(decodeURIComponent((await open(link.url)).headers.get('location')!.split('body=')[1]!)).toBe(`Hola ${link.token}`)
  })

  test('has words of the customer’s instead of a page', async () => {
    const tenant = await stand.tenant()
    const account = await tenant.connect(stand.doubles.telegram)
    expect((await linkTo(tenant, account, { page: 'https://example.com/' })).field).toBe('page')
  })

  test('leads on while the line is paused, for what comes is kept, and nowhere once it is removed', async () => {
    const tenant = await stand.tenant()
    const account = await tenant.connect(stand.doubles.sms)
    const link = await linkTo(tenant, account)
    await tenant.ask('mutation($id: ID!) { pauseChannel(channelAccountId: $id) { state } }', { id: account })
    expect((await open(link.url)).status).toBe(302)
    await tenant.ask('mutation($id: ID!) { removeChannel(channelAccountId: $id) { state } }', { id: account })
    await until(async () => (await open(link.url)).status === 410)
  })
  test('that its channel cannot make just now says so, asks to come back, and counts who came', async () => {
    const tenant = await stand.tenant()
    const account = await tenant.connect(stand.doubles.telegram)
    const link = await linkTo(tenant, account)
    await stand.database.owner.query(`update provider_channel set settings = settings - 'botUsername' where channel_account_id = $1`, [account])
    await until(async () => (await open(link.url)).status === 503)
    const answers = await Promise.all(['es', 'en'].map(language => fetch(link.url, { redirect: 'manual', headers: { 'user-agent': PERSON, 'accept-language': language } })))
    expect(answers.map(({ status, headers }) => [status, Number(headers.get('retry-after')) > 0])).toEqual([[503, true], [503, true]])
    const pages = await Promise.all(answers.map(answer => answer.text()))
    expect([pages[0], pages[1]]).toEqual([expect.stringContaining('Vuelva a abrir el enlace'), expect.stringContaining('Open the link again')])
    expect((await tenant.ask('query($id: ID!) { channelLink(id: $id) { openedCount } }', { id: link.id })).channelLink.openedCount).toBe(2)
  })
  test.each(['telegram', 'messenger'] as const)('into a chat on %s that is there already becomes its origin, and is told as an event and not as a message', async kind => {
    const tenant = await stand.tenant()
    const link = await linkTo(tenant, await tenant.connect(stand.doubles[kind]))
    const address = (await open(link.url)).headers.get('location')!
    const ana = kind === 'telegram' ? stand.doubles.telegram.customer() : stand.doubles.messenger.customer('links')
    ana.writes('hola')
    await until(async () => (await threadOf(tenant))?.messages.length === 3)
    if ('starts' in ana) ana.starts(new URL(address).searchParams.get('start')!)
    else ana.follows(address)
    const { origin, messages } = await until(async () => {
      const thread = await threadOf(tenant)
      return thread?.origin && thread
    })
    expect(origin.link).toEqual({ id: link.id, name: 'Feria' })
    expect(messages.filter(({ author }: any) => author === 'CONTACT')).toHaveLength(1)
    // The bot has the conversation: it shows her what it can do.
    expect(messages.slice(3).map(({ author, notice, visibility, text }: any) => [author, notice, visibility, author === 'BOT' || text])).toEqual([
      ['SYSTEM', 'ARRIVED', 'INTERNAL', 'Feria'], ['BOT', null, 'PUBLIC', true],
    ])
  })

  test('opens a conversation with whoever comes for the first time, in which she has said nothing yet', async () => {
    const tenant = await stand.tenant()
    const link = await linkTo(tenant, await tenant.connect(stand.doubles.telegram))
    stand.doubles.telegram.customer().starts(link.token)
    const thread = await until(() => threadOf(tenant))
    expect(thread.messages.map(({ author, notice }: any) => [author, notice])).toEqual([['SYSTEM', 'ARRIVED'], ['BOT', null]])
  })
})
