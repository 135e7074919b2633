import { describe, expect, test } from 'vitest'
import { until, useChannelStand, type ChannelTenant } from './channel-stand.ts'
import { TelegramDouble } from './providers/telegram.ts'
import { SmsDouble } from './providers/sms.ts'

const stand = useChannelStand(async () => ({ telegram: await TelegramDouble.start(), sms: await SmsDouble.start() }))

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
})
