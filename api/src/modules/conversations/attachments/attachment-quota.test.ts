import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { systemActor, type Actor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { entities } from '../../../modules.ts'
import { ContactService } from '../../contacts/index.ts'
import { MEMBER_ALLOWANCE, reserveAttachment, VISITOR_ALLOWANCE } from './attachment-quota.ts'
import { sweepUnused } from './attachment.store.ts'
import { uploaderOf } from '../conversation.policy.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import { VisitorMessageService } from '../visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const messages = new VisitorMessageService({ contacts: new ContactService(), bot: new MenuBot() })
const NOW = new Date('2026-03-02T14:00:00Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
let world: World

beforeAll(async () => {
  world = await newWorld(database)
})

interface Reserved {
  size?: number
  now?: Date
  sent?: boolean
}

/** Takes the room for a file; what came of it. */
async function reserve(actor: Actor, { size = 1, now = NOW, sent = false }: Reserved = {}, at = world) {
  const id = newId()
  const file = { id, uploadedBy: uploaderOf(actor), name: 'a', mediaType: 'image/png', size, width: 1, height: 1, storageKey: `x/${id}`, hasThumbnail: false }
  return at.as(actor, async unit => {
    await reserveAttachment(unit, file)
    if (sent) await messages.receive(unit, { clientId: newId(), text: '', attachmentIds: [id], language: 'ES' })
    return 'TAKEN'
  }, now).catch(error => error.code as string)
}

const setQuota = ({ tenantId }: World, bytes: number) => database.owner.query('update tenant set file_quota = $2 where id = $1', [tenantId, bytes])

test('a visitor may leave only so many files unsent; sending them makes room, and so does the sweep', async () => {
  const visitor = world.visitor()
  for (let n = 0; n < VISITOR_ALLOWANCE.unsent - 1; n++) expect(await reserve(visitor)).toBe('TAKEN')
  expect(await reserve(visitor, { sent: true })).toBe('TAKEN')
  expect(await reserve(visitor)).toBe('TAKEN')
  expect(await reserve(visitor)).toBe('UPLOAD_LIMIT')
  expect(await reserve(world.visitor())).toBe('TAKEN')
  expect(await reserve(visitor, { now: later(25) })).toBe('UPLOAD_LIMIT')
  await database.units.platform({ actor: systemActor(), now: later(25) }, sweepUnused)
  expect(await reserve(visitor, { now: later(25) })).toBe('TAKEN')
})

test('a visitor may bring only so many files within a day, sent or not, and the next day again', async () => {
  const visitor = world.visitor()
  for (let n = 0; n < VISITOR_ALLOWANCE.files; n++) expect(await reserve(visitor, { sent: true })).toBe('TAKEN')
  expect(await reserve(visitor)).toBe('UPLOAD_LIMIT')
  expect(await reserve(visitor, { now: later(23) })).toBe('UPLOAD_LIMIT')
  expect(await reserve(visitor, { now: later(25) })).toBe('TAKEN')
})

test('a visitor may bring only so many bytes within a day, and a member more', async () => {
  const [visitor, member] = [world.visitor(), await world.member()]
  expect(await reserve(visitor, { size: VISITOR_ALLOWANCE.bytes - 1 })).toBe('TAKEN')
  expect(await reserve(visitor, { size: 2 })).toBe('UPLOAD_LIMIT')
  expect(await reserve(visitor, { size: 1 })).toBe('TAKEN')
  expect(await reserve(member, { size: VISITOR_ALLOWANCE.bytes + 1 })).toBe('TAKEN')
  expect(MEMBER_ALLOWANCE.unsent).toBeGreaterThan(VISITOR_ALLOWANCE.unsent)
})

test('visitors stop before the tenant’s storage is full, members when it is, and another tenant not at all', async () => {
  const [full, other] = [await newWorld(database), await newWorld(database)]
  await setQuota(full, 1000)
  const member = await full.member()
  expect(await reserve(full.visitor(), { size: 801 }, full)).toBe('STORAGE_FULL')
  expect(await reserve(full.visitor(), { size: 800 }, full)).toBe('TAKEN')
  expect(await reserve(full.visitor(), { size: 1 }, full)).toBe('STORAGE_FULL')
  expect(await reserve(member, { size: 200 }, full)).toBe('TAKEN')
  expect(await reserve(member, { size: 1 }, full)).toBe('STORAGE_FULL')
  expect(await reserve(other.visitor(), { size: 1000 }, other)).toBe('TAKEN')
})

test('a tenant reads its quota and cannot raise it', async () => {
  const member = await world.member('OWNER')
  await expect(world.as(member, unit => unit.sql('test-raise', 'update tenant set file_quota = 1 where id = $1', [world.tenantId])))
    .rejects.toThrow('permission denied')
})
