import { describe, expect, test } from 'vitest'
import { PASSWORD, useIdentity, visitFrom, type Somebody } from './identity.fixture.ts'
import { OpenedSession } from './session.service.ts'
import { TwoFactorRequired } from './sign-in.service.ts'
import { totpCode } from './totp.ts'
import { RecoveryCodes, TwoFactorSetup } from './two-factor.service.ts'

const world = useIdentity()
const twoFactor = () => world.identity.twoFactor
const signIn = () => world.identity.signIn

async function started({ actor }: Somebody) {
  const setup = await twoFactor().start(visitFrom(actor), PASSWORD)
  if (!(setup instanceof TwoFactorSetup)) throw new Error(setup.__typename)
  return setup
}

async function armed() {
  const person = await world.member(await world.tenant())
  const { secret } = await started(person)
  const confirmed = await twoFactor().confirm(visitFrom(person.actor), totpCode(secret, world.now))
  if (!(confirmed instanceof RecoveryCodes)) throw new Error('not confirmed')
  world.later(60)
  return { ...person, secret, codes: confirmed.codes }
}

async function challengeOf(email: string): Promise<string> {
  const asked = await signIn().signIn(visitFrom(), { email, password: PASSWORD })
  if (!(asked instanceof TwoFactorRequired)) throw new Error('no second factor was asked for')
  return asked.challenge
}

const complete = (challenge: string, code: string) =>
  signIn().completeTwoFactor(visitFrom(), { challenge, code })

describe('setting up', () => {
  test('changes nothing until a code confirms it', async () => {
    const person = await world.member(await world.tenant())
    const { qrCode, uri } = await started(person)
    expect([qrCode.slice(0, 4), uri.slice(0, 15)]).toEqual(['<svg', 'otpauth://totp/'])
    expect(await twoFactor().confirm(visitFrom(person.actor), '000000')).toMatchObject({ __typename: 'InvalidCredentials' })
    expect(await world.signIn(person.email)).toBeInstanceOf(OpenedSession)
  })

  test('is not begun without the password, so that a stolen session cannot lock its owner out', async () => {
    const { actor, userId } = await world.member(await world.tenant())
    expect(await twoFactor().start(visitFrom(actor), 'wrong password')).toMatchObject({ __typename: 'InvalidCredentials' })
    const { rows } = await world.db.owner.query('select totp_pending from app_user where id = $1', [userId])
    expect(rows).toEqual([{ totp_pending: null }])
    await expect(twoFactor().confirm(visitFrom(actor), '000000')).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('is not finished by guessing codes', async () => {
    const person = await world.member(await world.tenant())
    const { secret } = await started(person)
    for (let turn = 0; turn < 5; turn++) await twoFactor().confirm(visitFrom(person.actor), '000000')
    expect(await twoFactor().confirm(visitFrom(person.actor), totpCode(secret, world.now))).toMatchObject({
      __typename: 'SignInLocked',
    })
    world.later(31)
    expect(await twoFactor().confirm(visitFrom(person.actor), totpCode(secret, world.now))).toBeInstanceOf(RecoveryCodes)
  })

  test('keeps the secret sealed', async () => {
    const { userId, secret } = await armed()
    const { rows } = await world.db.owner.query('select u::text as row from app_user u where id = $1', [
      userId,
    ])
    expect(rows[0].row).not.toContain(secret)
  })

  test('is refused while a factor is in use, so that a stolen session cannot swap it', async () => {
    const { actor } = await armed()
    await expect(twoFactor().start(visitFrom(actor), PASSWORD)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('signing in with a second factor', () => {
  test('takes a code of the app', async () => {
    const { email, secret } = await armed()
    expect(await complete(await challengeOf(email), totpCode(secret, world.now))).toMatchObject({
      actor: { kind: 'MEMBER' },
    })
  })

  test('takes a code once, even twice at the same moment', async () => {
    const { email, secret } = await armed()
    const code = totpCode(secret, world.now)
    const challenges = [await challengeOf(email), await challengeOf(email)]
    const results = await Promise.all(challenges.map(challenge => complete(challenge, code)))
    expect(results.map(result => result.constructor.name).sort()).toEqual([
      'InvalidCredentials',
      'OpenedSession',
    ])
  })

  test('takes a recovery code once', async () => {
    const { email, codes } = await armed()
    expect(await complete(await challengeOf(email), codes[0]!.toUpperCase())).toBeInstanceOf(OpenedSession)
    expect(await complete(await challengeOf(email), codes[0]!)).toMatchObject({
      __typename: 'InvalidCredentials',
    })
  })

  test('is over ten minutes after the password', async () => {
    const { email, secret } = await armed()
    const challenge = await challengeOf(email)
    world.later(601)
    expect(await complete(challenge, totpCode(secret, world.now))).toMatchObject({
      __typename: 'InvalidCredentials',
    })
  })

  test('is shut after five wrong codes, whatever the challenge', async () => {
    const { email, secret } = await armed()
    for (let turn = 0; turn < 5; turn++) await complete(await challengeOf(email), '000000')
    expect(await complete(await challengeOf(email), totpCode(secret, world.now))).toMatchObject({
      __typename: 'SignInLocked',
    })
  })

  test('spends the challenge', async () => {
    const { email, secret, codes } = await armed()
    const challenge = await challengeOf(email)
    await complete(challenge, totpCode(secret, world.now))
    expect(await complete(challenge, codes[0]!)).toMatchObject({ __typename: 'InvalidCredentials' })
  })
})

/** What guards an account, and what each does with a password. */
const GUARDED = {
  'setting up a factor': (somebody: Somebody, password: string) => twoFactor().start(visitFrom(somebody.actor), password),
  'taking it off': (somebody: Somebody, password: string) => twoFactor().disable(visitFrom(somebody.actor), password),
  'new recovery codes': (somebody: Somebody, password: string) =>
    twoFactor().renewRecoveryCodes(visitFrom(somebody.actor), password),
}

describe.each(Object.entries(GUARDED))('%s', (_title, change) => {
  test('counts wrong passwords like sign-in: the sixth is not looked at, here or there', async () => {
    const person = await world.member(await world.tenant())
    for (let turn = 0; turn < 5; turn++)
      expect(await change(person, 'wrong password')).toMatchObject({ __typename: 'InvalidCredentials' })
    expect(await change(person, PASSWORD)).toMatchObject({ __typename: 'SignInLocked' })
    expect(await signIn().signIn(visitFrom(), { email: person.email, password: PASSWORD })).toMatchObject({
      __typename: 'SignInLocked',
    })
  })

  test('is refused when sign-in failed too often', async () => {
    const person = await world.member(await world.tenant())
    for (let turn = 0; turn < 5; turn++)
      await signIn().signIn(visitFrom(), { email: person.email, password: 'wrong password' })
    expect(await change(person, PASSWORD)).toMatchObject({ __typename: 'SignInLocked' })
  })
})

describe('with the password', () => {
  test('the factor is taken off', async () => {
    const { actor, email } = await armed()
    expect(await twoFactor().disable(visitFrom(actor), 'wrong password')).toMatchObject({
      __typename: 'InvalidCredentials',
    })
    expect(await twoFactor().disable(visitFrom(actor), PASSWORD)).toMatchObject({
      __typename: 'User', twoFactorEnabled: false, recoveryCodesLeft: 0,
    })
    expect(await world.signIn(email)).toBeInstanceOf(OpenedSession)
  })

  test('new recovery codes replace the old ones', async () => {
    const { actor, email, codes } = await armed()
    const renewed = (await twoFactor().renewRecoveryCodes(visitFrom(actor), PASSWORD)) as RecoveryCodes
    expect(await complete(await challengeOf(email), codes[1]!)).toMatchObject({
      __typename: 'InvalidCredentials',
    })
    expect(await complete(await challengeOf(email), renewed.codes[1]!)).toBeInstanceOf(OpenedSession)
  })
})

test('of two who answer one challenge at once, one gets in and one code is spent', async () => {
  const { email, userId, codes } = await armed()
  const challenge = await challengeOf(email)
  const left = async () => (await world.db.owner.query('select count(*)::int as left from recovery_code where user_id = $1 and used_at is null', [userId])).rows[0].left
  const before = await left()
  const answers = await Promise.all(codes.slice(0, 2).map(code => complete(challenge, code)))
  expect(answers.filter(answer => answer instanceof OpenedSession)).toHaveLength(1)
  expect(await left()).toBe(before - 1)
})
