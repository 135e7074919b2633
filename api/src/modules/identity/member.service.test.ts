import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { newEmail, useIdentity } from './identity.fixture.ts'
import { listMembers, loadMembers } from './member.queries.ts'

const world = useIdentity()
const members = () => world.identity.members

async function team() {
  const tenantId = await world.tenant()
  const [owner, admin, agent] = [
    await world.member(tenantId, 'OWNER'),
    await world.member(tenantId, 'ADMIN'),
    await world.member(tenantId),
  ]
  return { tenantId, owner, admin, agent }
}

describe('inviting', () => {
  test('makes a member who is not active yet, and writes to her', async () => {
    const { admin, tenantId } = await team()
    const email = newEmail()
    const made = await world.inTenant(admin.actor, unit =>
      members().invite(unit, { email, name: 'Rosa', role: 'AGENT' }),
    )
    expect(made).toMatchObject({ status: 'INVITED', email, role: 'AGENT' })
    expect((await world.mails(email))[0]).toMatchObject({ subject: 'Le invitan a Banco Ñandú en BotPro' })
    expect((await world.trail(tenantId)).at(-1)).toMatchObject({
      action: 'member.invited',
      actor: { name: 'Ana admin' },
      detail: { email },
    })
  })

  test('does not tell whether the address has an account elsewhere', async () => {
    const elsewhere = await world.member(await world.tenant())
    const { admin } = await team()
    const made = await world.inTenant(admin.actor, unit =>
      members().invite(unit, { email: elsewhere.email, name: 'Rosa', role: 'AGENT' }),
    )
    expect(made).toMatchObject({ status: 'INVITED', name: 'Rosa', userId: null })
  })

  test('refuses an address that somebody has there, in any case', async () => {
    const { admin, agent } = await team()
    const again = await world.inTenant(admin.actor, unit =>
      members().invite(unit, { email: agent.email.toUpperCase(), name: 'X', role: 'AGENT' }))
    expect(again).toMatchObject({ __typename: 'MemberExists' })
  })

  test.each([
    '',
    'ana',
    'ana@',
    'ana@localhost',
    'a b@x.do',
    'ana@x.do\r\nBcc: all@x.do',
    `${'a'.repeat(65)}@x.do`,
  ])('refuses “%s” as an address', async email => {
    const { admin } = await team()
    expect(
      await world.inTenant(admin.actor, unit => members().invite(unit, { email, name: 'X', role: 'AGENT' })),
    ).toMatchObject({ __typename: 'InvalidInput', field: 'email' })
  })

  test('is not for agents, and owners are invited by owners', async () => {
    const { agent, admin } = await team()
    const invite = (actor: typeof agent, role: 'AGENT' | 'OWNER') => world.inTenant(actor.actor, unit =>
      members().invite(unit, { email: newEmail(), name: 'X', role }))
    await expect(invite(agent, 'AGENT')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(invite(admin, 'OWNER')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the last owner', () => {
  test('does not step down', async () => {
    const { owner } = await team()
    expect(
      await world.inTenant(owner.actor, unit =>
        members().changeRole(unit, { memberId: owner.memberId, role: 'ADMIN' }),
      ),
    ).toMatchObject({ __typename: 'LastOwner' })
  })

  test('steps down when there is another, but not one who only was invited', async () => {
    const { owner, tenantId } = await team()
    const stepDown = () =>
      world.inTenant(owner.actor, unit =>
        members().changeRole(unit, { memberId: owner.memberId, role: 'ADMIN' }),
      )
    await world.inTenant(owner.actor, unit =>
      members().invite(unit, { email: newEmail(), name: 'X', role: 'OWNER' }),
    )
    expect(await stepDown()).toMatchObject({ __typename: 'LastOwner' })
    await world.member(tenantId, 'OWNER')
    expect(await stepDown()).toMatchObject({ role: 'ADMIN' })
  })

  test('remains when two owners disable each other at the same moment', async () => {
    const { owner, tenantId } = await team()
    const other = await world.member(tenantId, 'OWNER')
    const results = await Promise.all([[owner, other], [other, owner]].map(([who, whom]) =>
      world.inTenant(who!.actor, unit => members().disable(unit, whom!.memberId))))
    expect(results.map(result => result.constructor.name).sort()).toEqual(['LastOwner', 'Member'])
  })
})

describe('disabling', () => {
  test('takes the tenant from open sessions at once, and enabling gives it back', async () => {
    const { admin, agent } = await team()
    const { token, actor } = await world.signIn(agent.email)
    const elsewhere = world.anotherProcess()
    await world.inTenant(admin.actor, unit => members().disable(unit, agent.memberId))
    expect((await world.ask(token)).kind).toBe('USER')
    expect((await world.ask(token, elsewhere)).kind).toBe('USER')
    expect(await elsewhere.authenticator.standings([actor])).toEqual(['changed'])
    await world.inTenant(admin.actor, unit => members().enable(unit, agent.memberId))
    expect((await world.ask(token)).kind).toBe('MEMBER')
  })

  test('is not done to oneself, nor by an administrator to an owner', async () => {
    const { admin, owner } = await team()
    const disable = (memberId: string) =>
      world.inTenant(admin.actor, unit => members().disable(unit, memberId))
    await expect(disable(admin.memberId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(disable(owner.memberId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('finds nobody of another tenant, nor who never was', async () => {
    const [mine, other] = [await team(), await team()]
    for (const id of [other.agent.memberId, newId()]) {
      await expect(
        world.inTenant(mine.owner.actor, unit => members().disable(unit, id)),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })
})

test('a changed role is another standing', async () => {
  const { admin, agent } = await team()
  const { actor } = await world.signIn(agent.email)
  expect(await world.identity.authenticator.standings([actor])).toEqual(['same'])
  await world.inTenant(admin.actor, unit =>
    members().changeRole(unit, { memberId: agent.memberId, role: 'SUPERVISOR' }),
  )
  expect(await world.identity.authenticator.standings([actor])).toEqual(['changed'])
})

test('the list goes by name, finds by part of name or address, and knows its own tenant only', async () => {
  const { owner, admin, tenantId } = await team()
  await world.member(await world.tenant())
  await using unit = world.db.units.read({ tenantId, actor: owner.actor })
  const names = async (args: object) =>
    (await listMembers(unit, { first: 10, ...args })).edges.map(edge => edge.node.name)
  expect(await names({})).toEqual(['Ana admin', 'Ana agent', 'Ana owner'])
  expect(await names({ search: 'ÁNA OWN' })).toEqual(['Ana owner'])
  expect(await names({ search: admin.email.slice(0, 30) })).toEqual(['Ana admin'])
})

test('members are loaded in the order asked for, and those of other tenants are not there', async () => {
  const { owner, agent, tenantId } = await team()
  const stranger = await world.member(await world.tenant())
  await using unit = world.db.units.read({ tenantId, actor: owner.actor })
  const loaded = await loadMembers(unit, [agent.memberId, stranger.memberId, owner.memberId])
  expect(loaded.map(member => member?.role)).toEqual(['AGENT', undefined, 'OWNER'])
})

test('the tenant’s own role does not see people, sessions or other tenants’ members', async () => {
  const { owner } = await team()
  for (const table of [
    'app_user',
    'session',
    'recovery_code',
    'operator',
    'reseller_member',
    'sign_in_failure',
  ] as const) {
    await expect(
      world.inTenant(owner.actor, unit => unit.kysely.selectFrom(table).selectAll().execute()),
    ).rejects.toThrow(/permission denied/)
  }
})
