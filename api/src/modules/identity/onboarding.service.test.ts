import { describe, expect, test } from 'vitest'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { Reseller, Tenant } from '../tenancy/index.ts'
import { newEmail, PASSWORD, STRANGER, useIdentity, visitFrom } from './identity.fixture.ts'

const world = useIdentity()
const operator: Actor = { kind: 'OPERATOR', userId: newId(), sessionId: newId(), name: 'Olga' }
const wish = (more: object = {}) => ({
  name: 'Colmado Luz',
  slug: `s-${newId().slice(-12)}`,
  sector: 'RETAIL' as const,
  institution: 'PRIVATE' as const,
  currency: 'DOP',
  timeZone: 'America/Santo_Domingo',
  language: 'ES' as const,
  ownerName: 'Luz',
  ownerEmail: newEmail(),
  ...more,
})

describe('a new tenant', () => {
  test('invites its owner, who comes in through the letter', async () => {
    const input = wish()
    const tenant = await world.identity.onboarding.createTenant(operator, input)
    if (!(tenant instanceof Tenant)) throw new Error(tenant.message)
    const opened = await world.identity.invitations.accept(visitFrom(), {
      token: await world.lastLink(input.ownerEmail),
      password: PASSWORD,
    })
    expect(opened).toMatchObject({
      actor: { kind: 'MEMBER', role: 'OWNER', tenantId: tenant.id, name: 'Luz' },
    })
    expect((await world.trail(tenant.id)).map(entry => [entry.action, entry.actor['kind'], entry.actor['name']])).toEqual([
      ['tenant.created', 'OPERATOR', 'Olga'],
      ['member.invited', 'OPERATOR', 'Olga'],
      ['member.joined', 'MEMBER', 'Luz'],
    ])
  })

  test('is not made when its owner cannot be written to', async () => {
    const input = wish({ ownerEmail: 'nobody' })
    expect(await world.identity.onboarding.createTenant(operator, input)).toMatchObject({
      field: 'ownerEmail',
    })
    expect((await world.db.owner.query('select from tenant where slug = $1', [input.slug])).rowCount).toBe(0)
  })

  test('with a short name in use invites nobody', async () => {
    const first = wish()
    await world.identity.onboarding.createTenant(operator, first)
    const second = wish({ slug: first.slug })
    expect(await world.identity.onboarding.createTenant(operator, second)).toMatchObject({
      __typename: 'SlugTaken',
    })
    expect(await world.mails(second.ownerEmail)).toEqual([])
  })
})

test('a new reseller’s first person comes in, sells, and sees what she sold', async () => {
  const contactEmail = newEmail()
  const reseller = await world.identity.onboarding.createReseller(operator, {
    name: 'Ventas SRL',
    contactName: 'Raúl',
    contactEmail,
  })
  if (!(reseller instanceof Reseller)) throw new Error(reseller.message)
  const token = await world.lastLink(contactEmail)
  expect(await world.identity.invitations.linkState(token, STRANGER)).toMatchObject({
    tenantName: 'Ventas SRL',
    needsPassword: true,
  })
  const opened = await world.identity.invitations.accept(visitFrom(), { token, password: PASSWORD })
  if (!('actor' in opened)) throw new Error('not let in')
  expect(opened.actor).toMatchObject({ kind: 'RESELLER', resellerId: reseller.id })
  expect(await world.identity.onboarding.createTenant(opened.actor, wish())).toMatchObject({
    resellerId: reseller.id,
  })
  expect(await world.identity.viewers.view(opened.actor)).toMatchObject({
    role: 'RESELLER',
    reseller: { name: 'Ventas SRL' },
    workplaces: [{ role: 'RESELLER', reseller: { name: 'Ventas SRL' } }],
  })
})

test('nobody else makes tenants or resellers', async () => {
  const { actor } = await world.member(await world.tenant(), 'OWNER')
  await expect(world.identity.onboarding.createTenant(actor, wish())).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(
    world.identity.onboarding.createReseller(actor, {
      name: 'X',
      contactName: 'Y',
      contactEmail: newEmail(),
    }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('people are enrolled without an invitation by the system alone', async () => {
  const { actor } = await world.member(await world.tenant(), 'OWNER')
  await expect(
    world.db.units.platform({ actor }, unit =>
      world.identity.enrolment.operator(unit, { email: newEmail(), name: 'X', password: PASSWORD }),
    ),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
