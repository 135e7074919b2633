import { describe, expect, test } from 'vitest'
import type { MemberRole } from '../../platform/actor.ts'
import { newEmail, PASSWORD, STRANGER, useIdentity, visitFrom } from './identity.fixture.ts'
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
    expect(await invitations().linkState(token, STRANGER)).toEqual({
      valid: true, purpose: 'INVITATION', email, name: 'Rosa', tenantName: 'Clínica Sol', needsPassword: true,
      signedIn: false,
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
    expect(await invitations().linkState(token, STRANGER)).toEqual({ valid: false, needsPassword: false, signedIn: false })
  })

  test('chatwoot#14887: is over after seven days', async () => {
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

describe('an invitation of somebody who has an account', () => {
  test('says so to its holder, and not what she is called', async () => {
    const known = await world.member(await world.tenant())
    const { token } = await invited(known.email)
    expect(await invitations().linkState(token, STRANGER)).toMatchObject({
      name: 'Rosa', needsPassword: false, signedIn: false,
    })
  })

  test('opens nothing by itself, whatever is sent along, the right password too', async () => {
    const known = await world.member(await world.tenant())
    const { token, memberId } = await invited(known.email)
    for (const more of [{}, { password: PASSWORD }, { name: 'Eva', password: 'something else entirely' }])
      expect(await accept(token, more)).toMatchObject({ __typename: 'SignInRequired' })
    expect(await sessionsOf(known.userId)).toBe(0)
    expect(await userOf(memberId)).toBeNull()
  })

  test('is not accepted by whoever else is signed in, and nothing happens to her', async () => {
    const known = await world.member(await world.tenant())
    const other = await world.member(await world.tenant())
    const { token, memberId } = await invited(known.email)
    const { token: cookie, actor } = await world.signIn(other.email)
    expect(await invitations().linkState(token, actor)).toMatchObject({ signedIn: false })
    expect(await invitations().accept(visitFrom(actor), { token })).toMatchObject({ __typename: 'SignInRequired' })
    expect((await world.ask(cookie)).kind).toBe('MEMBER')
    expect(await userOf(memberId)).toBeNull()
  })

  test('is accepted by her once she has signed in, keeps her password and takes her name over', async () => {
    const known = await world.member(await world.tenant())
    const { token, tenantId, memberId } = await invited(known.email)
    const { token: before, actor } = await world.signIn(known.email)
    expect(await invitations().linkState(token, actor)).toMatchObject({ signedIn: true })
    const opened = await invitations().accept(visitFrom(actor), { token, password: 'something else entirely' })
    expect(opened).toMatchObject({ actor: { kind: 'MEMBER', tenantId, memberId, name: known.name } })
    expect((await world.ask(before)).kind).toBe('ANONYMOUS')
    expect((await world.signIn(known.email)).actor.kind).toBe('USER')
  })

  test('needs her second factor as well: the password alone gives no session to accept with', async () => {
    const known = await world.member(await world.tenant())
    await world.db.owner.query(`update app_user set totp_secret = 'sealed' where id = $1`, [known.userId])
    const { token, memberId } = await invited(known.email)
    const asked = await world.identity.signIn.signIn(visitFrom(), { email: known.email, password: PASSWORD })
    expect(asked).toMatchObject({ __typename: 'TwoFactorRequired' })
    expect(await accept(token)).toMatchObject({ __typename: 'SignInRequired' })
    expect(await userOf(memberId)).toBeNull()
  })

  test('stays shut when the account was made a moment ago, by another link', async () => {
    const first = await invited()
    const second = await invited(first.email)
    const results = await Promise.all([accept(first.token), accept(second.token, { password: 'of somebody else' })])
    expect(results.map(result => result.constructor.name).sort()).toEqual(['OpenedSession', 'SignInRequired'])
  })

  test('works once, even when she follows it twice at the same moment', async () => {
    const known = await world.member(await world.tenant())
    const { token } = await invited(known.email)
    const { actor } = await world.signIn(known.email)
    const results = await Promise.all([1, 2].map(() => invitations().accept(visitFrom(actor), { token })))
    expect(results.map(result => result.constructor.name).sort()).toEqual(['LinkInvalid', 'OpenedSession'])
  })
})

async function sessionsOf(userId: string): Promise<number | null> {
  return (await world.db.owner.query('select from session where user_id = $1', [userId])).rowCount
}

async function userOf(memberId: string): Promise<string | null> {
  return (await world.db.owner.query('select user_id from member where id = $1', [memberId])).rows[0].user_id
}

test('a link that never was is as invalid as one that was used', async () => {
  expect(await invitations().linkState('nonsense', STRANGER)).toEqual({ valid: false, needsPassword: false, signedIn: false })
})
