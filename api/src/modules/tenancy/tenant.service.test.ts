import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import {
  businessCalendarOf,
  CalendarService,
  Reseller,
  ResellerService,
  Tenant,
  tenancyEntities,
  TenantService,
  type NewTenant,
} from './index.ts'
import { listTenants } from './tenant.queries.ts'
import { listResellers } from './reseller.queries.ts'

const db = useDatabase({ entities: tenancyEntities })
const tenants = new TenantService()
const calendars = new CalendarService()
const operator: Actor = { kind: 'OPERATOR', userId: newId(), sessionId: newId() }
const seller = (resellerId: string): Actor => ({
  kind: 'RESELLER',
  userId: newId(),
  resellerId,
  sessionId: newId(),
})
const owner = (tenantId: string): Actor => ({
  kind: 'MEMBER',
  userId: newId(),
  memberId: newId(),
  tenantId,
  role: 'OWNER',
  sessionId: newId(),
})

let count = 0
const wish = (more: Partial<NewTenant> = {}): NewTenant => ({
  name: 'Banco Ñandú', slug: `banco-${++count}`, sector: 'FINANCIAL', institution: 'PRIVATE', currency: 'USD',
  timeZone: 'America/Santo_Domingo', language: 'ES', ...more,
})
const create = (more: Partial<NewTenant> = {}, actor: Actor = operator) =>
  db.units.platform({ actor }, unit => tenants.create(unit, wish(more)))
const newTenant = async (more?: Partial<NewTenant>, actor?: Actor) => {
  const tenant = await create(more, actor)
  if (!(tenant instanceof Tenant)) throw new Error(tenant.message)
  return tenant
}
const newReseller = async (name: string) => {
  const reseller = await db.units.platform({ actor: operator }, unit =>
    new ResellerService().create(unit, { name }),
  )
  if (!(reseller instanceof Reseller)) throw new Error(reseller.message)
  return reseller
}

describe('a new tenant', () => {
  test('works Monday to Friday from nine to six', async () => {
    const { id } = await newTenant()
    const calendar = await db.units.tenant({ tenantId: id, actor: owner(id) }, businessCalendarOf)
    expect(calendar.isOpen(new Date('2026-11-23T13:00:00Z'))).toBe(true)
    expect(calendar.isOpen(new Date('2026-11-22T13:00:00Z'))).toBe(false)
  })

  test('has an event log', async () => {
    const { id } = await newTenant()
    await expect(
      db.units.tenant({ tenantId: id, actor: owner(id) }, async unit => unit.record({ kind: 'X' })),
    ).resolves.toBeUndefined()
  })

  test('cannot take a short name in use, even at the same moment', async () => {
    const made = await Promise.all([create({ slug: 'twice' }), create({ slug: 'twice' })])
    expect(made.map(result => result.constructor.name).sort()).toEqual(['SlugTaken', 'Tenant'])
  })

  test.each([
    ['slug', { slug: 'A' }],
    ['slug', { slug: '-ab' }],
    ['name', { name: ' ' }],
    ['currency', { currency: 'XYZ' }],
    ['timeZone', { timeZone: 'Caribbean' }],
  ])('is refused a bad %s', async (field, more) => {
    expect(await create(more)).toMatchObject({ __typename: 'InvalidInput', field })
  })

  test('is sold in the name of the reseller who makes it, whatever it says', async () => {
    const [mine, other] = [await newReseller('Mine'), await newReseller('Other')]
    expect((await newTenant({ resellerId: other.id }, seller(mine.id))).resellerId).toBe(mine.id)
  })

  test('is not made by a member', async () => {
    await expect(create({}, owner(newId()))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the list of tenants', () => {
  const list = async (actor: Actor, args: Parameters<typeof listTenants>[1]) => {
    await using unit = db.units.readPlatform({ actor })
    const page = await listTenants(unit, args)
    return { ...page, totalCount: await page.totalCount() }
  }

  test('shows a reseller its own, by name, page by page', async () => {
    const { id } = await newReseller('Ventas')
    for (const name of ['Ébano', 'abeto', 'Cedro']) await newTenant({ name }, seller(id))
    await newTenant({ name: 'Foreign' })
    const first = await list(seller(id), { first: 2 })
    const second = await list(seller(id), { first: 2, after: first.pageInfo.endCursor })
    expect([...first.edges, ...second.edges].map(edge => edge.node.name)).toEqual(['abeto', 'Cedro', 'Ébano'])
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([
      3,
      true,
      false,
    ])
  })

  test('finds by part of a name without accents, and takes wildcards as they are', async () => {
    await newTenant({ name: 'Clínica 100% Salud' })
    const found = async (search: string) =>
      (await list(operator, { first: 5, search })).edges.map(edge => edge.node.name)
    expect(await found('CLINICA 100%')).toEqual(['Clínica 100% Salud'])
    expect(await found('cl_nica')).toEqual([])
  })

  test('refuses a cursor that it never gave', async () => {
    await expect(list(operator, { first: 5, after: 'nonsense' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  test('of resellers is for operators', async () => {
    await newReseller('Zeta')
    await using unit = db.units.readPlatform({ actor: operator })
    expect((await listResellers(unit, { first: 1, search: 'zeta' })).edges).toHaveLength(1)
    await using other = db.units.readPlatform({ actor: seller(newId()) })
    await expect(listResellers(other, { first: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a tenant in its own unit', () => {
  test('sees itself and nobody else', async () => {
    const [mine] = [await newTenant(), await newTenant()]
    const seen = await db.units.tenant({ tenantId: mine.id, actor: owner(mine.id) }, unit =>
      unit.kysely.selectFrom('tenant').select('id').execute())
    expect(seen).toEqual([{ id: mine.id }])
  })

  test('sees its reseller and no other', async () => {
    const [mine] = [await newReseller('Mine'), await newReseller('Other')]
    const { id } = await newTenant({}, seller(mine.id))
    const seen = await db.units.tenant({ tenantId: id, actor: owner(id) }, unit =>
      unit.kysely.selectFrom('reseller').select('id').execute())
    expect(seen).toEqual([{ id: mine.id }])
  })

  test('changes its name, not its short name', async () => {
    const { id } = await newTenant()
    const scope = { tenantId: id, actor: owner(id) }
    await db.units.tenant(scope, unit => tenants.changeProfile(unit,
      { name: ' New ', sector: 'RETAIL', timeZone: 'Europe/Madrid', language: 'EN' }))
    const changed = await db.units.tenant(scope, unit => unit.em.findOneOrFail(Tenant, { id }))
    expect(changed).toMatchObject({
      name: 'New',
      sector: 'RETAIL',
      timeZone: 'Europe/Madrid',
      language: 'EN',
    })
    await expect(
      db.units.tenant(scope, unit => unit.kysely.updateTable('tenant').set({ slug: 'other' }).execute()),
    ).rejects.toThrow(/permission denied/)
  })

  test('is not changed by its agents', async () => {
    const { id, name, sector, timeZone, language } = await newTenant()
    const agent = { ...owner(id), role: 'AGENT' } as Actor
    await expect(
      db.units.tenant({ tenantId: id, actor: agent }, unit =>
        tenants.changeProfile(unit, { name, sector, timeZone, language }),
      ),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a calendar', () => {
  const replace = (tenantId: string, more: object, version = 1) =>
    db.units.tenant({ tenantId, actor: owner(tenantId) }, unit =>
      calendars.replace(unit, { version, intervals: [], holidays: [], ...more }))

  test('is replaced whole, and counts its versions', async () => {
    const { id } = await newTenant()
    expect(await replace(id, { holidays: [{ date: '2026-12-25', name: 'Navidad' }] })).toMatchObject({
      version: 2,
    })
    const calendar = await db.units.tenant({ tenantId: id, actor: owner(id) }, businessCalendarOf)
    expect(calendar.nextChange(new Date())).toBeUndefined()
  })

  test('is changed by only one of two who looked at the same version', async () => {
    const { id } = await newTenant()
    const results = await Promise.all([replace(id, {}), replace(id, {})])
    expect(results.map(result => result.constructor.name).sort()).toEqual([
      'BusinessHours',
      'ChangedMeanwhile',
    ])
  })

  test('refuses a day that does not exist, one that is there twice, and hours that overlap', async () => {
    const { id } = await newTenant()
    const day = (date: string) => ({ date, name: 'x' })
    expect(await replace(id, { holidays: [day('2026-02-30')] })).toMatchObject({ field: 'holidays' })
    expect(await replace(id, { holidays: [day('2026-01-01'), day('2026-01-01')] })).toMatchObject({
      field: 'holidays',
    })
    expect(
      await replace(id, { intervals: [{ weekday: 'MONDAY', opens: '10:00', closes: '09:00' }] }),
    ).toMatchObject({ __typename: 'IntervalsOverlap', weekday: 'MONDAY' })
  })
})
