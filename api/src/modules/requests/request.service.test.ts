import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { systemActor, type Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { News } from '../../platform/news.ts'
import { listRequests, loadRequestEvents } from './request.queries.ts'
import { RequestService, type RequestChanged } from './request.service.ts'
import { RequestTypeService } from './request-type.service.ts'

const database = useDatabase({ entities })
const requests = new RequestService()
const types = new RequestTypeService()
const told: RequestChanged[] = []
let world: World
let contactId: string
let agent: Actor & { memberId: string }

beforeEach(async () => {
  world = await newWorld(database)
  contactId = await contact()
  agent = await world.member()
  told.length = 0
})

async function contact(mergedInto: string | null = null): Promise<string> {
  const id = newId()
  await database.owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at, merged_into)
    values ($1, $2, 'Rosa Peña', 'ES', now(), now(), $3)`, [world.tenantId, id, mergedInto])
  return id
}

const bot = <Result>(work: Parameters<typeof world.as<Result>>[1], now?: Date) => world.as(systemActor(world.tenantId), work, now)
const open = (more: Partial<Parameters<RequestService['open']>[1]> = {}, now?: Date) =>
  bot(unit => requests.open(unit, { type: 'claim', title: 'Cobro doble', contactId, ...more }), now)
const history = (id: string) => bot(async unit => (await loadRequestEvents(unit, [id]))[0]!)
const numbers = async () => (await database.owner.query('select number from request where tenant_id = $1 order by number', [world.tenantId])).rows.map(({ number }) => number)

const CLAIM = {
  key: 'claim', name: { es: 'Reclamo', en: 'Claim' }, fields: [{ name: 'amount', label: { es: 'Monto' } }],
  states: [{ key: 'received', name: { es: 'Recibido' }, isFinal: false }, { key: 'closed', name: { es: 'Cerrado' }, isFinal: true }],
}
const configured = async () => world.as(await world.member('ADMIN'), unit => types.create(unit, CLAIM)) as Promise<string>

describe('opening', () => {
  test('numbers follow each other without gaps, however many are opened at once and whatever fails', async () => {
    const at = new Date('2026-06-01T12:00:00Z')
    const failing = () => bot(async unit => {
      await requests.open(unit, { type: 'claim', title: 'x', contactId })
      throw new Error('something else failed')
    }, at)
    const results = await Promise.allSettled([...Array.from({ length: 12 }, () => open({}, at)), ...Array.from({ length: 6 }, failing)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(12)
    expect(await numbers()).toEqual(Array.from({ length: 12 }, (_, n) => `S-2026-${String(n + 1).padStart(6, '0')}`))
  })

  test('the same key is the same request, also when both come in the same moment; with another request it is a conflict', async () => {
    const idempotencyKey = randomUUID()
    const [one, ...others] = await Promise.all(Array.from({ length: 5 }, () => open({ idempotencyKey })))
    expect(others.every(({ id }) => id === one!.id)).toBe(true)
    expect(await numbers()).toHaveLength(1)
    await expect(open({ idempotencyKey, type: 'other' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('the year is the tenant’s: after midnight in Greenwich it is still the old one in Santo Domingo', async () => {
    expect((await open({}, new Date('2027-01-01T02:00:00Z'))).number).toBe('S-2026-000001')
    expect((await open({}, new Date('2027-01-01T05:00:00Z'))).number).toBe('S-2027-000001')
  })

  test('what no type is known for is opened as a plain one, and one of a type begins at its first state', async () => {
    expect(await open({ type: 'renewal', title: '  ' })).toMatchObject({ typeId: null, typeKey: 'renewal', title: 'renewal', state: 'new' })
    const typeId = await configured()
    expect(await open({ fields: { amount: '500.00' }, priority: 'HIGH' })).toMatchObject({ typeId, state: 'received', priority: 'HIGH', fields: { amount: '500.00' } })
  })
})

describe('finding', () => {
  test('a number is found as people say it, and only by whom it is', async () => {
    const { id } = await open({}, new Date('2026-06-01T12:00:00Z'))
    const find = (number: string, of: string | null = contactId) => bot(unit => requests.find(unit, { number, contactId: of }))
    for (const said of ['S-2026-000001', 's 2026 1', '2026-1', ' S–2026–000001 ']) expect((await find(said))?.id).toBe(id)
    expect(await find('S-2026-000001', await contact())).toBeUndefined()
    expect((await find('S-2026-000001', null))?.id).toBe(id)
    expect(await find('no sé')).toBeUndefined()
  })

  test('a contact has what those who were joined with her asked for, and no longer once they are apart', async () => {
    const absorbed = await contact(contactId)
    const further = await contact(absorbed)
    const [one, two] = [await open({ contactId: absorbed }), await open({ contactId: further })]
    const hers = () => bot(unit => requests.ofContact(unit, contactId))
    expect((await hers()).map(({ id }) => id)).toEqual([two.id, one.id])
    await database.owner.query('update contact set merged_into = null where tenant_id = $1 and id = $2', [world.tenantId, absorbed])
    expect(await hers()).toEqual([])
  })

  test('a list knows open ones, types, states and words without accents', async () => {
    await configured()
    const [one, two] = [await open({ title: 'Devolución de cobro' }), await open({ type: 'renewal', title: 'Renovar licencia' })]
    await world.as(agent, unit => requests.changeState(unit, { id: one.id, state: 'closed' }))
    const list = async (filter: object) => (await world.as(agent, unit => listRequests(unit, { first: 10, filter }))).edges.map(({ node }) => node.id)
    expect(await list({})).toEqual([two.id, one.id])
    expect(await list({ isOpen: true })).toEqual([two.id])
    expect(await list({ isOpen: false })).toEqual([one.id])
    expect(await list({ typeKey: 'claim', state: 'closed' })).toEqual([one.id])
    expect(await list({ search: 'devolucion' })).toEqual([one.id])
    expect(await list({ search: '%' })).toEqual([])
    expect(await list({ isUnassigned: true, priority: 'NORMAL', contactId })).toEqual([two.id, one.id])
  })
})

describe('working on it', () => {
  test('each step is kept with who and why, and those who listen are told of a new state in its own words', async () => {
    await configured()
    const { id, number } = await open()
    await world.as(agent, unit => requests.assign(unit, { id, memberId: agent.memberId }))
    await world.as(agent, unit => requests.note(unit, { id, note: ' Llamé ' }))
    const units = database.openUnits({ news: new News().on('request.changed', async (_unit, item) => { told.push(item) }) })
    await units.tenant({ tenantId: world.tenantId, actor: agent }, unit => requests.changeState(unit, { id, state: 'closed', note: 'Se devolvió' }))
    expect(await history(id)).toMatchObject([
      { kind: 'OPENED', toState: 'received', memberId: null },
      { kind: 'ASSIGNED', assigneeId: agent.memberId, memberId: agent.memberId },
      { kind: 'NOTED', note: 'Llamé' },
      { kind: 'STATE_CHANGED', fromState: 'received', toState: 'closed', note: 'Se devolvió', memberId: agent.memberId },
    ])
    expect(told).toMatchObject([{ requestId: id, number, contactId, from: { key: 'received' }, to: { key: 'closed', name: { es: 'Cerrado' }, isFinal: true } }])
  })

  test('a state that the type does not have, an old version and the same state change nothing', async () => {
    const { id, version } = await open()
    const change = (more: object) => world.as(agent, unit => requests.changeState(unit, { id, state: 'done', ...more }))
    expect(await change({ state: 'closed' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await change({ version: version + 1 })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await change({ state: 'new' })).toBe(id)
    expect(await history(id)).toHaveLength(1)
    expect(await change({ version })).toBe(id)
    expect(await change({ state: 'in-progress' })).toBe(id)
    const { rows: [row] } = await database.owner.query('select state, closed_at from request where id = $1', [id])
    expect(row).toEqual({ state: 'in-progress', closed_at: null })
  })

  test('an analyst does nothing here, and nobody who cannot work on it gets it', async () => {
    const { id } = await open()
    const analyst = await world.member('ANALYST')
    await expect(world.as(analyst, unit => requests.changeState(unit, { id, state: 'done' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(world.as(analyst, unit => listRequests(unit, { first: 1 }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await world.as(agent, unit => requests.assign(unit, { id, memberId: analyst.memberId }))).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('types', () => {
  test('have a key each, an end, and keep the states in which requests stand', async () => {
    const admin = await world.member('ADMIN')
    const id = await configured()
    const change = (states: object[]) => world.as(admin, async unit => types.change(unit, { ...CLAIM, serviceRequestTypeId: id, version: 1, states: states as typeof CLAIM.states }))
    expect(await world.as(admin, unit => types.create(unit, CLAIM))).toMatchObject({ field: 'key' })
    expect(await change([CLAIM.states[0]!])).toMatchObject({ field: 'states' })
    await open()
    expect(await change([{ ...CLAIM.states[0]!, key: 'other' }, CLAIM.states[1]!])).toMatchObject({ field: 'states', message: expect.stringContaining('received') })
    expect(await change([...CLAIM.states, { key: 'later', name: { en: 'Later' }, isFinal: false }])).toBe(id)
    expect(await change([...CLAIM.states])).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  test('that are deleted leave their requests as they are, and their key to another', async () => {
    const admin = await world.member('ADMIN')
    const id = await configured()
    const request = await open()
    await world.as(admin, unit => types.delete(unit, id))
    expect(await world.as(agent, unit => requests.changeState(unit, { id: request.id, state: 'closed' }))).toBe(request.id)
    expect(await open()).toMatchObject({ typeId: null, state: 'new' })
    expect(await configured()).not.toBe(id)
  })
})
