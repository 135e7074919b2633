import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { newEmail, PASSWORD, useIdentity, visitFrom } from './identity.fixture.ts'

const world = useIdentity()
const attempt = (email: string, password: string, visit = visitFrom()) =>
  world.identity.signIn.signIn(visit, { email, password })

describe('signing in', () => {
  test('opens a session in the only place where somebody works', async () => {
    const tenantId = await world.tenant()
    const { email, memberId } = await world.member(tenantId, 'SUPERVISOR')
    const { token, actor } = await world.signIn(email)
    expect(actor).toMatchObject({ kind: 'MEMBER', tenantId, memberId, role: 'SUPERVISOR' })
    expect(await world.ask(token)).toMatchObject({
      kind: 'MEMBER',
      memberId,
      address: '10.0.0.1',
      name: 'Ana supervisor',
    })
  })

  test('leaves the choice to somebody who works in two', async () => {
    const { email } = await world.member(await world.tenant())
    await world.member(await world.tenant(), 'ADMIN', email)
    expect((await world.signIn(email)).actor.kind).toBe('USER')
  })

  test('takes the address in any case', async () => {
    const { email } = await world.member(await world.tenant())
    expect((await world.signIn(` ${email.toUpperCase()} `)).actor.kind).toBe('MEMBER')
  })

  test('keeps the hash of the token, never the token', async () => {
    const { email, userId } = await world.member(await world.tenant())
    const { token } = await world.signIn(email)
    const { rows } = await world.db.owner.query('select s::text as row from session s where user_id = $1', [
      userId,
    ])
    expect(rows).toHaveLength(1)
    expect(rows[0].row).not.toContain(token)
  })

  test('gives a new token each time and ends the session that the browser had', async () => {
    const { email } = await world.member(await world.tenant())
    const first = await world.signIn(email)
    const second = await world.signIn(email, visitFrom(first.actor))
    expect((await world.ask(first.token)).kind).toBe('ANONYMOUS')
    expect((await world.ask(second.token)).kind).toBe('MEMBER')
  })

  test('answers a wrong password and an unknown account alike', async () => {
    const { email } = await world.member(await world.tenant())
    const [wrong, unknown] = [
      await attempt(email, 'wrong password'),
      await attempt(newEmail(), 'wrong password'),
    ]
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ __typename: 'InvalidCredentials' })
  })

  test('lets nobody in who was disabled', async () => {
    const { email, userId } = await world.member(await world.tenant())
    await world.db.owner.query('update app_user set disabled_at = now() where id = $1', [userId])
    expect(await attempt(email, PASSWORD)).toMatchObject({ __typename: 'InvalidCredentials' })
  })
})

describe('after five failures', () => {
  const failFive = async (email: string) => {
    for (let turn = 0; turn < 5; turn++) await attempt(email, 'wrong password')
  }

  test('the account is shut even to the right password, from any address', async () => {
    const { email } = await world.member(await world.tenant())
    await failFive(email)
    expect(await attempt(email, PASSWORD)).toMatchObject({
      __typename: 'SignInLocked', retryAt: new Date(world.now.getTime() + 30_000),
    })
  })

  test('an account that does not exist is shut the same way', async () => {
    const email = newEmail()
    await failFive(email)
    expect(await attempt(email, PASSWORD)).toMatchObject({ __typename: 'SignInLocked' })
  })

  test('all at once are counted one by one', async () => {
    const { email } = await world.member(await world.tenant())
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(email, 'wrong password')))
    expect(answers.filter(answer => 'retryAt' in answer)).toHaveLength(7)
  })

  test('waiting helps, and the right password starts the count anew', async () => {
    const { email } = await world.member(await world.tenant())
    await failFive(email)
    world.later(31)
    expect((await world.signIn(email)).actor.kind).toBe('MEMBER')
    for (let turn = 0; turn < 4; turn++) await attempt(email, 'wrong password')
    expect((await world.signIn(email)).actor.kind).toBe('MEMBER')
  })
})

test('one address that tries many accounts is shut as well', async () => {
  const visit = { ...visitFrom(), address: newId() }
  for (let turn = 0; turn < 20; turn++) await attempt(newEmail(), 'wrong password', visit)
  const { email } = await world.member(await world.tenant())
  expect(await attempt(email, PASSWORD, visit)).toMatchObject({ __typename: 'SignInLocked' })
  expect((await world.signIn(email)).actor.kind).toBe('MEMBER')
})
