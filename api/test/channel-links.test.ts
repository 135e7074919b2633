import { describe, expect, test } from 'vitest'
import { until, useChannelStand, type ChannelTenant } from './channel-stand.ts'
import { TelegramDouble } from './providers/telegram.ts'
import { SmsDouble } from './providers/sms.ts'

const stand = useChannelStand(async () => ({ telegram: await TelegramDouble.start(), sms: await SmsDouble.start() }))

const PERSON = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const open = (address: string) => fetch(address, { redirect: 'manual' })

async function linkTo(tenant: ChannelTenant, channelAccountId: string, more: object = {}) {
  const { createChannelLink } = await tenant.ask('mutation($input: CreateChannelLinkInput!) { createChannelLink(input: $input) { ... on ChannelLink { id url token } ... on InvalidInput { field } } }',
    { input: { channelAccountId, name: 'Feria', ...more } })
  return createChannelLink as { id: string; url: string; token: string; field?: string }
}

const ORIGINS = `{ inbox(view: ALL, first: 20) { edges { node { origin { link { id name } referral } } } } }`

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
})
