import { describe, expect, test } from 'vitest'
import type { MemberRole } from '../../platform/actor.ts'
import { newEmail, PASSWORD, useIdentity, visitFrom } from './identity.fixture.ts'
import { Member } from './member.entity.ts'
import { OpenedSession } from './session.service.ts'

const world = useIdentity()
const invitations = () => world.identity.invitations

async function invited(email = newEmail(), role: MemberRole = 'AGENT') {
  const tenantId = await world.tenant('Clínica Sol')
  const { actor } = await world.member(tenantId, 'OWNER')
  const member = await world.inTenant(actor, unit =>
    world.identity.members.invite(unit, { email, name: 'Rosa', role }),
  )
  if (!(member instanceof Member)) throw new Error(member.__typename)
  return { tenantId, owner: actor, email, memberId: member.id, token: await world.lastLink(email) }
}

const accept = (token: string, more: { name?: string; password?: string } = { password: PASSWORD }) =>
  invitations().accept(visitFrom(), { token, ...more })

describe('an invitation', () => {
  test('says who it is for and where to, and asks a newcomer for a password', async () => {
    const { token, email } = await invited()
    expect(await invitations().linkState(token)).toEqual({
      valid: true, purpose: 'INVITATION', email, name: 'Rosa', tenantName: 'Clínica Sol', needsPassword: true,
    })
  })

  test('makes an account and signs it in where it was invited to', async () => {
    const { token, tenantId, memberId, email } = await invited()
    const opened = await accept(token, { name: 'Rosa Paz', password: PASSWORD })
    expect(opened).toMatchObject({
      actor: { kind: 'MEMBER', tenantId, memberId, role: 'AGENT', name: 'Rosa Paz' },
    })
    expect((await world.signIn(email)).actor).toMatchObject({ kind: 'MEMBER', memberId })
    expect((await world.trail(tenantId)).at(-1)).toMatchObject({
      action: 'member.joined',
      actor: { name: 'Rosa Paz' },
    })
  })

  test('works once, even when followed twice at the same moment', async () => {
    const { token } = await invited()
    const results = await Promise.all([accept(token), accept(token)])
    expect(results.map(result => result.constructor.name).sort()).toEqual(['LinkInvalid', 'OpenedSession'])
    expect(await invitations().linkState(token)).toEqual({ valid: false, needsPassword: false })
  })

  test('is over after seven days', async () => {
    const { token } = await invited()
    world.later(7 * 86_400)
    expect(await accept(token)).toMatchObject({ __typename: 'LinkInvalid' })
  })

  test('is withdrawn by sending another or by disabling the member', async () => {
    const first = await invited()
    await world.inTenant(first.owner, unit => world.identity.members.resendInvitation(unit, first.memberId))
    const second = await world.lastLink(first.email)
    expect(await accept(first.token)).toMatchObject({ __typename: 'LinkInvalid' })
    await world.inTenant(first.owner, unit => world.identity.members.disable(unit, first.memberId))
    expect(await accept(second)).toMatchObject({ __typename: 'LinkInvalid' })
  })

  test('is not accepted with a poor password, and stays good', async () => {
    const { token } = await invited()
    expect(await accept(token, {})).toMatchObject({ reason: 'TOO_SHORT' })
    expect(await accept(token, { password: 'password1' })).toMatchObject({ reason: 'TOO_COMMON' })
    expect(await accept(token)).toBeInstanceOf(OpenedSession)
  })

  test('leaves the password of somebody who has an account, and takes her name over', async () => {
    const known = await world.member(await world.tenant())
    const { token, memberId } = await invited(known.email)
    expect(await invitations().linkState(token)).toMatchObject({ needsPassword: false, name: known.name })
    expect(await accept(token, { password: 'something else entirely' })).toMatchObject({
      actor: { memberId, name: known.name },
    })
    expect((await world.signIn(known.email)).actor.kind).toBe('USER')
  })

  test('gives somebody who was disabled nothing', async () => {
    const known = await world.member(await world.tenant())
    await world.db.owner.query('update app_user set disabled_at = now() where id = $1', [known.userId])
    const { token } = await invited(known.email)
    expect(await accept(token)).toMatchObject({ __typename: 'LinkInvalid' })
  })

  test('stores no token that a reader of the table could use', async () => {
    const { token, memberId } = await invited()
    const { rows } = await world.db.owner.query('select m::text as row from member m where id = $1', [
      memberId,
    ])
    expect(rows[0].row).not.toContain(token)
  })
})

test('a link that never was is as invalid as one that was used', async () => {
  expect(await invitations().linkState('nonsense')).toEqual({ valid: false, needsPassword: false })
})
