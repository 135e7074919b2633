import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { useIdentity } from './identity.fixture.ts'
import { listAudit } from './audit.queries.ts'

const world = useIdentity()
const workplaces = () => world.identity.workplaces

describe('somebody who works in two tenants', () => {
  const inTwo = async () => {
    const [one, two] = [await world.tenant('Uno'), await world.tenant('Dos')]
    const { email } = await world.member(one, 'AGENT')
    await world.member(two, 'ADMIN', email)
    return { one, two, ...await world.signIn(email) }
  }

  test('chooses, and changes her mind', async () => {
    const { one, two, token, actor } = await inTwo()
    expect(await workplaces().enterTenant(actor, one)).toMatchObject({
      kind: 'MEMBER',
      tenantId: one,
      role: 'AGENT',
    })
    expect(await workplaces().enterTenant(await world.ask(token), two)).toMatchObject({
      tenantId: two,
      role: 'ADMIN',
    })
    expect(await world.ask(token)).toMatchObject({ kind: 'MEMBER', tenantId: two })
    expect(await workplaces().leaveTenant(await world.ask(token))).toMatchObject({ kind: 'USER' })
  })

  test('sees both to choose from, with what belongs to them', async () => {
    const { actor, one } = await inTwo()
    const view = await world.identity.viewers.view(await workplaces().enterTenant(actor, one))
    expect(view).toMatchObject({
      role: 'AGENT',
      tenant: { name: 'Uno' },
      member: { role: 'AGENT' },
      user: { recoveryCodesLeft: 0 },
    })
    expect(view!.workplaces).toMatchObject([
      { role: 'ADMIN', tenant: { name: 'Dos', businessCalendar: { version: 1 } } },
      { role: 'AGENT', tenant: { name: 'Uno' } },
    ])
  })

  test('does not enter a third, be it there or not', async () => {
    const { actor } = await inTwo()
    for (const id of [await world.tenant(), newId()]) {
      await expect(workplaces().enterTenant(actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })
})

test('a stranger views nothing', async () => {
  expect(await world.identity.viewers.view({ kind: 'ANONYMOUS', locale: '' })).toBeNull()
})

describe('an operator', () => {
  const looking = async () => {
    const { email } = await world.operator()
    const tenantId = await world.tenant()
    const { token, actor } = await world.signIn(email)
    const support = await workplaces().enterAsSupport(actor, { tenantId, reason: 'Ticket 4711' })
    return { tenantId, token, actor, support }
  }

  test('works for the platform after signing in', async () => {
    const { email } = await world.operator()
    const { actor } = await world.signIn(email)
    expect(actor.kind).toBe('OPERATOR')
    expect((await world.identity.viewers.view(actor))!.workplaces).toEqual([{ role: 'OPERATOR' }])
  })

  test('looks into a tenant, and the tenant reads who, why and until when', async () => {
    const { tenantId, token, support } = await looking()
    expect(support).toMatchObject({ kind: 'SUPPORT', tenantId, name: 'Olga Operadora' })
    expect((await world.ask(token)).kind).toBe('SUPPORT')
    expect((await world.trail(tenantId)).at(-1)).toMatchObject({
      action: 'support.entered', actor: { kind: 'OPERATOR', name: 'Olga Operadora' },
      detail: { reason: 'Ticket 4711', until: new Date(world.now.getTime() + 4 * 3_600_000).toISOString() },
    })
  })

  test('leaves, and the tenant reads that too', async () => {
    const { tenantId, token } = await looking()
    expect(await workplaces().leaveTenant(await world.ask(token))).toMatchObject({ kind: 'OPERATOR' })
    expect((await world.trail(tenantId)).at(-1)).toMatchObject({
      action: 'support.left',
      actor: { kind: 'SUPPORT', name: 'Olga Operadora' },
    })
  })

  test('leaves by signing out as well', async () => {
    const { tenantId, support } = await looking()
    await world.system(unit =>
      world.identity.sessions.end(unit, { id: (support as { sessionId: string }).sessionId }),
    )
    expect((await world.trail(tenantId)).at(-1)).toMatchObject({ action: 'support.left' })
  })

  test('is out after four hours, which the trail tells with the right time', async () => {
    const { tenantId, token } = await looking()
    const until = new Date(world.now.getTime() + 4 * 3_600_000)
    world.later(5 * 3600)
    expect((await world.ask(token, world.anotherProcess())).kind).toBe('OPERATOR')
    await world.identity.tidy()
    await world.identity.tidy()
    expect((await world.trail(tenantId)).filter(entry => entry.action === 'support.left'))
      .toMatchObject([{ detail: { at: until.toISOString() } }])
  })

  test('gives a reason worth reading', async () => {
    const { email } = await world.operator()
    const { actor } = await world.signIn(email)
    const tenantId = await world.tenant()
    await expect(workplaces().enterAsSupport(actor, { tenantId, reason: '  .  ' })).rejects.toMatchObject({
      field: 'reason',
    })
    await expect(
      workplaces().enterAsSupport(actor, { tenantId: newId(), reason: 'Ticket 4711' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('is what one has to be', async () => {
    const { actor } = await world.member(await world.tenant(), 'OWNER')
    await expect(
      workplaces().enterAsSupport(actor, { tenantId: newId(), reason: 'Ticket 4711' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the audit trail', () => {
  const read = async (tenantId: string, args: object, role: 'ADMIN' | 'AGENT' = 'ADMIN') => {
    const { actor } = await world.member(tenantId, role)
    await using unit = world.db.units.read({ tenantId, actor })
    return await listAudit(unit, { first: 50, ...args })
  }

  test('is read newest first, page by page, and searched without regard to accents', async () => {
    const tenantId = await world.tenant()
    const { actor } = await world.member(tenantId, 'OWNER')
    const named = { ...actor, name: 'Íñigo', address: '10.1.1.1' }
    for (const action of ['a.one', 'b.two', 'c.three'])
      await world.inTenant(named, async unit => unit.audit({ action, targetType: 'thing' }))
    const found = await read(tenantId, { first: 2, search: 'inigo' })
    expect(found.edges.map(({ node }) => [node.action, node.actorKind, node.actorName, node.address]))
      .toEqual([['c.three', 'MEMBER', 'Íñigo', '10.1.1.1'], ['b.two', 'MEMBER', 'Íñigo', '10.1.1.1']])
    const rest = await read(tenantId, { first: 2, search: 'inigo', after: found.pageInfo.endCursor })
    expect(rest.edges.map(({ node }) => node.action)).toEqual(['a.one'])
  })

  test('is not for agents', async () => {
    await expect(read(await world.tenant(), {}, 'AGENT')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
