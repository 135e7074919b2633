import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { ApiKeyCreated } from './api-key.service.ts'
import { newApiKeyToken } from './api-key-token.ts'
import { useIdentity, visitFrom, type Somebody } from './identity.fixture.ts'

const world = useIdentity()
const end = (which: Parameters<typeof world.identity.sessions.end>[1]) =>
  world.system(unit => world.identity.sessions.end(unit, which))
const sessionOf = async (somebody: Somebody) => {
  const { token, actor } = await world.signIn(somebody.email)
  return { token, actor, id: (actor as { sessionId: string }).sessionId }
}
const agent = async () => world.member(await world.tenant())

describe('a cookie', () => {
  test('that is missing, wrong or of another kind is nobody’s', async () => {
    const { token } = await sessionOf(await agent())
    const ask = (cookie?: string) =>
      world.identity.authenticator.authenticate({ cookie, address: 'x', language: 'en-US' })
    for (const cookie of [undefined, '', `botpro=${token}`, '__Host-botpro=nonsense']) {
      expect(await ask(cookie)).toEqual({ kind: 'ANONYMOUS', locale: 'en-US', address: 'x' })
    }
  })

  test('is worth nothing once its session is ended, in this process at once', async () => {
    const { token, actor, id } = await sessionOf(await agent())
    const elsewhere = world.anotherProcess()
    expect((await world.ask(token)).kind).toBe('MEMBER')
    await end({ id })
    expect((await world.ask(token)).kind).toBe('ANONYMOUS')
    expect((await world.ask(token, elsewhere)).kind).toBe('ANONYMOUS')
    expect(await world.identity.authenticator.standings([actor])).toEqual(['gone'])
  })

  test('is worth nothing once the person is disabled', async () => {
    const somebody = await agent()
    const { token, actor } = await sessionOf(somebody)
    await world.db.owner.query('update app_user set disabled_at = now() where id = $1', [somebody.userId])
    expect((await world.ask(token, world.anotherProcess())).kind).toBe('ANONYMOUS')
    expect(await world.identity.authenticator.standings([actor])).toEqual(['gone'])
  })

  test('lives fourteen days without use, and ninety in all', async () => {
    const somebody = await agent()
    const unused = await sessionOf(somebody)
    world.later(14 * 86_400)
    expect((await world.ask(unused.token, world.anotherProcess())).kind).toBe('ANONYMOUS')
    const used = await sessionOf(somebody)
    for (let day = 10; day < 90; day += 10) {
      world.later(10 * 86_400)
      expect((await world.ask(used.token, world.anotherProcess())).kind).toBe('MEMBER')
    }
    world.later(10 * 86_400)
    expect((await world.ask(used.token, world.anotherProcess())).kind).toBe('ANONYMOUS')
  })

  test('notes its use once a minute, for the session and the member', async () => {
    const somebody = await agent()
    const { token, id } = await sessionOf(somebody)
    const seen = async () => (await world.db.owner.query(`select s.last_used_at, m.last_seen_at from session s
      join member m on m.user_id = s.user_id where s.id = $1`, [id])).rows[0]
    const started = world.now
    world.later(59)
    await world.ask(token, world.anotherProcess())
    expect((await seen()).last_used_at).toEqual(started)
    world.later(2)
    await world.ask(token, world.anotherProcess())
    expect(await seen()).toEqual({ last_used_at: world.now, last_seen_at: world.now })
  })
})

describe('sessions', () => {
  test('are listed with their device, and only one’s own can be ended', async () => {
    const somebody = await agent()
    const [first, second] = [await sessionOf(somebody), await sessionOf(somebody)]
    const list = await world.identity.viewers.sessions(second.actor)
    expect(list).toMatchObject([
      { id: expect.any(String), device: 'Chrome 142 · Linux' },
      { id: expect.any(String), device: 'Chrome 142 · Linux' },
    ])
    expect(list.find(session => session.current)!.id).toBe(second.id)
    expect(await end({ id: first.id, userId: newId() })).toBe(0)
    expect(await end({ id: first.id, userId: somebody.userId })).toBe(1)
  })

  test('all end together', async () => {
    const somebody = await agent()
    const opened = [await sessionOf(somebody), await sessionOf(somebody)]
    expect(await end({ userId: somebody.userId })).toBe(2)
    expect(await world.identity.authenticator.standings(opened.map(({ actor }) => actor))).toEqual([
      'gone',
      'gone',
    ])
  })

  test('that ran out are swept away', async () => {
    const { id } = await sessionOf(await agent())
    world.later(15 * 86_400)
    await world.identity.tidy()
    expect((await world.db.owner.query('select from session where id = $1', [id])).rowCount).toBe(0)
  })
})

describe('an API key', () => {
  const created = async (more: object = {}) => {
    const { actor } = await world.member(await world.tenant(), 'ADMIN')
    const key = await world.inTenant(actor, unit =>
      world.identity.keys.create(unit, { name: 'CRM', scopes: ['CONTACTS_READ'], ...more }))
    if (!(key instanceof ApiKeyCreated)) throw new Error(key.message)
    return { admin: actor, secret: key.secret, id: key.apiKey.id }
  }
  const ask = (secret: string, identity = world.identity) =>
    identity.authenticator.authenticate({ authorization: `Bearer ${secret}`, address: 'x' })

  test('acts with its scopes in its tenant, under its name', async () => {
    const { secret, id, admin } = await created()
    expect(await ask(secret)).toEqual({
      kind: 'API_KEY',
      keyId: id,
      tenantId: (admin as { tenantId: string }).tenantId,
      scopes: ['CONTACTS_READ'],
      name: 'CRM',
      address: 'x',
    })
  })

  test('is stored as a hash', async () => {
    const { secret, id } = await created()
    const { rows } = await world.db.owner.query('select k::text as row from api_key k where id = $1', [id])
    expect(rows[0].row).not.toContain(secret.slice(9, 30))
  })

  test('is out at once when it is revoked, also for open sockets', async () => {
    const { secret, id, admin } = await created()
    const actor = await ask(secret)
    await world.inTenant(admin, unit => world.identity.keys.revoke(unit, id))
    await expect(ask(secret)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(ask(secret, world.anotherProcess())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await world.identity.authenticator.standings([actor])).toEqual(['gone'])
  })

  test('ends when it said it would', async () => {
    const { secret } = await created({ expiresAt: new Date(world.now.getTime() + 60_000) })
    expect((await ask(secret)).kind).toBe('API_KEY')
    world.later(60)
    await expect(ask(secret, world.anotherProcess())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('that was never given out is refused, and so is any other bearer', async () => {
    for (const secret of [newApiKeyToken(), 'bpk_live_nonsense', 'eyJhbGciOi']) {
      await expect(ask(secret)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })

  test('is made by administrators, with a scope, a name and an end that lies ahead', async () => {
    const { actor } = await world.member(await world.tenant(), 'ADMIN')
    const make = (more: object, who = actor) => world.inTenant(who, unit =>
      world.identity.keys.create(unit, { name: 'CRM', scopes: ['TENANT_READ'], ...more }))
    expect(await make({ name: ' ' })).toMatchObject({ field: 'name' })
    expect(await make({ scopes: [] })).toMatchObject({ field: 'scopes' })
    expect(await make({ expiresAt: world.now })).toMatchObject({ field: 'expiresAt' })
    await expect(make({}, (await agent()).actor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

test('visitors and the system itself stand by themselves', async () => {
  expect(
    await world.identity.authenticator.standings([{ kind: 'SYSTEM' }, { kind: 'ANONYMOUS', locale: '' }]),
  ).toEqual(['same', 'same'])
})

test('a browser that signs in again leaves no session behind', async () => {
  const somebody = await agent()
  const first = await world.signIn(somebody.email)
  await world.signIn(somebody.email, visitFrom(first.actor))
  expect(
    (await world.db.owner.query('select from session where user_id = $1', [somebody.userId])).rowCount,
  ).toBe(1)
})
