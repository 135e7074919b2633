import { describe, expect, test } from 'vitest'
import { newEmail, PASSWORD, useIdentity, visitFrom } from './identity.fixture.ts'
import { OpenedSession } from './session.service.ts'

const world = useIdentity()
const passwords = () => world.identity.passwords
const NEW = 'another horse staple'
const signIn = (email: string, password: string) =>
  world.identity.signIn.signIn(visitFrom(), { email, password })

async function resetLink(email: string) {
  await passwords().sendReset({ email })
  return world.lastLink(email)
}

describe('a forgotten password', () => {
  test('is answered alike for known and unknown addresses: by a job that alone knows', async () => {
    const { email } = await world.member(await world.tenant())
    const unknown = newEmail()
    for (const address of [email, unknown]) await passwords().requestReset(address)
    const { rows } = await world.db.owner.query(
      `select payload->>'email' as email from graphile_worker._private_jobs
      where payload->>'email' = any($1) and payload->>'to' is null`,
      [[email, unknown]],
    )
    expect(rows).toHaveLength(2)
    await passwords().sendReset({ email: unknown })
    expect(await world.mails(unknown)).toEqual([])
  })

  test('is replaced through a link that works once and ends every session', async () => {
    const { email } = await world.member(await world.tenant())
    const { token: cookie } = await world.signIn(email)
    const token = await resetLink(email)
    expect(await passwords().reset({ token, password: NEW })).toMatchObject({
      __typename: 'PasswordChanged',
      changedAt: world.now,
    })
    expect((await world.ask(cookie)).kind).toBe('ANONYMOUS')
    expect(await passwords().reset({ token, password: NEW })).toMatchObject({ __typename: 'LinkInvalid' })
    expect(await signIn(email, PASSWORD)).toMatchObject({ __typename: 'InvalidCredentials' })
    expect(await signIn(email, NEW)).toBeInstanceOf(OpenedSession)
  })

  test('chatwoot#14887: has an hour, and only the last link counts', async () => {
    const { email } = await world.member(await world.tenant())
    const first = await resetLink(email)
    world.later(120)
    const second = await resetLink(email)
    expect(await passwords().reset({ token: first, password: NEW })).toMatchObject({
      __typename: 'LinkInvalid',
    })
    world.later(3600)
    expect(await passwords().reset({ token: second, password: NEW })).toMatchObject({
      __typename: 'LinkInvalid',
    })
  })

  test('sends one letter a minute, however often it is asked for', async () => {
    const { email } = await world.member(await world.tenant())
    for (let turn = 0; turn < 3; turn++) await passwords().sendReset({ email })
    expect(await world.mails(email)).toHaveLength(1)
  })

  test('unlocks the account', async () => {
    const { email } = await world.member(await world.tenant())
    for (let turn = 0; turn < 6; turn++) await signIn(email, 'wrong password')
    await passwords().reset({ token: await resetLink(email), password: NEW })
    expect(await signIn(email, NEW)).toBeInstanceOf(OpenedSession)
  })

  test('is not replaced by a poor one, and the link stays good', async () => {
    const { email } = await world.member(await world.tenant())
    const token = await resetLink(email)
    expect(await passwords().reset({ token, password: 'contraseña123' })).toMatchObject({
      reason: 'TOO_COMMON',
    })
    expect(await passwords().reset({ token, password: email })).toMatchObject({ reason: 'TOO_COMMON' })
    expect(await passwords().reset({ token, password: NEW })).toMatchObject({ __typename: 'PasswordChanged' })
  })

  test('leads agents to their app and others to theirs', async () => {
    const [agent, admin] = [
      await world.member(await world.tenant()),
      await world.member(await world.tenant(), 'ADMIN'),
    ]
    for (const { email } of [agent, admin]) await passwords().sendReset({ email })
    expect((await world.mails(agent.email))[0]!.text).toContain('https://botpro.test/agent/reset/')
    expect((await world.mails(admin.email))[0]!.text).toContain('https://botpro.test/admin/reset/')
  })
})

describe('changing one’s password', () => {
  test('ends all sessions and goes on in a new one, at the same place', async () => {
    const { email } = await world.member(await world.tenant(), 'ADMIN')
    const [here, there] = [await world.signIn(email), await world.signIn(email)]
    const result = await passwords().change(visitFrom(here.actor), {
      currentPassword: PASSWORD,
      newPassword: NEW,
    })
    if (!('session' in result)) throw new Error(result.__typename)
    const kinds = await Promise.all([here, there, result.session].map(({ token }) => world.ask(token)))
    expect(kinds.map(actor => actor.kind)).toEqual(['ANONYMOUS', 'ANONYMOUS', 'MEMBER'])
    expect((await world.mails(email)).at(-1)!.subject).toBe('Se cambió su contraseña de BotPro')
  })

  test('asks for the present one, and counts', async () => {
    const { actor } = await world.member(await world.tenant())
    const change = () =>
      passwords().change(visitFrom(actor), { currentPassword: 'wrong password', newPassword: NEW })
    for (let turn = 0; turn < 5; turn++)
      expect(await change()).toMatchObject({ __typename: 'InvalidCredentials' })
    expect(await change()).toMatchObject({ __typename: 'SignInLocked' })
  })
})
