import { SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { Sealer } from '../../../platform/crypto.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { ContactService } from '../../contacts/index.ts'
import { ChannelAccountService } from '../account/channel-account.service.ts'
import { visitorActor } from './visitor-actor.ts'
import { VisitorSessionService, type Arrival, type VisitorSession } from './visitor-session.service.ts'
import { VisitorTokens } from './visitor-token.ts'

const database = useDatabase({ entities })
const sealer = new Sealer([{ id: 'k1', secret: 'a secret of the tests' }])
const tokens = new VisitorTokens(new TextEncoder().encode('k'.repeat(32)))
const sessions = new VisitorSessionService({ tokens, sealer })
const channels = new ChannelAccountService({ sealer })
const contacts = new ContactService()

let world: World
let secret: string
beforeAll(async () => {
  world = await newWorld(database)
  const owner = await world.member('OWNER')
  secret = await world.as(owner, unit => channels.renewIdentitySecret(unit, world.channelAccountId))
})

const start = (arrival: Partial<Arrival> = {}, now?: Date) =>
  database.units.platform({ actor: systemActor(), now }, unit =>
    sessions.start(unit, { siteKey: world.siteKey, origin: 'https://example.com', ...arrival }))

async function admitted(arrival: Partial<Arrival> = {}, now?: Date): Promise<VisitorSession> {
  const session = await start(arrival, now)
  if (session instanceof Refusal) throw new Error(session.code)
  return session
}

const signed = (claims: Record<string, unknown> = {}, { key = secret, minutes = 5, aud = world.siteKey } = {}) =>
  new SignJWT({ name: 'Marta Peña', email: 'marta@example.com', ...claims })
    .setProtectedHeader({ alg: 'HS256' }).setSubject('cliente-7').setAudience(aud)
    .setExpirationTime(Math.floor(Date.now() / 1000) + minutes * 60).sign(new TextEncoder().encode(key))

describe('who may come in', () => {
  test('a page of an origin that the channel does not allow may not', async () => {
    expect(await start({ origin: 'https://evil.example.net' })).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' })
  })

  test('who was here before is recognised by her token', async () => {
    const first = await admitted()
    const second = await admitted({ token: first.token })
    expect(second.claims.externalId).toBe(first.claims.externalId)
  })

  test('chatwoot#14887: the token of another chat makes nobody known here', async () => {
    const other = await newWorld(database)
    const session = await database.units.platform({ actor: systemActor() }, unit =>
      sessions.start(unit, { siteKey: other.siteKey, origin: 'https://example.com' })) as VisitorSession
    expect((await admitted({ token: session.token })).claims.externalId).not.toBe(session.claims.externalId)
  })

  test('a token that was changed by one letter is nobody’s', async () => {
    const { token } = await admitted()
    expect(await tokens.read(token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA'), new Date())).toBeNull()
  })

  test('a token ends after ninety days, also for one who sent it all the time', async () => {
    const { token } = await admitted()
    expect(await tokens.read(token, new Date())).not.toBeNull()
    expect(await tokens.read(token, new Date(Date.now() + 91 * 86_400_000))).toBeNull()
  })
})

describe('whom the site vouches for', () => {
  test('is vouched for during a day, and then has to be again', async () => {
    const { token } = await admitted({ identity: await signed() })
    expect(await tokens.read(token, new Date(Date.now() + 23 * 3_600_000))).not.toBeNull()
    expect(await tokens.read(token, new Date(Date.now() + 25 * 3_600_000))).toBeNull()
  })

  test('is known by the name that the site gave', async () => {
    expect((await admitted({ identity: await signed() })).claims).toMatchObject({
      externalId: 'user:cliente-7', verified: true, name: 'Marta Peña', email: 'marta@example.com',
    })
  })

  test.each([
    ['signed with another secret', () => signed({}, { key: 'otro secreto' })],
    ['meant for another site', () => signed({}, { aud: 'web_otra' })],
    ['too old', () => signed({}, { minutes: -5 })],
    ['good for too long', () => signed({}, { minutes: 24 * 60 })],
    ['not signed at all', async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"cliente-7"}')}.`],
  ])('chatwoot#14887: is refused when the word of the site is %s', async (_why, identity) => {
    expect(await start({ identity: await identity() })).toMatchObject({ code: 'IDENTITY_REFUSED' })
  })

  test('keeps what she wrote before she signed in', async () => {
    const unnamed = await admitted()
    const before = await world.as(visitorActor(unnamed.claims), unit =>
      contacts.admit(unit, { ...unnamed.claims, claims: {} }))
    const named = await admitted({ token: unnamed.token, identity: await signed({}, {}) })
    expect(named.formerExternalId).toBe(unnamed.claims.externalId)
    await world.as(visitorActor(named.claims), unit => contacts.vouch(unit, named.formerExternalId, { ...named.claims, claims: named.claims }))
    const after = await world.as(visitorActor(named.claims), unit => contacts.admit(unit, { ...named.claims, claims: named.claims }))
    expect(after).toEqual(before)
    const { rows } = await database.owner.query('select name, verified from contact where id = $1', [after.contactId])
    expect(rows).toEqual([{ name: 'Marta Peña', verified: true }])
  })
})

test('the secret is stored unreadable, and shown by its last letters only', async () => {
  const { rows } = await database.owner.query('select identity_secret, identity_secret_last_four from web_channel where tenant_id = $1', [world.tenantId])
  expect(rows[0].identity_secret).not.toContain(secret)
  expect(rows[0].identity_secret_last_four).toBe(secret.slice(-4))
})
