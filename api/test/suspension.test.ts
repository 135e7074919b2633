import { setTimeout as sleep } from 'node:timers/promises'
import { getDirectiveValues } from 'graphql'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { HoldKind, HoldScope } from '../src/modules/tenancy/index.ts'
import { systemActor } from '../src/platform/actor.ts'
import { isAdmitted } from './admission.ts'
import { ask, post, subscribe, type Caller } from './client.ts'
import { Company, MEMBER_ROLES, type RoleName } from './company.ts'
import { inputsOf, isSubscription, rootFields, sampleValue, schema, type RootField } from './contract-calls.ts'
import { useStand } from './stand.ts'

const stand = useStand()
let company: Company
beforeAll(async () => { company = await Company.found(stand.database, stand.app) })
afterEach(async () => { for (const kind of ['LATE_PAYMENT', 'CONTRACT', 'CANCELLED'] as const) await lift(kind) })

const inTenant = { tenantId: () => company.tenantId }
const asJob = <Result>(work: Parameters<typeof stand.database.units.tenant<Result>>[1]) =>
  stand.app.kernel.units.tenant({ tenantId: inTenant.tenantId(), actor: systemActor(inTenant.tenantId()) }, work)
const place = (kind: HoldKind, scope: HoldScope = 'WHOLE', until: string | null = null) =>
  asJob(unit => stand.app.modules.holds.place(unit, { kind, scope, reason: 'Dos facturas vencidas', until }))
const lift = (kind: HoldKind) => asJob(unit => stand.app.modules.holds.lift(unit, kind))

const STANDING = '{ viewer { tenant { service { state since until holds { kind scope reason since until } } } } }'
const standingFor = async (caller: Caller) => (await ask(stand.url, caller, STANDING)).viewer.tenant.service

describe('holds', () => {
  test('of one kind there is one, however often it is placed; the state is the worst of all, and each change stands in the trail', async () => {
    expect(await place('CONTRACT', 'PART')).toBe('RESTRICTED')
    await Promise.all([place('LATE_PAYMENT'), place('LATE_PAYMENT'), place('LATE_PAYMENT')])
    expect(await asJob(unit => stand.app.modules.holds.open(unit))).toMatchObject([{ kind: 'CONTRACT', scope: 'PART' }, { kind: 'LATE_PAYMENT', scope: 'WHOLE' }])
    expect(await place('CONTRACT', 'WHOLE')).toBe('SUSPENDED')
    expect(await place('CANCELLED', 'PART')).toBe('CANCELLED')
    for (const kind of ['CANCELLED', 'LATE_PAYMENT', 'LATE_PAYMENT'] as const) await lift(kind)
    expect(await lift('CONTRACT')).toBe('ACTIVE')
    const { rows } = await stand.database.owner.query(`select action, detail->>'kind' as kind from audit_entry where tenant_id = $1 and action like 'service.%' order by seq`, [company.tenantId])
    expect(rows.map(({ action, kind }) => `${action} ${kind}`)).toEqual([
      'service.held CONTRACT', 'service.held LATE_PAYMENT', 'service.held CONTRACT', 'service.held CANCELLED',
      'service.released CANCELLED', 'service.released LATE_PAYMENT', 'service.released CONTRACT',
    ])
  })

  test('an operator holds a tenant from outside of it, and nobody of the tenant does', async () => {
    const { holds } = stand.app.modules
    const { units } = stand.app.kernel
    const { userId, ...session } = await company.member('OWNER')
    const operator = { kind: 'OPERATOR' as const, userId, sessionId: session.sessionId }
    const other = await Company.found(stand.database, stand.app)
    await units.platform({ actor: operator }, unit => holds.place(unit, { kind: 'CONTRACT', scope: 'WHOLE', reason: 'Venció' }, { tenantId: other.tenantId }))
    expect((await standingFor(await other.caller('OWNER'))).state).toBe('SUSPENDED')
    expect((await standingFor(await company.caller('OWNER'))).state).toBe('ACTIVE')
    const { rows } = await stand.database.owner.query(`select actor->>'kind' as kind from audit_entry where tenant_id = $1 and action = 'service.held'`, [other.tenantId])
    expect(rows).toEqual([{ kind: 'OPERATOR' }])
    const owner = { kind: 'MEMBER' as const, userId, memberId: session.memberId, tenantId: company.tenantId, role: 'OWNER' as const, sessionId: session.sessionId }
    await expect(units.tenant({ tenantId: company.tenantId, actor: owner }, unit => holds.lift(unit, 'CONTRACT'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(units.platform({ actor: operator }, unit => holds.lift(unit, 'CONTRACT', { tenantId: crypto.randomUUID() }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await units.platform({ actor: operator }, unit => holds.lift(unit, 'CONTRACT', { tenantId: other.tenantId }))
    expect((await standingFor(await other.caller('OWNER'))).state).toBe('ACTIVE')
  })

  test('why is for those who answer for the company; an agent is told how it stands', async () => {
    await place('LATE_PAYMENT', 'WHOLE', '2026-12-31')
    await place('CONTRACT', 'PART', '2027-02-01')
    const nothing = { state: 'SUSPENDED', since: null, until: null, holds: [] }
    for (const role of ['AGENT', 'SUPERVISOR', 'ANALYST'] as const) expect(await standingFor(await company.caller(role)), role).toEqual(nothing)
    for (const role of ['OWNER', 'ADMIN', 'SUPPORT'] as const) {
      expect(await standingFor(await company.caller(role)), role).toMatchObject({
        state: 'SUSPENDED', since: expect.any(String), until: '2026-12-31',
        holds: [{ kind: 'LATE_PAYMENT', scope: 'WHOLE', reason: 'Dos facturas vencidas', until: '2026-12-31' }, { kind: 'CONTRACT', scope: 'PART', until: '2027-02-01' }],
      })
    }
  })
})

const ruleOf = ({ field }: RootField) => getDirectiveValues(schema.getDirective('duringSuspension')!, field.astNode!)

/** Written down a second time, on purpose: what a member may still change. */
const STILL_CHANGED = [
  'acceptInvitation', 'changeMyLanguage', 'changePassword', 'completeTwoFactor', 'confirmTwoFactor', 'declineRenewal', 'disableMember', 'disableTwoFactor', 'endSession', 'enterTenant', 'leaveTenant',
  'renewRecoveryCodes', 'requestPasswordReset', 'resetPassword', 'revokeApiKey', 'setBillingProfile', 'signIn', 'signOut', 'signOutEverywhere', 'startAppSession', 'startTwoFactor', 'startVisitorSession', 'undoDecline',
]

test('what may be changed while the service stands still is one’s own account, who gets in, and the contract', () => {
  expect(rootFields.filter(field => field.root === 'Mutation' && ruleOf(field)).map(({ name }) => name).toSorted()).toEqual(STILL_CHANGED)
})

/** The code of the first error, whatever it is about; nothing where it was begun. */
async function codeOf(field: RootField, caller: Caller): Promise<string | undefined> {
  const variables = inputsOf(field, place => (place.type.name === 'ID' ? crypto.randomUUID() : sampleValue(place)))
  if (!isSubscription(field)) return (await post(stand.url, caller, { query: field.document, variables })).code
  const subscribed = subscribe(stand.url, caller, { query: field.document, variables })
  const begun = subscribed.connected.then(() => sleep(200)).then(() => post(stand.url, caller, { query: '{ __typename }' })).then(() => undefined)
  const ending = await Promise.race([subscribed.ended, begun])
  subscribed.cut()
  return ending?.code
}

const isWaiting = (role: RoleName, field: RootField): boolean => {
  if (!isAdmitted(role, field)) return false
  const rule = ruleOf(field)
  if ((MEMBER_ROLES as readonly string[]).includes(role)) return !rule
  return role === 'API_KEY' && rule?.['keys'] !== true
}

const ASKED: RoleName[] = ['OWNER', 'SUPERVISOR', 'AGENT', 'ANALYST', 'API_KEY', 'SUPPORT', 'OPERATOR', 'RESELLER', 'VISITOR', 'USER']

describe('while the service stands still every root field answers, or refuses, as the contract says', () => {
  test.each([['LATE_PAYMENT', 'WHOLE'], ['CANCELLED', 'WHOLE'], ['CONTRACT', 'PART']] as const)('%s, %s', async (kind, scope) => {
    await place(kind, scope)
    const wrong: string[] = []
    for (const field of rootFields) {
      await Promise.all(ASKED.filter(role => isAdmitted(role, field)).map(async role => {
        const refused = await codeOf(field, await company.caller(role)) === 'TENANT_SUSPENDED'
        if (refused !== (scope === 'WHOLE' && isWaiting(role, field))) wrong.push(`${role} ${field.root}.${field.name}: ${refused ? 'refused' : 'let in'}`)
      }))
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

describe('beside the contract', () => {
  const sent = async (caller: Caller, path: string, body?: FormData) => {
    const response = await fetch(stand.url + path, { method: body ? 'POST' : 'GET', headers: { ...caller.headers, 'x-botpro': '1' }, ...body && { body } })
    return `${response.status} ${(await response.text()).match(/TENANT_SUSPENDED/)?.[0] ?? ''}`.trim()
  }
  const form = () => {
    const file = new FormData()
    file.set('file', new Blob(['hola'], { type: 'text/plain' }), 'hola.txt')
    return file
  }
  const UPLOADS = ['/files', '/files/bots', '/links/logo', '/elena/files', '/knowledge/files', '/connectors/files']

  test('nobody of the company sends files, a visitor does, and mails are read', async () => {
    await stand.database.owner.query(`update message set mail = $2 where id = $1`, [company.ids.message, { subject: 'a', html: '<p>a</p>', messageId: 'a', references: [] }])
    const owner = await company.caller('OWNER')
    const mail = `/mails/${company.ids.message}`
    expect(await sent(owner, mail)).toBe('200')
    const before = await Promise.all(UPLOADS.map(path => sent(owner, path, form())))
    expect(before.filter(answer => answer.includes('SUSPENDED'))).toEqual([])
    await place('LATE_PAYMENT')
    for (const path of [...UPLOADS]) expect(await sent(owner, path, form()), path).toBe('403 TENANT_SUSPENDED')
    expect(await sent(owner, `/links/${company.ids.channelLink}/qr.svg`)).toBe('403 TENANT_SUSPENDED')
    expect(await sent(owner, mail)).toBe('200')
    expect(await sent(await company.key(['CONVERSATIONS_READ']), mail)).toBe('403 TENANT_SUSPENDED')
    expect(await sent(await company.visitor(), '/files', form())).not.toContain('SUSPENDED')
  })
})
