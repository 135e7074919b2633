import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { newId } from '../../../platform/ids.ts'
import { ContactService } from '../../contacts/index.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import { uploaderOf } from '../conversation.policy.ts'
import { VisitorMessageService } from '../visitor/visitor-message.service.ts'
import { reserveAttachment } from './attachment-quota.ts'
import { AttachmentUrls } from './attachment-url.ts'
import { ContactFiles } from './contact-files.ts'

const database = useDatabase({ entities })
const messages = new VisitorMessageService({ contacts: new ContactService(), bot: new MenuBot() })
const urls = new AttachmentUrls(Buffer.alloc(32, 7))
let world: World
beforeEach(async () => { world = await newWorld(database) })

/** Somebody writes and sends a picture with it. */
async function sends(): Promise<{ id: string; conversationId: string }> {
  const [visitor, id] = [world.visitor(), newId()]
  const [message] = await world.as(visitor, async unit => {
    await reserveAttachment(unit, { id, uploadedBy: uploaderOf(visitor), name: 'cedula.jpg', mediaType: 'image/jpeg', size: 12, width: 1, height: 1, storageKey: `x/${id}`, hasThumbnail: false })
    return messages.receive(unit, { clientId: newId(), text: 'Mire', attachmentIds: [id], language: 'ES' }) as Promise<{ conversationId: string }[]>
  })
  return { id, conversationId: message!.conversationId }
}

const lend = (conversationId: string, ids: string[]) => new ContactFiles({ units: database.units, urls, publicUrl: () => 'https://bot.example' }).lend({ tenantId: world.tenantId, conversationId }, ids)

test('a file that she sent is lent by an address that opens it for an hour', async () => {
  const { id, conversationId } = await sends()
  const [lent] = await lend(conversationId, [id])
  expect(lent).toMatchObject({ id, name: 'cedula.jpg', type: 'image/jpeg', size: 12 })
  const { pathname, searchParams, origin } = new URL(lent!.url)
  const signed = { tenantId: world.tenantId, id, expires: Number(searchParams.get('expires')), signature: searchParams.get('signature')! }
  expect([origin, pathname]).toEqual(['https://bot.example', `/files/${world.tenantId}/${id}`])
  expect([urls.isGood({ ...signed, now: new Date() }), urls.isGood({ ...signed, now: new Date(Date.now() + 2 * 3_600_000) })]).toEqual([true, false])
})

test('nothing of another conversation is lent, nor of another company, nor what is no file', async () => {
  const [one, other] = [await sends(), await sends()]
  expect(await lend(one.conversationId, [other.id, newId(), 'x', ''])).toEqual([])
  const { conversationId } = one
  world = await newWorld(database)
  expect(await lend(conversationId, [one.id])).toEqual([])
})
